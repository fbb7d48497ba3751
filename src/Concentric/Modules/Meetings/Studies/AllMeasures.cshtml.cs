using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Studies;

/// <summary>The measures of all meetings, those due first.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class AllMeasuresPage(AppDb db, CurrentCommittee committee, TimeProvider time, IStringLocalizer<MeetingsTexts> text)
    : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows =
            from measure in db.Set<Measure>()
            join meeting in db.Set<Meeting>() on measure.MeetingId equals meeting.Id
            select new MeasureRow
            {
                Id = measure.Id,
                MeetingId = meeting.Id,
                Text = measure.Text,
                Owner = measure.Owner,
                DueOn = measure.DueOn,
                IsDone = measure.DoneAt != null,
                Meeting = meeting.Title,
            };
        var table = Table(committee.Today(time));
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<MeasureRow> Table(DateOnly today) =>
        new TableDefinition<MeasureRow>("measures", text["Measures"])
            .Column("text", text["Measures.Text"], row => row.Text)
            .Link(row => $"~/office/meetings/{row.MeetingId}/measures")
            .Column("owner", text["Measures.Owner"], row => row.Owner)
            .SortBy(row => row.Owner)
            .Column("due", text["Measures.Due"], row => row.DueOn)
            .SortBy(row => row.DueOn)
            .Column("state", text["State"], row => BadgeOf(row, today))
            .Column("meeting", text["Measures.Meeting"], row => row.Meeting)
            .Search((rows, typed) => rows.Where(row => row.Text.Contains(typed) || row.Owner.Contains(typed)))
            .Choice(
                "state",
                text["State"],
                [
                    new FilterOption("overdue", text["Measures.State.Overdue"]),
                    new FilterOption("open", text["Measures.State.Open"]),
                    new FilterOption("done", text["Measures.State.Done"]),
                ],
                (rows, chosen) => Narrow(rows, chosen, today)
            )
            .KeyedBy(row => row.Id)
            .StartSorted("due")
            .WhenEmpty(new EmptyList("checklist", text["Measures.None"], text["Measures.None.Text"]));

    private static IQueryable<MeasureRow> Narrow(IQueryable<MeasureRow> rows, IReadOnlyList<string> chosen, DateOnly today)
    {
        var (overdue, open, done) = (chosen.Contains("overdue"), chosen.Contains("open"), chosen.Contains("done"));
        return rows.Where(row =>
            (done && row.IsDone) || (!row.IsDone && ((overdue && row.DueOn < today) || (open && row.DueOn >= today)))
        );
    }

    private Badge BadgeOf(MeasureRow row, DateOnly today) =>
        row.IsDone ? new Badge(text["Measures.State.Done"], Tone.Ok)
        : row.DueOn < today ? new Badge(text["Measures.State.Overdue"], Tone.Danger)
        : new Badge(text["Measures.State.Open"], Tone.Info);

    internal sealed class MeasureRow
    {
        public Guid Id { get; init; }
        public Guid MeetingId { get; init; }
        public string Text { get; init; } = "";
        public string Owner { get; init; } = "";
        public DateOnly DueOn { get; init; }
        public bool IsDone { get; init; }
        public string Meeting { get; init; } = "";
    }
}
