using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>What Open311 adds to the house.</summary>
internal static class Open311Services
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(
            Face.Office,
            "Menu.Open311Keys",
            "/office/consultation/open311",
            "key",
            Open311Permissions.ManageKeys,
            59,
            "Menu.Consultation"
        ),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<Open311Limits>();
        services.AddScoped<GeoReportReading>();
        services.AddScoped<GeoReportPlaces>();
        services.AddScoped<GeoReportFiling>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) => Open311Endpoints.Map(endpoints);
}
