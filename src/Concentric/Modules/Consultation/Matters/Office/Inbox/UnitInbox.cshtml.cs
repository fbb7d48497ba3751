using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>承办事项: what the reader's handling unit was handed, and nothing else.</summary>
[RequirePermission(MatterPermissions.Handle)]
public sealed class UnitInboxPage(
    AppDb db,
    MatterField field,
    MatterDesk desk,
    MatterWording wording,
    UnitWords unitWords,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = AssignmentRow.Of(db, await field.OfAsync(MatterPermissions.Handle, cancellation));
        var table = Table(desk.Today);
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<AssignmentRow> Table(DateOnly today) =>
        new TableDefinition<AssignmentRow>("matter-assignments", text["Menu.MatterInbox"])
            .Column(
                "title",
                text["Matter.Title"],
                row => unitWords.TitleOf(row.PublicTitle, row.Topic, MatterNumber.Of(row.NumberYear, row.Number))
            )
            .Link(row => $"~/office/consultation/inbox/{row.MatterId}")
            .Column("number", text["Matter.Number"], row => MatterNumber.Of(row.NumberYear, row.Number))
            .OneLine()
            .Column("place", text["Matter.Place"], row => row.Place)
            .Column("role", text["Matter.Role"], row => text["HandlerRole." + row.Role].Value)
            .Column("state", text["Matter.State"], row => Badge(row, today))
            .Column("due", text["Matter.DueOn"], row => row.DueOn)
            .SortBy(AssignmentRow.Urgency)
            .Column("assigned", text["Inbox.AssignedAt"], row => row.AssignedAt)
            .SortBy(row => row.AssignedAt)
            .Column("topic", text["Matter.Topic"], row => wording.Topic(row.Topic))
            .Hidden()
            .Column("unit", text["Matter.Unit"], row => row.Unit)
            .Hidden()
            .Search(AssignmentRow.Search)
            .Choice(
                "state",
                text["Matter.State"],
                Enum.GetValues<AssignmentState>()
                    .Select(state => new FilterOption(state.ToString(), text["AssignmentState." + state])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .Choice(
                "late",
                text["Matter.Overdue"],
                [new FilterOption("yes", text["Matter.OnlyOverdue"])],
                (rows, _) =>
                    rows.Where(row =>
                        row.IsPresent
                        && (row.State == AssignmentState.Assigned || row.State == AssignmentState.Received)
                        && row.DueOn < today
                    )
            )
            .Days(
                "due",
                text["Matter.DueOn"],
                (rows, from, to) => rows.Where(row => (from == null || row.DueOn >= from) && (to == null || row.DueOn <= to))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("due")
            .WhenEmpty(new EmptyList("inbox", text["Inbox.None"], text["Inbox.None.Text"]));

    private Badge Badge(AssignmentRow row, DateOnly today) =>
        row.IsOpen && row.DueOn < today ? new Badge(text["Matter.UnitLate"], Tone.Danger)
        : row.State == AssignmentState.Assigned ? new Badge(text["AssignmentState.Assigned"], Tone.Warn)
        : new Badge(text["AssignmentState." + row.State], row.State == AssignmentState.Replied ? Tone.Ok : Tone.Info);
}
