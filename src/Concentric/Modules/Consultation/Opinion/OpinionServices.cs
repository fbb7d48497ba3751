using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What maps of opinion add to the house.</summary>
internal static class OpinionServices
{
    internal static IReadOnlyList<MenuEntry> Menu => [];

    internal static void Add(IServiceCollection services) { }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
