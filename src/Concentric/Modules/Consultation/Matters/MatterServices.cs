using Concentric.Modules.Consultation.Matters.Demo;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>What matters add to the house.</summary>
internal static class MatterServices
{
    internal static IReadOnlyList<FactKind> FactKinds => MatterFacts.Kinds;

    internal static IReadOnlyList<MenuEntry> Menu => [.. IntakeServices.Menu, .. OfficeServices.Menu];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<MatterDeadlines>();
        services.AddSingleton<MatterLists>();
        services.AddScoped<MatterField>();
        services.AddScoped<MatterDesk>();
        services.AddScoped<SimilarMatters>();
        services.AddScoped<MatterReasons>();
        services.AddScoped<MatterPeople>();
        services.AddScoped<UnitWords>();
        services.AddScoped<MatterMessages>();
        services.AddScoped<MatterToDo>();
        services.AddScoped<MatterActs>();
        services.AddScoped<MatterFiles>();
        services.AddScoped<IFactSource, MatterFactSource>();
        services.AddSingleton<IDemoPart, MattersDemo>();
        services.AddScoped<IFileOwner, MatterNoteFiles>();
        services.AddScoped<IFileOwner, MatterReplyFiles>();
        services.AddScoped<IFileOwner, MatterProofFiles>();
        OfficeServices.Add(services);
        IntakeServices.Add(services);
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) => IntakeServices.MapEndpoints(endpoints);
}
