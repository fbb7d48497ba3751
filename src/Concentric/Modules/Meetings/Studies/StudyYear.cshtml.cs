using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Studies;

/// <summary>The year of study: each kind of study session with what is planned and what was held, numbered in the year.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class StudyYearPage(AppDb db, MeetingKinds kinds, CurrentCommittee committee, CurrentActor actor, TimeProvider time)
    : AppPage
{
    private const int First = 2000;

    [FromQuery(Name = "year")]
    public int? Wanted { get; set; }

    public int Year { get; private set; }
    public bool MayPrepare => actor.Can(MeetingsPermissions.Prepare);
    public IReadOnlyList<StudyOfKind> Kinds { get; private set; } = [];
    public int OpenMeasures { get; private set; }
    public int OverdueMeasures { get; private set; }
    public int OpenMakeUps { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        Year = Math.Clamp(Wanted ?? today.Year, First, today.Year + 1);
        var studies = kinds.All.Where(kind => kind.IsStudySession).ToList();
        var ids = studies.ConvertAll(kind => kind.Id);
        var sessions = await SessionsAsync(ids, cancellation);
        Kinds = [.. studies.Select(kind => new StudyOfKind(kind, [.. sessions.Where(session => session.Kind == kind.Id)]))];
        OpenMakeUps = Kinds.Sum(kind => kind.Sessions.Sum(session => session.OpenMakeUps));
        var open = db.Set<Measure>().Where(measure => measure.DoneAt == null);
        OpenMeasures = await open.CountAsync(cancellation);
        OverdueMeasures = await open.CountAsync(measure => measure.DueOn < today, cancellation);
    }

    private Task<List<StudySession>> SessionsAsync(List<string> ids, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        return db.Set<Meeting>()
            .Where(meeting => meeting.HeldOn >= first && meeting.HeldOn <= last && ids.Contains(meeting.Kind))
            .OrderBy(meeting => meeting.StartsAt)
            .ThenBy(meeting => meeting.Id)
            .Select(meeting => new StudySession
            {
                Id = meeting.Id,
                Kind = meeting.Kind,
                Number = meeting.Number,
                Title = meeting.Title,
                HeldOn = meeting.HeldOn,
                State = meeting.State,
                IsConfirmed = meeting.Revision > 0,
                HasSeminar = meeting.HasSeminar,
                LeadReader = meeting
                    .Speakers.Where(speaker => speaker.Role == SpeakerRole.LeadReader)
                    .OrderBy(speaker => speaker.Place)
                    .Select(speaker => speaker.Name)
                    .FirstOrDefault(),
                Expected = db.Set<Attendance>()
                    .Count(row => row.MeetingId == meeting.Id && row.Basis == AttendanceBasis.Expected),
                Missed = db.Set<Attendance>()
                    .Count(row =>
                        row.MeetingId == meeting.Id
                        && row.Basis == AttendanceBasis.Expected
                        && (row.Presence == Presence.Excused || row.Presence == Presence.Absent)
                    ),
                OpenMakeUps = db.Set<Attendance>()
                    .Count(row =>
                        row.MeetingId == meeting.Id
                        && meeting.Revision > 0
                        && row.MembershipId != null
                        && row.MadeUpOn == null
                        && row.Basis == AttendanceBasis.Expected
                        && (row.Presence == Presence.Excused || row.Presence == Presence.Absent)
                    ),
            })
            .ToListAsync(cancellation);
    }
}

/// <summary>The sessions of one kind in a year.</summary>
public sealed record StudyOfKind(MeetingKind Kind, IReadOnlyList<StudySession> Sessions)
{
    public int Held => Sessions.Count(session => session.IsConfirmed);
    public int Seminars => Sessions.Count(session => session is { IsConfirmed: true, HasSeminar: true });
}

/// <summary>One session in the year of study.</summary>
public sealed class StudySession
{
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public int? Number { get; init; }
    public string Title { get; init; } = "";
    public DateOnly HeldOn { get; init; }
    public MeetingState State { get; init; }
    public bool IsConfirmed { get; init; }
    public bool HasSeminar { get; init; }
    public string? LeadReader { get; init; }
    public int Expected { get; init; }
    public int Missed { get; init; }
    public int OpenMakeUps { get; init; }
}
