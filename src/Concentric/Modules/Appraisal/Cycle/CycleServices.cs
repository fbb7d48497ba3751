using Concentric.Modules.Appraisal.Demo;
using Concentric.Modules.Appraisal.Files;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Members;
using Concentric.Platform.Demo;
using Concentric.Platform.Jobs;
using Concentric.Platform.Web;
using Concentric.Platform.Work;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>What the year's procedure, its results and the duty files add to the module.</summary>
internal static class CycleServices
{
    internal static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Portal, "Menu.Outstanding", "/outstanding", "users-group", null, 62, Under: "/figures"),
        new(Face.MyWork, "Menu.MyDutyFile", "/my/duty-file", "folder", null, 46),
    ];

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<CycleDesk>();
        services.AddScoped<CycleNotices>();
        services.AddScoped<DecisionsOfYear>();
        services.AddScoped<DecisionMeetings>();
        services.AddScoped<QuotaWording>();
        services.AddScoped<NameOrder>();
        services.AddScoped<Rescoring>();
        services.AddScoped<ResultsOfPerson>();
        services.AddSingleton<DutyBlocks>();
        services.AddScoped<DutyFiles>();
        services.AddScoped<DutyFileExport>();
        services.AddSingleton<IMemberTabs, DutyFileTab>();
        services.AddScoped<IWaitingWork, CycleWaiting>();
        services.AddCommitteeJob<CycleReminders>();
        services.AddCommitteeJob<QuarterlyStatements>();
        services.AddSingleton<IDemoPart, CycleDemo>();
    }
}
