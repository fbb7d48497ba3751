using Concentric.Modules.Meetings.Calendars;
using Concentric.Modules.Meetings.Demo;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Jobs;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;
using Concentric.Platform.Work;
using Concentric.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>会议活动: meetings and activities, their notice, answers, attendance and its confirmation.</summary>
public sealed class MeetingsModule : IModule
{
    public string Name => "meetings";

    public Type Texts => typeof(MeetingsTexts);

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MeetingKinds>();
        services.AddSingleton<IDemoPart, MeetingsDemo>();
        services.AddScoped<MeetingsApi>();
        services.AddScoped<AttendanceSheets>();
        services.AddScoped<MakingUp>();
        services.AddScoped<IFileOwner, MeetingFileOwner>();
        services.AddScoped<MeetingPublishing>();
        services.AddScoped<AttendanceConfirming>();
        services.AddScoped<MeetingDesk>();
        services.AddScoped<MeetingWords>();
        services.AddScoped<MeetingNotices>();
        services.AddScoped<MeetingHistory>();
        services.AddScoped<IFactSource, MeetingFactSource>();
        services.AddScoped<IHomeEvents, EventsAtHome>();
        services.AddScoped<IWaitingWork, MeetingsWaiting>();
        services.AddCommitteeJob<Reminders>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // A broken data file is told at the start, not when the first meeting is opened.
        _ = endpoints.ServiceProvider.GetRequiredService<MeetingKinds>();
        CalendarFeeds.Map(endpoints);
    }

    public void MapModel(ModelBuilder model) => MeetingsModel.Map(model);

    public IReadOnlyList<string> Permissions => MeetingsPermissions.All;

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Menu.Meetings", "/office/meetings", "calendar-event", MeetingsPermissions.View, 20, "Menu.Work"),
        new(Face.Office, "Menu.Leave", "/office/leave", "hand-stop", MeetingsPermissions.DecideLeave, 21, "Menu.Work"),
        new(Face.Office, "Menu.Study", "/office/study", "school", MeetingsPermissions.View, 23, "Menu.Work"),
        new(Face.Office, "Menu.Calendar", "/office/calendar", "calendar", MeetingsPermissions.View, 22, "Menu.Work"),
        new(Face.MyWork, "Menu.MyMeetings", "/my/meetings", "calendar-event", null, 20),
        new(Face.MyWork, "Menu.Calendar", "/my/calendar", "calendar", null, 50),
        new(Face.Portal, "Menu.Calendar", "/calendar", "calendar", null, 80),
    ];

    public IReadOnlyList<FactKind> FactKinds { get; } =
    [
        new(
            "meetings.meeting-held",
            UnitOfCount.Times,
            HasSubject: false,
            MeetingFacts.OfHeld,
            "the organiser confirms the attendance of a meeting or activity that is no study, talk, training or reading"
        ),
        OfMember(
            "meetings.meeting-attended",
            MeetingFacts.OfAttended,
            MeetingFacts.StepsOfAttended,
            "the same confirmation, for each member who was there"
        ),
        OfMember(
            FactFamily.Excused,
            [],
            [],
            "the confirmation of any meeting that records attendance, for each expected member with approved leave"
        ),
        OfMember(
            FactFamily.Absent,
            [],
            [],
            "the same confirmation, for each expected member who did not come and had no approved leave"
        ),
    ];

    private static FactKind OfMember(string id, string[] attributes, string[] steps, string recordedWhen) =>
        new(id, UnitOfCount.PersonTimes, HasSubject: true, attributes, recordedWhen) { Steps = steps, HasMeetingKind = true };
}

/// <summary>The module's words.</summary>
public sealed class MeetingsTexts;
