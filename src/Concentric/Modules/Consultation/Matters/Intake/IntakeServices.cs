using Concentric.Platform.Files;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>What the coming in of matters adds to the house.</summary>
internal static class IntakeServices
{
    internal static IReadOnlyList<MenuEntry> Menu => [];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<PersonalWords>();
        services.AddScoped<MatterIntake>();
        services.AddScoped<IFileOwner, MatterFileOwner>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
