using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Demo;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Files;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Jobs;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Work;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal;

/// <summary>履职评价: rule sheets, statements, the year's appraisal, and duties that no other module records.</summary>
public sealed class AppraisalModule : IModule
{
    public string Name => "appraisal";

    public Type Texts => typeof(AppraisalTexts);

    public IReadOnlyList<FactKind> FactKinds => DutyKinds.All;

    public IReadOnlyList<string> Permissions => [.. AppraisalPermissions.All, .. DutyPermissions.All];

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new MenuEntry(
                Face.Office,
                "Menu.Appraisal",
                "/office/appraisal",
                "clipboard-check",
                AppraisalPermissions.Read,
                65,
                "Menu.Appraisal"
            ),
            new MenuEntry(
                Face.Office,
                "Menu.Sheets",
                "/office/appraisal/sheets",
                "scale",
                AppraisalPermissions.ReadSheets,
                66,
                "Menu.Appraisal"
            ),
            new MenuEntry(
                Face.Office,
                "Menu.Objections",
                "/office/appraisal/objections",
                "message-2",
                AppraisalPermissions.Read,
                67,
                "Menu.Appraisal"
            ),
            new MenuEntry(Face.MyWork, "Menu.MyAppraisal", "/my/appraisal", "clipboard-check", null, 35),
            .. CycleServices.Menu,
            .. DutyServices.Menu,
        ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider =>
            ReaderFor(provider.GetRequiredService<FactKinds>(), provider.GetRequiredService<DataFolder>())
        );
        services.AddScoped<SheetShelf>();
        services.AddScoped<MemberStatements>();
        services.AddScoped<StatementFacts>();
        services.AddScoped<StatementField>();
        services.AddScoped<RunningYear>();
        services.AddScoped<ConsequencesOfResult>();
        services.AddScoped<StatementWording>();
        services.AddScoped<StatementDocument>();
        services.AddScoped<StatementQuestions>();
        services.AddScoped<AppraisalApi>();
        services.AddSingleton<IDemoPart, AppraisalDemo>();
        services.AddSingleton<IDemoPart, ObjectionsDemo>();
        services.AddSingleton<SheetSamples>();
        services.AddScoped<FacetWording>();
        services.AddScoped<SheetWording>();
        services.AddScoped<ObjectionDesk>();
        services.AddScoped<RecordingOffice>();
        services.AddScoped<ObjectionViews>();
        services.AddCommitteeJob<ObjectionReminders>();
        services.AddScoped<IFileOwner, ObjectionFileOwner>();
        services.AddScoped<IWaitingWork, ObjectionsWaiting>();
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Sheets",
                "/office/appraisal/sheets",
                AppraisalPermissions.PublishSheets,
                (db, cancellation) => db.Set<SheetEdition>().AnyAsync(cancellation)
            )
        );
        CycleServices.Add(services);
        DutyServices.Add(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // A broken data file is told at the start, not when the first duty file is opened.
        _ = endpoints.ServiceProvider.GetRequiredService<DutyBlocks>();
        DutyServices.MapEndpoints(endpoints);
    }

    public void MapModel(ModelBuilder model) => AppraisalModel.Map(model);

    /// <summary>A reader that knows what the modules declare, and the kinds of meeting.</summary>
    public static SheetReader ReaderFor(FactKinds kinds, DataFolder data)
    {
        var meetings = MeetingsApi.KindIds(data);
        return new([
            .. kinds.All.Select(kind => new DeclaredKind(kind.Id, kind.Unit, kind.HasSubject, kind.Attributes)
            {
                Steps = kind.Steps,
                Categories =
                    kind.HasMeetingKind ? meetings
                    : DutyKinds.Find(kind.Id) is not null ? []
                    : null,
            }),
        ]);
    }
}

/// <summary>What may be done with rule sheets and statements.</summary>
public static class AppraisalPermissions
{
    /// <summary>Every member's statement; members see their own without it.</summary>
    public const string Read = "appraisal.statements.read";
    public const string ReadSheets = "appraisal.sheets.read";
    public const string WriteSheets = "appraisal.sheets.write";
    public const string PublishSheets = "appraisal.sheets.publish";

    /// <summary>The first answer to an objection.</summary>
    public const string AnswerObjections = "appraisal.objections.answer";

    /// <summary>The second instance: what the chairpersons' meeting decided.</summary>
    public const string DecideObjections = "appraisal.objections.decide";

    /// <summary>Opens the year, collects, asks for the self-check, reviews, and files it: the offices.</summary>
    public const string MoveCycle = "appraisal.cycle.move";

    /// <summary>The recheck, the publicity and the end of the objections: the members' liaison and the secretary-general.</summary>
    public const string RecheckCycle = "appraisal.cycle.recheck";

    /// <summary>What the chairpersons' meeting decided: vetoes, quota, approval, the final grades.</summary>
    public const string DecideCycle = "appraisal.cycle.decide";

    public static IReadOnlyList<string> All { get; } =
    [Read, ReadSheets, WriteSheets, PublishSheets, AnswerObjections, DecideObjections, MoveCycle, RecheckCycle, DecideCycle];
}

/// <summary>The module's words.</summary>
public sealed class AppraisalTexts;
