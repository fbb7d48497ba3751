using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Import;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>What an import would do, and everything that speaks against it.</summary>
internal sealed record DutyPlan(IReadOnlyList<DutyDetails> Records, IReadOnlyList<RowProblem> Problems, int Rows, int Known);

/// <summary>A row that can be read: everything but the other members of its record.</summary>
internal sealed record DutyRow(int Number, RowCells Cells, DutyDetails Details, DutyMember Member);

/// <summary>Reads rows, puts those that tell of one thing together, and compares them with the register and with each other.</summary>
internal sealed class DutyPlanner(
    DutyColumns columns,
    MemberLookup members,
    IReadOnlySet<DutyKey> registered,
    Func<string, bool> isOwnOffice,
    DateOnly today,
    string defaultOffice
)
{
    private readonly List<RowProblem> problems = [];
    private readonly Dictionary<DutyKey, int> seen = [];
    private int known;

    internal DutyPlan Plan(
        IReadOnlyList<TableLine> lines,
        IReadOnlyDictionary<string, (int Place, string Heading)> places,
        bool leaveOutKnown,
        Action<int> progress
    )
    {
        var rows = new List<DutyRow>(lines.Count);
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            List<RowProblem> own = [];
            var cells = new RowCells(line, places, own, text => text);
            if (Read(line, cells, own) is { } row && !IsKnown(row, cells, leaveOutKnown))
                rows.Add(row);
            problems.AddRange(own);
            progress(number + 1);
        }

        List<DutyDetails> records = [];
        // Members of one thing on one day stand in one record.
        foreach (var group in rows.GroupBy(row => row.Details))
        {
            var details = (group.Key with { Members = [.. group.Select(row => row.Member)] }).Tidy();
            records.Add(details);
            var first = group.First();
            foreach (var fault in DutyFaults.Of(details, today))
                problems.Add(first.Cells.Problem(ColumnOf(fault.Field), fault));
        }

        return new DutyPlan(
            [.. records.OrderBy(record => record.OccurredOn)],
            [.. problems.OrderBy(problem => problem.Row)],
            lines.Count,
            known
        );
    }

    private DutyRow? Read(TableLine line, RowCells cells, List<RowProblem> own)
    {
        var kind = cells.Named("kind", writing => columns.Value("kind", writing), "DutyKindUnreadable");
        var step = cells.Named("step", writing => columns.Value("step", writing), "DutyStepUnknown");
        var part = cells.As("part", columns.PartOf, "DutyPartUnknown");
        var office = cells.Named("office", columns.OfficeOf, "DutyOfficeUnreadable") ?? defaultOffice;
        if (office.Length == 0)
            cells.Complain("office", new Refusal("DutyOfficeUnknown"));
        else if (!isOwnOffice(office))
            cells.Complain("office", new Refusal("DutyOfficeNotOwn", columns.OfficeTitle(office)));
        if (kind is null)
            cells.Complain("kind", new Refusal("DutyKindUnknown"));
        if (!cells.Parsed<DateOnly>("occurredOn", ImportedDay.Read, out var day))
            cells.Complain("occurredOn", new Refusal("DutyDayMissing"));
        if (cells.Text("title") is null)
            cells.Complain("title", new Refusal("DutyTitleMissing"));
        var name = cells.Text("name");
        if (name is null)
            cells.Complain("name", new Refusal("DutyNameMissing"));
        if (own.Count > 0)
            return null;
        var (seat, person, refusal) = members.Find(name!, cells.Text("unit"), cells.Text("phone"), day);
        if (refusal is not null)
        {
            cells.Complain("name", refusal);
            return null;
        }

        var member = new DutyMember
        {
            MembershipId = seat,
            PersonId = person,
            Name = name!,
            Part = part,
            Position = cells.As("position", Number, "DutyNumberUnreadable"),
            Step = step,
            Quantity = cells.As("quantity", Number, "DutyNumberUnreadable") ?? 1,
        };
        var details = new DutyDetails
        {
            Kind = kind!,
            Title = cells.Text("title")!,
            OccurredOn = day,
            Office = office,
            Contact = cells.Text("contact"),
            Reference = cells.Text("reference"),
            Note = cells.Text("note"),
        };
        return own.Count > 0 ? null : new DutyRow(line.Number, cells, details, member);
    }

    private bool IsKnown(DutyRow row, RowCells cells, bool leaveOutKnown)
    {
        var key = DutyKey.Of(row.Details, row.Member.PersonId);
        if (registered.Contains(key))
        {
            known++;
            if (!leaveOutKnown)
                cells.Complain("name", new Refusal("DutyRowKnown", row.Member.Name));
            return true;
        }

        if (seen.TryAdd(key, row.Number))
            return false;
        cells.Complain("name", new Refusal("RowTwice", seen[key]));
        return true;
    }

    private static int? Number(string writing) =>
        int.TryParse(
            TypedText.HalfWidth(writing).Trim(),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static string ColumnOf(string? field) =>
        field switch
        {
            null or nameof(DutyDetails.Members) => "name",
            _ => char.ToLowerInvariant(field[0]) + field[1..],
        };
}

/// <summary>What makes two rows the same: kind, day, title, member.</summary>
internal readonly record struct DutyKey(string Kind, DateOnly Day, string Title, Guid PersonId)
{
    internal static DutyKey Of(DutyDetails details, Guid personId) =>
        new(details.Kind, details.OccurredOn, details.Title, personId);
}
