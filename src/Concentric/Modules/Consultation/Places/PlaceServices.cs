using Concentric.Modules.Consultation.Places.Demo;
using Concentric.Modules.Consultation.Places.Import;
using Concentric.Modules.Consultation.Places.Office;
using Concentric.Modules.Consultation.Places.Public;
using Concentric.Modules.Members;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;
using Concentric.Platform.Work;
using Concentric.Rules.Facts;
using Microsoft.EntityFrameworkCore;

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

    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Portal, "Places.Public", "/places", "map-pin", null, 45, Under: "/matters"),
        new(Face.Office, "Menu.Places", "/office/consultation/places", "map-pin", PlacePermissions.Read, 44, "Menu.Consultation"),
        new(
            Face.Office,
            "Menu.Deployments",
            "/office/consultation/deployments",
            "users-group",
            PlacePermissions.Read,
            45,
            "Menu.Consultation"
        ),
        new(Face.Office, "Menu.Units", "/office/consultation/units", "building", PlacePermissions.Read, 46, "Menu.Consultation"),
        new(Face.MyWork, "My.Places", "/my/places", "map-pin", null, 47),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<CouncilComposition>();
        services.AddScoped<PlaceChoices>();
        services.AddScoped<IFigureBase, RoomBase>();
        services.AddScoped<IPublicFinder, PlaceFinder>();
        services.AddScoped<PlaceDesk>();
        services.AddScoped<PlaceAccess>();
        services.AddScoped<CouncilWords>();
        services.AddScoped<Deploying>();
        services.AddSingleton<IMemberTabs, DeploymentsTab>();
        services.AddScoped<IFactSource, DeploymentFactSource>();
        services.AddScoped<IPostRoles, StationPosts>();
        services.AddScoped<IRoleScopes, StationScopes>();
        services.AddScoped<IRoleScopes, UnitScopes>();
        services.AddSingleton<IDemoPart, PlacesDemo>();
        services.AddSingleton<PlaceColumns>();
        services.AddImport<PlaceImport, PlaceImporting>();
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Places",
                "/office/consultation/places/import",
                PlacePermissions.Manage,
                (db, cancellation) => db.Set<Place>().AnyAsync(cancellation)
            )
        );
        services.AddSingleton<DeploymentColumns>();
        services.AddImport<DeploymentImport, DeploymentImporting>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // A broken data file is told at the start, not when the first council is opened.
        _ = endpoints.ServiceProvider.GetRequiredService<CouncilComposition>();
        endpoints
            .MapGet(
                PlaceUploadPage.Address + "/template",
                (PlaceColumns columns) =>
                    TypedResults.Bytes(
                        ListTemplate.Make(columns, columns.NameOf("name")),
                        ListTemplate.ContentType,
                        "places.xlsx"
                    )
            )
            .WithMetadata(new RequirePermissionAttribute(PlacePermissions.Manage));
        endpoints
            .MapGet(
                DeploymentUploadPage.Address + "/template",
                async (DeploymentColumns columns, PlaceChoices places, CancellationToken cancellation) =>
                    TypedResults.Bytes(
                        DeploymentTemplate.Make(columns, await places.OpenAsync(cancellation)),
                        ListTemplate.ContentType,
                        "deployments.xlsx"
                    )
            )
            .WithMetadata(new RequirePermissionAttribute(PlacePermissions.Deploy));
    }
}
