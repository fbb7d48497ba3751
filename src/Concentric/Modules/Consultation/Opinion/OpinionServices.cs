using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Jobs;
using Concentric.Platform.Web;
using Concentric.Platform.Work;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What maps of opinion add to the house.</summary>
internal static class OpinionServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Portal, "Menu.Questions", "/questions", "message-circle", null, 50, Under: "/matters"),
        new(
            Face.Office,
            "Menu.OpinionMaps",
            "/office/consultation/questions",
            "message-circle",
            OpinionPermissions.Read,
            48,
            "Menu.Consultation"
        ),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<Voices>();
        services.AddScoped<OpinionBallot>();
        services.AddScoped<OpinionCount>();
        services.AddScoped<OpinionDesk>();
        services.AddScoped<OpinionResults>();
        services.AddScoped<OpinionExport>();
        services.AddScoped<OpinionImport>();
        services.AddScoped<IFileOwner, OpinionImportOwner>();
        services.AddSingleton<IDemoPart, OpinionDemo>();
        services.AddScoped<IWaitingWork, OpinionWaiting>();
        services.AddCommitteeJob<OpinionCountJob>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints) => OpinionExport.MapEndpoints(endpoints);
}
