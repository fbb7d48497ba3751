using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What council sessions add to the house.</summary>
internal static class SessionServices
{
    internal static IReadOnlyList<FactKind> FactKinds => SessionFacts.Kinds;

    internal static IReadOnlyList<MenuEntry> Menu => [];

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<MembersParts>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<SessionActs>();
        services.AddScoped<SessionEntry>();
        services.AddScoped<IFactSource, SessionFactSource>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
