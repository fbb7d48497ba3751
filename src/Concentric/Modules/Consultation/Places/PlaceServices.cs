using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What places and their people add to the house.</summary>
internal static class PlaceServices
{
    internal static IReadOnlyList<FactKind> FactKinds => [];

    internal static IReadOnlyList<MenuEntry> Menu => [];

    internal static void Add(IServiceCollection services) => services.AddScoped<PlaceChoices>();

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
