using Concentric.Platform;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Members.Import;

/// <summary>What holds for rows that do not say it themselves.</summary>
internal sealed record RowDefaults(MembershipLevel Level, int Term, DateOnly StartsOn)
{
    /// <summary>The committee's own level is the county's; its present term began in its first year.</summary>
    internal static RowDefaults Of(Committee committee) =>
        new(MembershipLevel.County, committee.Term, new DateOnly(Math.Max(committee.TermFrom, 1949), 1, 1));
}

/// <summary>One thing that is wrong with a row: where, what stands there, why, in words that also say what would be right.</summary>
internal sealed record RowProblem(int Row, string Column, string Value, Refusal Refusal);

/// <summary>A row as read: the details, or nothing where something is wrong.</summary>
internal sealed record ReadRow(int Number, PersonDetails? Person, SeatDetails? Seat, IReadOnlyList<RowProblem> Problems);

/// <summary>Turns lines of a sheet into details of people and seats, telling of each cell that cannot be read.</summary>
internal sealed class RowReader(
    MemberColumns columns,
    MemberRegister register,
    SectorList sectors,
    PartyList parties,
    IReadOnlyDictionary<string, (int Place, string Heading)> places,
    RowDefaults defaults
)
{
    public ReadRow Read(SheetLine line)
    {
        var problems = new List<RowProblem>();
        var cells = new Cells(line, places, problems);
        var person = new PersonDetails
        {
            Name = cells.Text("name") ?? "",
            Sex = cells.As("sex", writing => columns.Value<Sex>("sex", writing), "SexUnknown"),
            BornIn = cells.Parsed<DateOnly>("bornIn", MonthText.ReadMonth, out var month) ? month : null,
            Ethnicity = cells.Text("ethnicity"),
            Party = cells.Find("party", parties, "PartyUnknown"),
            Education = cells.Text("education"),
            Unit = cells.Text("unit"),
            Post = cells.Text("post"),
            ResidentPlace = cells.Text("place"),
            Phone = cells.Text("phone"),
            Email = cells.Text("email"),
            Address = cells.Text("address"),
        };
        var seat = new SeatDetails
        {
            Level =
                cells.As("level", writing => columns.Value<MembershipLevel>("level", writing), "LevelUnknown") ?? defaults.Level,
            Term = cells.As("term", columns.Term, "TermUnknown") ?? defaults.Term,
            Sector = SectorOf(cells),
            Duty = cells.As("duty", writing => columns.Value<MemberDuty>("duty", writing), "DutyUnknown") ?? MemberDuty.Ordinary,
            StartsOn = cells.Parsed<DateOnly>("startsOn", MonthText.ReadDay, out var day) ? day : defaults.StartsOn,
        };
        foreach (var refusal in register.WhyNot(person).Concat(register.WhyNot(seat)))
            cells.Complain(ColumnOf(refusal.Field), refusal);
        return problems.Count > 0
            ? new ReadRow(line.Number, null, null, problems)
            : new ReadRow(line.Number, person, seat, problems);
    }

    private string SectorOf(Cells cells)
    {
        if (cells.Text("sector") is not null)
            return cells.Find("sector", sectors, "SectorUnknown") ?? "";
        cells.Complain("sector", new Refusal("SectorMissing"));
        return "";
    }

    private static string ColumnOf(string? field) =>
        field switch
        {
            nameof(PersonDetails.ResidentPlace) => "place",
            null => "name",
            _ => char.ToLowerInvariant(field[0]) + field[1..],
        };

    internal delegate Refusal? Reading<TValue>(string writing, out TValue value);

    /// <summary>The cells of one line by their meaning.</summary>
    private sealed class Cells(
        SheetLine line,
        IReadOnlyDictionary<string, (int Place, string Heading)> places,
        List<RowProblem> problems
    )
    {
        public string? Text(string column) =>
            places.TryGetValue(column, out var place) && line[place.Place] is { Length: > 0 } text ? text : null;

        public TValue? As<TValue>(string column, Func<string, TValue?> read, string refusal)
            where TValue : struct
        {
            if (Text(column) is not { } text)
                return null;
            var value = read(text);
            if (value is null)
                Complain(column, new Refusal(refusal, Shown(column)));
            return value;
        }

        public bool Parsed<TValue>(string column, Reading<TValue> read, out TValue value)
            where TValue : struct
        {
            value = default;
            if (Text(column) is not { } text)
                return false;
            if (read(text, out value) is not { } refusal)
                return true;
            Complain(column, refusal);
            return false;
        }

        public string? Find(string column, TermList terms, string refusal)
        {
            if (Text(column) is not { } text)
                return null;
            var term = terms.Read(text);
            if (term is null)
                Complain(column, new Refusal(refusal, Shown(column)));
            return term?.Id;
        }

        public void Complain(string column, Refusal refusal)
        {
            // What could not be read was told already.
            if (problems.Exists(problem => problem.Refusal.Field == column))
                return;
            var heading = places.TryGetValue(column, out var place) ? place.Heading : "";
            problems.Add(new RowProblem(line.Number, heading, Shown(column), refusal.At(column)));
        }

        // A number that may not be kept is not repeated in the list of problems either.
        private string Shown(string column)
        {
            var text = Text(column) ?? "";
            return ForbiddenNumbers.WhyNotKeep(text) is not null ? "****"
                : text.Length > 60 ? text[..60] + "…"
                : text;
        }
    }
}
