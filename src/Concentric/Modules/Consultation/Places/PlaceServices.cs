using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What places and their people add to the house.</summary>
internal static class PlaceServices
{
    internal static IReadOnlyList<FactKind> FactKinds { get; } =
    [
        new(
            DeploymentFacts.MemberDeployed,
            UnitOfCount.Persons,
            true,
            [DeploymentFacts.Level],
            "The deploying office records that a member is posted to a place; retracted when it was entered wrongly."
        ),
    ];

    internal static IReadOnlyList<MenuEntry> Menu => [];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<CouncilComposition>();
        services.AddScoped<PlaceChoices>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
