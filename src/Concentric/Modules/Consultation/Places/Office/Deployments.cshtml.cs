using Concentric.Modules.Members;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A deployment in the office's list.</summary>
public sealed class DeploymentRow
{
    public Guid Id { get; init; }
    public string Member { get; init; } = "";
    public string Place { get; init; } = "";
    public string PlaceSlug { get; init; } = "";
    public string Lineage { get; init; } = "";
    public DeploymentRole Role { get; init; }
    public DeploymentState State { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Basis { get; init; }
    public string? Workstation { get; init; }
    public string Office { get; init; } = "";
}

/// <summary>Who is deployed where, of all levels.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class DeploymentsPage(PlaceDesk desk, PlaceChoices places, MembersApi members, OfficeList offices) : AppPage
{
    public TableView List { get; private set; } = null!;
    public int Standing { get; private set; }
    public int Places { get; private set; }
    public int Seats { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var table = Table(await places.AllAsync(cancellation));
        if (table.ExportOf(Rows(), HttpContext) is { } file)
            return file;
        var standing = desk.Db.Set<Deployment>().Where(row => row.State == DeploymentState.Standing);
        Standing = await standing.Select(row => row.MembershipId).Distinct().CountAsync(cancellation);
        Places = await standing.Select(row => row.PlaceId).Distinct().CountAsync(cancellation);
        Seats = (await members.CountByLevelAsync(desk.Today, cancellation)).Values.Sum();
        List = await table.LoadAsync(Rows(), HttpContext, cancellation);
        return Page();
    }

    private IQueryable<DeploymentRow> Rows() =>
        from row in desk.Db.Set<Deployment>()
        join place in desk.Db.Set<Place>() on row.PlaceId equals place.Id
        select new DeploymentRow
        {
            Id = row.Id,
            Member = row.MemberName,
            Place = place.Name,
            PlaceSlug = place.Slug,
            Lineage = place.Lineage,
            Role = row.Role,
            State = row.State,
            From = row.From,
            Until = row.Until,
            Basis = row.Basis,
            Workstation = desk
                .Db.Set<MemberWorkstation>()
                .Where(station => station.Id == row.WorkstationId)
                .Select(station => station.Name)
                .FirstOrDefault(),
            Office = row.Office,
        };

    private TableDefinition<DeploymentRow> Columns() =>
        new TableDefinition<DeploymentRow>("deployments", desk.Text["Menu.Deployments"])
            .Column("member", desk.Text["Deployment.Member"], row => row.Member)
            .Link(row => $"~/office/consultation/deployments/{row.Id}")
            .SortBy(row => row.Member)
            .Column("place", desk.Text["Deployment.Place"], row => row.Place)
            .Link(row => $"~/office/consultation/places/{row.PlaceSlug}")
            .SortBy(row => row.Lineage)
            .Column("role", desk.Text["Deployment.Role"], row => desk.Text["Place.Role." + row.Role].Value)
            .SortBy(row => row.Role)
            .Column("state", desk.Text["Deployment.State"], row => Badge(row.State))
            .Column("from", desk.Text["Deployment.From"], row => row.From)
            .SortBy(row => row.From)
            .Column("until", desk.Text["Deployment.Until"], row => row.Until)
            .SortBy(row => row.Until)
            .Hidden()
            .Column("station", desk.Text["Deployment.Workstation"], row => row.Workstation)
            .Hidden()
            .Column("office", desk.Text["Deployment.Office"], row => offices.TitleOf(row.Office))
            .Hidden()
            .Column("basis", desk.Text["Deployment.Basis"], row => row.Basis)
            .Hidden();

    private TableDefinition<DeploymentRow> Table(IReadOnlyList<PlaceChoice> all) =>
        Columns()
            .Search((rows, words) => rows.Where(row => row.Member.Contains(words) || row.Place.Contains(words)))
            .Choice(
                "state",
                desk.Text["Deployment.State"],
                Enum.GetValues<DeploymentState>().Select(state => new FilterOption(state.ToString(), Badge(state).Text)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .Choice(
                "role",
                desk.Text["Deployment.Role"],
                Enum.GetValues<DeploymentRole>()
                    .Select(role => new FilterOption(role.ToString(), desk.Text["Place.Role." + role])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Role.ToString()))
            )
            .Choice(
                "place",
                desk.Text["Deployment.Place"],
                all.Select(place => new FilterOption(place.Slug, new string('\u3000', place.Depth) + place.Name)),
                (rows, chosen) =>
                    rows.Where(row =>
                        chosen.Any(slug => row.Lineage.StartsWith(slug + "/") || row.Lineage.Contains("/" + slug + "/"))
                    )
            )
            .KeyedBy(row => row.Id)
            .StartSorted("place")
            .PageSize(50)
            .WhenEmpty(
                new EmptyList(
                    "users",
                    desk.Text["Deployments.None"],
                    desk.Text["Deployments.None.Text"],
                    "~/office/consultation/places",
                    desk.Text["Menu.Places"]
                )
            );

    private Badge Badge(DeploymentState state) => new(desk.Text["DeploymentState." + state], ToneOf(state));

    internal static Tone ToneOf(DeploymentState state) =>
        state switch
        {
            DeploymentState.Standing => Tone.Ok,
            DeploymentState.Withdrawn => Tone.Warn,
            _ => Tone.Neutral,
        };
}
