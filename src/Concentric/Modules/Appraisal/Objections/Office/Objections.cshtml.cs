using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections.Office;

/// <summary>All objections; those for which an answer is owed first.</summary>
[RequirePermission(AppraisalPermissions.Read)]
public sealed class ObjectionsPage(
    AppDb db,
    ObjectionDesk desk,
    ObjectionViews views,
    ActorField field,
    IStringLocalizer<AppraisalTexts> text
) : AppPage
{
    private const string Uncorrected = "uncorrected";

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = ObjectionRow.Of(db, db.Set<Objection>().Within(field, AppraisalPermissions.Read));
        var table = Table();
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<ObjectionRow> Table() =>
        new TableDefinition<ObjectionRow>("objections", text["Menu.Objections"])
            .Column("name", text["Objection.Member"], row => row.Name)
            .Link(row => $"~/office/appraisal/objections/{row.Id}")
            .SortBy(row => row.Name)
            .Column("line", text["Objection.TheLine"], row => views.Describe(row, DisplayFormat.ShortDate))
            .Column("office", text["Objection.Office"], row => views.Answerer(row.Office))
            .Column("state", text["Objection.State"], row => new Badge(views.State(row.State), ObjectionViews.ToneOf(row.State)))
            .Column(
                "due",
                text["Objection.DueOn"],
                row =>
                    row.DueOn is not { } due ? null
                    : due < desk.Today ? new Badge(text["Objection.Overdue", DisplayFormat.ShortDate(due)], Tone.Danger)
                    : (object)due
            )
            .SortBy(row => row.DueOn)
            .Column("raised", text["Objection.RaisedAt"], row => row.RaisedAt)
            .SortBy(row => row.RaisedAt)
            .Search((rows, words) => rows.Where(row => row.Name.Contains(words)))
            .Choice("state", text["Objection.State"], States(), Choose)
            .KeyedBy(row => row.Id)
            .StartSorted("-raised")
            .WhenEmpty(new EmptyList("message-2", text["Objection.None"], text["Objection.None.Office"]));

    private IEnumerable<FilterOption> States() =>
        Enum.GetValues<ObjectionState>()
            .Select(state => new FilterOption(state.ToString(), views.State(state)))
            .Append(new FilterOption(Uncorrected, text["Objection.Uncorrected"]));

    private IQueryable<ObjectionRow> Choose(IQueryable<ObjectionRow> rows, IReadOnlyList<string> chosen)
    {
        var states = chosen.Where(one => one != Uncorrected).Select(Enum.Parse<ObjectionState>).ToList();
        var uncorrected = chosen.Contains(Uncorrected)
            ? db.Set<Objection>().AwaitingCorrection(db).Select(row => row.Id)
            : db.Set<Objection>().Where(_ => false).Select(row => row.Id);
        return rows.Where(row => states.Contains(row.State) || uncorrected.Contains(row.Id));
    }
}
