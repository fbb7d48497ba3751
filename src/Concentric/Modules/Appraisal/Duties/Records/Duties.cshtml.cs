using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>The register of duties: what was handed in, what waits for a second person, what counts.</summary>
[RequirePermission(DutyPermissions.Read)]
public sealed class DutiesPage(
    AppDb db,
    DutyConfirming confirming,
    DutyWords words,
    DutyBook book,
    CurrentActor actor,
    ActorField field,
    DisplayFormat format,
    IStringLocalizer<AppraisalTexts> text
) : AppPage
{
    private const int MonthsOffered = 24;
    private const int ImportsOffered = 10;

    private List<FilterOption> imports = [];
    private List<int> years = [];

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadChoicesAsync(cancellation);
        var table = Table();
        if (table.ExportOf(Rows(), HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(Rows(), HttpContext, cancellation);
        return Page();
    }

    /// <summary>Confirms the chosen ones in one act. Those that the reader wrote stay for somebody else.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (!actor.Can(DutyPermissions.Confirm))
            return NotFound();
        await ReadChoicesAsync(cancellation);
        var chosen = Table().Selection(Rows(), Request).Select(row => row.Id);
        var records = db.Set<DutyRecord>().Where(record => chosen.Contains(record.Id));
        var (confirmed, left, refusal) = await confirming.ConfirmAllAsync(records, cancellation);
        if (refusal is not null)
        {
            Tell(refusal);
            List = await Table().LoadAsync(Rows(), HttpContext, cancellation);
            return Page();
        }

        Flash(left == 0 ? "Duties.ConfirmedAll" : "Duties.ConfirmedSome", confirmed, left);
        return GoTo("/office/appraisal/duties" + TableState.Read(Request.Query).Query());
    }

    private IQueryable<DutyRow> Rows() =>
        db.Set<DutyRecord>()
            .Within(field, DutyPermissions.Read)
            .Select(record => new DutyRow
            {
                Id = record.Id,
                Kind = record.Kind,
                Title = record.Title,
                OccurredOn = record.OccurredOn,
                Office = record.Office,
                State = record.State,
                Reference = record.Reference,
                Registrar = record.RegisteredByName,
                Confirmer = record.ConfirmedByName,
                Revision = record.Revision,
                ImportId = record.ImportId,
                First = record.Members.OrderBy(entry => entry.Order).Select(entry => entry.Name).FirstOrDefault(),
                Step = record.Members.OrderBy(entry => entry.Order).Select(entry => entry.Step).FirstOrDefault(),
                People = record.Members.Count,
            });

    private TableDefinition<DutyRow> Table()
    {
        var table = Filtered(Columns())
            .KeyedBy(row => row.Id)
            .StartSorted("-day")
            .WhenEmpty(
                actor.Can(DutyPermissions.Register)
                    ? new EmptyList(
                        "clipboard-list",
                        text["Duties.None"],
                        text["Duties.None.Text"],
                        "~/office/appraisal/duties/new",
                        text["Duty.New"]
                    )
                    : new EmptyList("clipboard-list", text["Duties.None"], text["Duties.None.Text"])
            );
        return actor.Can(DutyPermissions.Confirm) ? table.Bulk("Confirm", text["Duties.ConfirmChosen"]) : table;
    }

    private TableDefinition<DutyRow> Columns() =>
        new TableDefinition<DutyRow>("duties", text["Duties"])
            .Column("title", text["Duty.Title"], row => row.Title)
            .Link(row => $"~/office/appraisal/duties/{row.Id}")
            .SortBy(row => row.Title)
            .Column("kind", text["Duty.Kind"], row => words.Kind(row.Kind))
            .SortBy(row => row.Kind)
            .Column("day", text["Duty.Day"], row => row.OccurredOn)
            .SortBy(row => row.OccurredOn)
            .Column("members", text["Duty.Members"], row => words.People(row.First, row.People))
            .Column("step", text["Duty.Step"], row => words.Step(row.Kind, row.Step))
            .Column("office", text["Duty.Office"], row => words.Office(row.Office))
            .Hidden()
            .Column("reference", text["Duty.Reference"], row => row.Reference)
            .Hidden()
            .Column("registrar", text["Duty.Registrar"], row => row.Registrar)
            .OneLine()
            .Column("confirmer", text["Duty.Confirmer"], row => row.Confirmer)
            .Hidden()
            .Column("revision", text["Duty.Revision"], row => row.Revision)
            .Number()
            .Hidden()
            .Column("state", text["Duty.State"], row => words.Of(row.State))
            .SortBy(row => row.State);

    /// <summary>The years that have records, and the latest imports, so that the records of one can be looked at together.</summary>
    private async Task ReadChoicesAsync(CancellationToken cancellation)
    {
        years = await Rows()
            .Select(row => row.OccurredOn.Year)
            .Distinct()
            .OrderByDescending(year => year)
            .ToListAsync(cancellation);
        imports =
        [
            .. (
                await db.Set<DutyImport>()
                    .Where(run => run.State == ImportState.Done)
                    .OrderByDescending(run => run.CreatedAt)
                    .Take(ImportsOffered)
                    .Select(run => new { run.Id, run.FileName })
                    .ToListAsync(cancellation)
            ).Select(run => new FilterOption(run.Id.ToString(), run.FileName)),
        ];
    }

    private TableDefinition<DutyRow> Filtered(TableDefinition<DutyRow> table) =>
        (imports.Count == 0 ? table : table.Choice("import", text["Duty.Import"], imports, OfImports))
            .Search((rows, typed) => rows.Where(row => row.Title.Contains(typed) || row.Reference!.Contains(typed)))
            .Choice(
                "kind",
                text["Duty.Kind"],
                DutyKinds.Kinds.Select(kind => new FilterOption(kind.Id, words.Kind(kind.Id))),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Kind))
            )
            .Choice(
                "state",
                text["Duty.State"],
                Enum.GetValues<DutyState>().Select(state => new FilterOption(state.ToString(), text[$"DutyState.{state}"])),
                (rows, chosen) => InStates(rows, chosen)
            )
            .Text(
                "member",
                text["Duty.Member"],
                (rows, typed) =>
                    rows.Where(row => db.Set<DutyEntry>().Any(entry => entry.RecordId == row.Id && entry.Name.Contains(typed)))
            )
            .Choice(
                "year",
                text["Duty.Year"],
                years.Select(year => new FilterOption($"{year}", text["Appraisal.Year", year])),
                InYears
            )
            .Choice("month", text["Duty.Month"], Months(), InMonths)
            .Days(
                "day",
                text["Duty.Day"],
                (rows, from, to) =>
                    rows.Where(row => (from == null || row.OccurredOn >= from) && (to == null || row.OccurredOn <= to))
            );

    /// <summary>The months of the chosen years; the latest where no year is chosen.</summary>
    private IEnumerable<FilterOption> Months()
    {
        var first = new DateOnly(book.Today.Year, book.Today.Month, 1);
        var chosen = years.Where(year => Request.Query["f.year"].Contains($"{year}")).ToList();
        var months =
            chosen.Count == 0
                ? Enumerable.Range(0, MonthsOffered).Select(back => first.AddMonths(-back))
                : chosen.SelectMany(year => Enumerable.Range(1, 12).Reverse().Select(month => new DateOnly(year, month, 1)));
        return months.Select(month => new FilterOption(
            DisplayFormat.ShortDate(month)[..7],
            format.Month(month.Year, month.Month)
        ));
    }

    private static IQueryable<DutyRow> InYears(IQueryable<DutyRow> rows, IReadOnlyList<string> chosen)
    {
        var wanted = chosen.Select(year => int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return rows.Where(row => wanted.Contains(row.OccurredOn.Year));
    }

    private static IQueryable<DutyRow> InMonths(IQueryable<DutyRow> rows, IReadOnlyList<string> chosen)
    {
        var months = chosen
            .Select(month =>
                int.Parse(month.Replace("-", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)
            )
            .ToList();
        return rows.Where(row => months.Contains(row.OccurredOn.Year * 100 + row.OccurredOn.Month));
    }

    private static IQueryable<DutyRow> OfImports(IQueryable<DutyRow> rows, IReadOnlyList<string> chosen)
    {
        var ids = chosen.Select(id => (Guid?)Guid.Parse(id)).ToList();
        return rows.Where(row => ids.Contains(row.ImportId));
    }

    private static IQueryable<DutyRow> InStates(IQueryable<DutyRow> rows, IReadOnlyList<string> chosen)
    {
        var states = chosen.Select(Enum.Parse<DutyState>).ToList();
        return rows.Where(row => states.Contains(row.State));
    }

    internal sealed class DutyRow
    {
        public Guid Id { get; init; }
        public string Kind { get; init; } = "";
        public string Title { get; init; } = "";
        public DateOnly OccurredOn { get; init; }
        public string Office { get; init; } = "";
        public DutyState State { get; init; }
        public string? Reference { get; init; }
        public string? Registrar { get; init; }
        public string? Confirmer { get; init; }
        public int Revision { get; init; }
        public Guid? ImportId { get; init; }
        public string? First { get; init; }
        public string? Step { get; init; }
        public int People { get; init; }
    }
}
