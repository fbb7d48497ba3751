using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A place in the office's list.</summary>
public sealed class PlaceRow
{
    public Guid Id { get; init; }
    public PlaceKind Kind { get; init; }
    public string Name { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Lineage { get; init; } = "";
    public string? Parent { get; init; }
    public string? Address { get; init; }
    public bool HasPosition { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public int Rooms { get; init; }
    public int Councils { get; init; }
    public int Workstations { get; init; }

    /// <summary>Members who stand here or below.</summary>
    public int Deployed { get; init; }

    public int Depth => Lineage.Count(sign => sign == '/') - 1;
}

/// <summary>The tree of places, as a list in the order of the tree.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class OfficePlacesPage(AppDb db, PlaceChoices places, IStringLocalizer<ConsultationTexts> text) : AppPage
{
    public TableView List { get; private set; } = null!;
    public int Open { get; private set; }
    public int Deployed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var table = Table([.. (await places.AllAsync(cancellation)).Where(place => place.Depth == 0)]);
        if (table.ExportOf(Rows(), HttpContext) is { } file)
            return file;
        Open = (await places.OpenAsync(cancellation)).Count;
        Deployed = await db.Set<Deployment>().CountAsync(row => row.State == DeploymentState.Standing, cancellation);
        List = await table.LoadAsync(Rows(), HttpContext, cancellation);
        return Page();
    }

    private IQueryable<PlaceRow> Rows() =>
        db.Set<Place>()
            .Select(row => new PlaceRow
            {
                Id = row.Id,
                Kind = row.Kind,
                Name = row.Name,
                Slug = row.Slug,
                Lineage = row.Lineage,
                Parent = db.Set<Place>().Where(above => above.Id == row.ParentId).Select(above => above.Name).FirstOrDefault(),
                Address = row.Address,
                HasPosition = row.Latitude != null,
                ClosedOn = row.ClosedOn,
                Rooms = db.Set<ConsultationRoom>().Count(room => room.PlaceId == row.Id && room.ClosedOn == null),
                Councils = db.Set<ConsultationCouncil>().Count(council => council.PlaceId == row.Id && council.ClosedOn == null),
                Workstations = db.Set<MemberWorkstation>()
                    .Count(station => station.PlaceId == row.Id && station.ClosedOn == null),
                Deployed = (
                    from deployment in db.Set<Deployment>()
                    join at in db.Set<Place>() on deployment.PlaceId equals at.Id
                    where deployment.State == DeploymentState.Standing && at.Lineage.StartsWith(row.Lineage)
                    select deployment.Id
                ).Count(),
            });

    private TableDefinition<PlaceRow> Columns() =>
        new TableDefinition<PlaceRow>("places", text["Menu.Places"])
            .Column(
                "name",
                text["Place.Name"],
                row => row.Depth == 0 ? row.Name : new string('\u3000', row.Depth - 1) + "\u2514 " + row.Name
            )
            .Link(row => $"~/office/consultation/places/{row.Slug}")
            .SortBy(row => row.Lineage)
            .Column("kind", text["Place.Kind"], row => text["PlaceKind." + row.Kind].Value)
            .SortBy(row => row.Kind)
            .Column("parent", text["Place.Parent"], row => row.Parent)
            .Column("rooms", text["Place.Rooms"], row => row.Rooms)
            .Number()
            .Column("councils", text["Place.Councils"], row => row.Councils)
            .Number()
            .Column("stations", text["Place.Workstations"], row => row.Workstations)
            .Number()
            .Column("deployed", text["Place.Deployed"], row => row.Deployed)
            .Number()
            .SortBy(row => row.Deployed)
            .Column("address", text["Place.Address"], row => row.Address)
            .Hidden()
            .Column("position", text["Place.OnMap"], row => row.HasPosition)
            .Hidden()
            .Column("closed", text["Place.ClosedOn"], row => row.ClosedOn)
            .SortBy(row => row.ClosedOn);

    private TableDefinition<PlaceRow> Table(IReadOnlyList<PlaceChoice> tops) =>
        Columns()
            .Search((rows, words) => rows.Where(row => row.Name.Contains(words) || row.Slug.Contains(words)))
            .Choice(
                "kind",
                text["Place.Kind"],
                Enum.GetValues<PlaceKind>().Select(kind => new FilterOption(kind.ToString(), text["PlaceKind." + kind])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Kind.ToString()))
            )
            .Choice(
                "under",
                text["Place.Under"],
                tops.Select(top => new FilterOption(top.Slug, top.Name)),
                (rows, chosen) => rows.Where(row => chosen.Any(slug => row.Lineage.StartsWith(slug + "/")))
            )
            .Choice(
                "lacks",
                text["Place.Lacks"],
                [
                    new FilterOption("room", text["Place.Lacks.Room"]),
                    new FilterOption("members", text["Place.Lacks.Members"]),
                    new FilterOption("position", text["Place.Lacks.Position"]),
                ],
                (rows, chosen) =>
                    rows.Where(row =>
                        (!chosen.Contains("room") || row.Rooms == 0)
                        && (!chosen.Contains("members") || row.Deployed == 0)
                        && (!chosen.Contains("position") || !row.HasPosition)
                    )
            )
            .KeyedBy(row => row.Id)
            .StartSorted("name")
            .PageSize(50)
            .WhenEmpty(
                new EmptyList(
                    "map-pin",
                    text["Places.None"],
                    text["Places.None.Text"],
                    "~/office/consultation/places/import",
                    text["Places.Import"]
                )
            );
}
