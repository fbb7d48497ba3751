using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A handling unit in the office's list.</summary>
public sealed class UnitRow
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string Slug { get; init; } = "";
    public string? Tasks { get; init; }
    public bool IsOpen { get; init; }
    public int Contacts { get; init; }
    public int Accounts { get; init; }
}

/// <summary>The handling units.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class UnitsPage(AppDb db, IStringLocalizer<ConsultationTexts> text) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Table().ExportOf(Rows(), HttpContext) is { } file)
            return file;
        List = await Table().LoadAsync(Rows(), HttpContext, cancellation);
        return Page();
    }

    private IQueryable<UnitRow> Rows() =>
        db.Set<HandlingUnit>()
            .Select(row => new UnitRow
            {
                Id = row.Id,
                Name = row.Name,
                Slug = row.Slug,
                Tasks = row.Tasks,
                IsOpen = row.ClosedOn == null,
                Contacts = db.Set<UnitContact>().Count(contact => contact.UnitId == row.Id && contact.RemovedAt == null),
                Accounts = db.Accounts.Count(account =>
                    account.DisabledAt == null
                    && account.Roles.Any(held => held.Role == HandlingUnit.Role && held.Scope == row.Slug)
                ),
            });

    private TableDefinition<UnitRow> Table() =>
        new TableDefinition<UnitRow>("handling-units", text["Menu.Units"])
            .Column("name", text["Unit.Name"], row => row.Name)
            .Link(row => $"~/office/consultation/units/{row.Slug}")
            .SortBy(row => row.Name)
            .Column("tasks", text["Unit.Tasks"], row => row.Tasks)
            .Column("contacts", text["Unit.Contacts"], row => row.Contacts)
            .Number()
            .Column("accounts", text["Unit.Accounts"], row => row.Accounts)
            .Number()
            .Column(
                "state",
                text["Deployment.State"],
                row => row.IsOpen ? new Badge(text["Unit.Open"], Tone.Ok) : new Badge(text["Unit.Closed"], Tone.Neutral)
            )
            .Search((rows, words) => rows.Where(row => row.Name.Contains(words) || row.Tasks!.Contains(words)))
            .Choice(
                "state",
                text["Deployment.State"],
                [new FilterOption("open", text["Unit.Open"]), new FilterOption("closed", text["Unit.Closed"])],
                (rows, chosen) => rows.Where(row => chosen.Contains(row.IsOpen ? "open" : "closed"))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("name")
            .WhenEmpty(
                new EmptyList(
                    "building",
                    text["Units.None"],
                    text["Units.None.Text"],
                    "~/office/consultation/units/new",
                    text["Unit.New"]
                )
            );
}
