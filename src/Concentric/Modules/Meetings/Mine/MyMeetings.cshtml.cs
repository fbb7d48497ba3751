using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Mine;

/// <summary>My meetings: those to come and those past, with my own attendance and nobody else's.</summary>
[RequireSignIn]
public sealed class MyMeetingsPage(AppDb db, CurrentActor actor, CurrentCommittee committee, TimeProvider time) : AppPage
{
    private const int PageSize = 20;

    [FromQuery]
    public bool Past { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public int Year { get; private set; }
    public OwnSummary? Summary { get; private set; }
    public IReadOnlyList<OwnRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Year = committee.Today(time).Year;
        var rows =
            from row in db.Set<Attendance>().Of(actor)
            join meeting in db.Set<Meeting>() on row.MeetingId equals meeting.Id
            where meeting.Number != null && (Past ? meeting.EndsAt < now : meeting.EndsAt >= now)
            select new OwnRow
            {
                Id = meeting.Id,
                Title = meeting.Title,
                StartsAt = meeting.StartsAt,
                EndsAt = meeting.EndsAt,
                Place = meeting.Place,
                State = meeting.State,
                Answer = row.Answer,
                Presence = row.Presence,
            };
        Pages = Math.Max(1, (await rows.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var ordered = Past ? rows.OrderByDescending(row => row.StartsAt) : rows.OrderBy(row => row.StartsAt);
        Rows = await ordered.ThenBy(row => row.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        if (Past)
            Summary = await SummariseAsync(cancellation);
    }

    /// <summary>Only confirmed sheets count, and only where I was expected.</summary>
    private async Task<OwnSummary> SummariseAsync(CancellationToken cancellation)
    {
        var first = new DateOnly(Year, 1, 1);
        var counts = await (
            from row in db.Set<Attendance>().Of(actor)
            join meeting in db.Set<Meeting>() on row.MeetingId equals meeting.Id
            where meeting.Revision > 0 && meeting.HeldOn >= first && row.Basis == AttendanceBasis.Expected
            group row by row.Presence into marks
            select new { marks.Key, Count = marks.Count() }
        ).ToListAsync(cancellation);
        int Of(params Presence[] marks) => counts.Where(count => marks.Contains(count.Key)).Sum(count => count.Count);
        return new OwnSummary(
            counts.Sum(count => count.Count),
            Of(Presence.Present, Presence.Late, Presence.LeftEarly),
            Of(Presence.Excused),
            Of(Presence.Absent)
        );
    }

    public sealed record OwnSummary(int Expected, int Attended, int Excused, int Absent);

    public sealed class OwnRow
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public DateTimeOffset StartsAt { get; init; }
        public DateTimeOffset EndsAt { get; init; }
        public string Place { get; init; } = "";
        public MeetingState State { get; init; }
        public Answer Answer { get; init; }
        public Presence Presence { get; init; }
    }
}
