using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Modules.Consultation.Sessions.Live;
using Concentric.Modules.Consultation.Sessions.Office;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What council sessions add to the house.</summary>
internal static class SessionServices
{
    internal static IReadOnlyList<FactKind> FactKinds => SessionFacts.Kinds;

    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(
            Face.Office,
            "Menu.Sessions",
            "/office/consultation/sessions",
            "users-group",
            MatterPermissions.HoldSessions,
            44,
            "Menu.Consultation"
        ),
        new(Face.MyWork, "Menu.MySessions", "/my/sessions", "users-group", null, 45),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<MembersParts>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<NeutralTitles>();
        services.AddScoped<SessionActs>();
        services.AddScoped<SessionEntry>();
        services.AddScoped<SessionNotices>();
        services.AddScoped<SessionChoices>();
        services.AddScoped<MinutesDraft>();
        services.AddScoped<MinutesDocument>();
        services.AddScoped<IMatterPageBlock, SessionsOfMatter>();
        services.AddSingleton<SessionBroadcast>();
        services.AddScoped<ScreenDoor>();
        services.AddScoped<IFactSource, SessionFactSource>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) => ScreenEndpoints.Map(endpoints);
}
