using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>我的任务: matters that wait for the reader's next step, those that are latest first.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class TasksPage(
    AppDb db,
    MatterTasks tasks,
    MatterDesk desk,
    MatterWording wording,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var ids = (await tasks.MineAsync(cancellation)).Select(matter => matter.Id);
        var rows = MatterRow.Of(db, db.Set<Matter>().AsNoTracking().Where(matter => ids.Contains(matter.Id)));
        var table = Table(desk.Today);
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<MatterRow> Table(DateOnly today) =>
        new TableDefinition<MatterRow>("matter-tasks", text["Menu.MatterTasks"])
            .Column("title", text["Matter.Title"], row => row.Title)
            .Link(row => $"~/office/consultation/matters/{row.Id}")
            .Column("next", text["Tasks.Next"], Next)
            .Column("state", text["Matter.State"], row => wording.Badge(row.State))
            .Column("place", text["Matter.Place"], row => row.Place)
            .SortBy(row => row.Place)
            .Column(
                "due",
                text["Matter.DueOn"],
                row => row.DueOn < today ? new Badge(DisplayFormat.ShortDate(row.DueOn!.Value), Tone.Danger) : row.DueOn
            )
            .SortBy(row => row.DueOn ?? DateOnly.MaxValue)
            .OneLine()
            .Column("number", text["Matter.Number"], row => row.FullNumber)
            .Hidden()
            .Column("unit", text["Matter.Unit"], row => row.LeadUnit)
            .Hidden()
            .Search(MatterRow.Search)
            .Choice(
                "state",
                text["Matter.State"],
                Enum.GetValues<MatterState>()
                    .Where(state => MatterMoves.AwaitedOf(state) is not null)
                    .Select(state => new FilterOption(state.ToString(), wording.State(state))),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .Choice(
                "late",
                text["Matter.Overdue"],
                [new FilterOption("yes", text["Matter.OnlyOverdue"])],
                (rows, _) => rows.Where(row => row.DueOn < today)
            )
            .KeyedBy(row => row.Id)
            .StartSorted("due")
            .WhenEmpty(new EmptyList("circle-check", text["Tasks.None"], text["Tasks.None.Text"]));

    /// <summary>While a unit is at work, what waits here is its wish for more time, or that another gave back what it was to help with.</summary>
    private string Next(MatterRow row) =>
        MatterPhases.Of(row.State) == MatterPhase.Handling
            ? text[row.IsAsked ? "Tasks.AnswerExtension" : "Tasks.OtherReturned"]
            : text["MatterVerb." + MatterMoves.NextOf(row.State)];
}
