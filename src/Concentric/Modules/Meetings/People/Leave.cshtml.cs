using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.People;

/// <summary>Leave that waits for a decision, of those kinds of meeting that the reader's roles decide on.</summary>
[RequirePermission(MeetingsPermissions.DecideLeave)]
public sealed class LeavePage(AppDb db, MeetingKinds kinds, CurrentActor actor, IStringLocalizer<MeetingsTexts> text) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var mine = kinds.DecidedBy(actor);
        var rows =
            from row in db.Set<Attendance>()
            join meeting in db.Set<Meeting>() on row.MeetingId equals meeting.Id
            where row.Answer == Answer.LeaveAsked && mine.Contains(meeting.Kind)
            select new WaitingRow
            {
                Id = row.Id,
                MeetingId = meeting.Id,
                Name = row.Name,
                Title = meeting.Title,
                HeldOn = meeting.HeldOn,
                AskedAt = row.AnsweredAt,
            };
        var table = new TableDefinition<WaitingRow>("leave", text["Leave.Waiting"])
            .Column("name", text["Name"], row => row.Name)
            .Link(row => $"~/office/meetings/{row.MeetingId}/people/{row.Id}")
            .SortBy(row => row.Name)
            .Column("meeting", text["Meeting"], row => row.Title)
            .Column("date", text["Day"], row => row.HeldOn)
            .SortBy(row => row.HeldOn)
            .Column("asked", text["AskedAt"], row => row.AskedAt)
            .SortBy(row => row.AskedAt)
            .KeyedBy(row => row.Id)
            .StartSorted("date")
            .WhenEmpty(new EmptyList("checks", text["Leave.None"], text["Leave.None.Text"]));
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    internal sealed class WaitingRow
    {
        public Guid Id { get; init; }
        public Guid MeetingId { get; init; }
        public string Name { get; init; } = "";
        public string Title { get; init; } = "";
        public DateOnly HeldOn { get; init; }
        public DateTimeOffset? AskedAt { get; init; }
    }
}
