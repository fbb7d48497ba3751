using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>What the public's view of sessions adds to the house.</summary>
internal static class PublicSessionServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [new(Face.Portal, "Menu.PublicSessions", "/sessions", "calendar-event", null, 43, Under: "/matters")];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<PublicSessions>();
        services.AddScoped<PublicSessionWords>();
        services.AddScoped<SessionCalendar>();
        services.AddScoped<SessionOpenData>();
        services.AddScoped<IHomeEvents, SessionsAtHome>();
        services.AddScoped<IPlacePageBlock, SessionsAtPlace>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SessionCalendar.Map(endpoints);
        SessionOpenData.Map(endpoints);
    }
}
