using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>What an import would do, and everything that speaks against it.</summary>
/// <param name="Read">How many rows were read.</param>
/// <param name="Known">How many of them are recorded already.</param>
/// <param name="Elsewhere">How many rows post a member who stands at another place as well, by the register or by a row before.</param>
internal sealed record DeploymentPlan(
    IReadOnlyList<PlannedDeployment> Rows,
    IReadOnlyList<RowProblem> Problems,
    int Read,
    int Known,
    int Elsewhere
);

/// <summary>A deployment that a row makes, with its end where the list tells of one.</summary>
internal sealed record PlannedDeployment(Guid PlaceId, DeployedMember Member, DeploymentDetails Details, Ending? Ending);

/// <summary>A deployment as the register has it.</summary>
internal sealed record KnownDeployment(Guid PlaceId, Guid MembershipId, DateOnly From, bool Stands);

/// <summary>What the rows are compared with.</summary>
/// <param name="Members">Finds members by name.</param>
/// <param name="Places">Finds places by name.</param>
/// <param name="Workstations">The open workstations.</param>
/// <param name="Recorded">What was recorded and not withdrawn.</param>
/// <param name="Today">In the committee's zone.</param>
internal sealed record DeploymentRegister(
    MemberLookup Members,
    PlaceNames Places,
    IReadOnlyList<(Guid Id, Guid PlaceId, string Name)> Workstations,
    IReadOnlyList<KnownDeployment> Recorded,
    DateOnly Today
);

/// <summary>What holds for rows that do not say it.</summary>
/// <param name="Ended">The reason of an end whose reason nobody wrote.</param>
internal sealed record DeploymentDefaults(string Office, DateOnly? From, string? Basis, string Ended);

/// <summary>Reads the rows of a list of deployed members, and compares them with the register and with each other.</summary>
internal sealed class DeploymentPlanner(DeploymentColumns columns, DeploymentRegister register, DeploymentDefaults defaults)
{
    private readonly List<RowProblem> problems = [];
    private readonly List<PlannedDeployment> planned = [];
    private readonly HashSet<(Guid Place, Guid Seat, DateOnly From)> recorded =
    [
        .. register.Recorded.Select(row => (row.PlaceId, row.MembershipId, row.From)),
    ];
    private readonly HashSet<(Guid Place, Guid Seat)> standing =
    [
        .. register.Recorded.Where(row => row.Stands).Select(row => (row.PlaceId, row.MembershipId)),
    ];
    private readonly Dictionary<(Guid Place, Guid Seat, DateOnly From), int> seen = [];
    private readonly HashSet<Guid> posted = [.. register.Recorded.Where(row => row.Stands).Select(row => row.MembershipId)];
    private int known;
    private int elsewhere;

    internal DeploymentPlan Plan(
        IReadOnlyList<TableLine> lines,
        IReadOnlyDictionary<string, (int Place, string Heading)> places,
        Action<int> progress
    )
    {
        foreach (var (at, line) in lines.Index())
        {
            List<RowProblem> own = [];
            var cells = new RowCells(line, places, own, Shown);
            if (Read(cells, own) is { } row && IsNew(row, line.Number, cells))
                planned.Add(row);
            problems.AddRange(own);
            progress(at + 1);
        }

        return new DeploymentPlan(planned, problems, lines.Count, known, elsewhere);
    }

    /// <summary>Numbers of people are not repeated in a list of problems.</summary>
    private static string Shown(string cell) => cell.Count(char.IsAsciiDigit) > 10 ? "****" : cell;

    private PlannedDeployment? Read(RowCells cells, List<RowProblem> own)
    {
        var from = cells.Parsed<DateOnly>("from", ImportedDay.Read, out var day) ? day : defaults.From;
        var until = cells.Parsed<DateOnly>("until", ImportedDay.Read, out var end) ? (DateOnly?)end : null;
        (string Name, string? Unit) told = cells.Text("name") is { } typed ? MemberTyped.Parts(typed) : ("", null);
        // Notices write the head's post behind the name.
        var behind = told.Unit is { } post ? columns.RoleOf(post) : null;
        if (behind is not null)
            told.Unit = null;
        var role = cells.As("role", columns.RoleOf, "DeploymentRoleUnreadable") ?? behind;
        var level = cells.As("level", columns.LevelOf, "DeploymentLevelUnreadable");
        var (place, unclear) = register.Places.Find(cells.Text("place"), cells.Text("above"));
        if (unclear is not null)
            cells.Complain(cells.Text("place") is null && cells.Text("above") is not null ? "above" : "place", unclear);
        var details = new DeploymentDetails
        {
            WorkstationId = place is null ? null : WorkstationOf(cells, place),
            Role = role ?? DeploymentRole.Member,
            From = from,
            Basis = cells.Text("basis") ?? defaults.Basis,
            Office = defaults.Office,
        };
        foreach (var fault in details.Faults(register.Today))
            cells.Complain(char.ToLowerInvariant(fault.Field![0]) + fault.Field[1..], fault);
        if (told.Name.Length == 0)
            cells.Complain("name", new Refusal("DeploymentNameMissing"));
        var ending = until is null ? null : new Ending(until, cells.Text("reason") ?? defaults.Ended);
        if (until > register.Today)
            cells.Complain("until", new Refusal("DeploymentUntilToCome"));
        else if (ending?.Fault(from, register.Today) is { } fault)
            cells.Complain(fault.Field == nameof(Ending.Reason) ? "reason" : "until", fault);
        // Who it is can be told of a row that has other faults as well.
        var member = from is { } begin && told.Name.Length > 0 ? MemberOf(cells, told, level, begin) : null;
        return own.Count > 0 ? null : new PlannedDeployment(place!.Id, member!, details, ending);
    }

    private DeployedMember? MemberOf(RowCells cells, (string Name, string? Unit) told, MembershipLevel? level, DateOnly from)
    {
        var unit = cells.Text("unit") ?? told.Unit;
        var (seat, person, refusal) = register.Members.Find(told.Name, unit, cells.Text("phone"), from, level);
        if (refusal is null)
            return new DeployedMember(seat, person, told.Name);
        cells.Complain(refusal.Code == "MemberLevelNotHeld" ? "level" : "name", refusal);
        return null;
    }

    private Guid? WorkstationOf(RowCells cells, PlaceChoice place)
    {
        if (cells.Text("workstation") is not { } typed)
            return null;
        var plain = PlaceName.Plain(typed);
        var here = register.Workstations.Where(station => station.PlaceId == place.Id).ToList();
        var meant = here.FindAll(station => PlaceName.Plain(station.Name) == plain);
        if (meant.Count == 1)
            return meant[0].Id;
        cells.Complain("workstation", new Refusal("DeploymentWorkstationUnknown", typed, place.Name));
        return null;
    }

    private bool IsNew(PlannedDeployment row, int number, RowCells cells)
    {
        var (place, seat, from) = (row.PlaceId, row.Member.MembershipId, row.Details.From!.Value);
        if (!seen.TryAdd((place, seat, from), number))
        {
            cells.Complain("name", new Refusal("RowTwice", seen[(place, seat, from)]));
            return false;
        }

        // A row that names no day tells nothing new of somebody who stands there.
        var isTold = cells.Text("from") is null && row.Ending is null && standing.Contains((place, seat));
        if (isTold || recorded.Contains((place, seat, from)))
        {
            known++;
            if (row.Ending is not null && standing.Contains((place, seat)))
                cells.Complain("until", new Refusal("DeploymentEndsInOffice", row.Member.Name));
            return false;
        }

        if (row.Ending is not null || standing.Add((place, seat)))
        {
            if (row.Ending is null && !posted.Add(seat))
                elsewhere++;
            return true;
        }

        cells.Complain("name", new Refusal("DeploymentStandsAlready", row.Member.Name));
        return false;
    }
}
