using Concentric.Platform;
using Concentric.Platform.Import;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Members.Import;

/// <summary>What holds for rows that do not say it themselves.</summary>
internal sealed record RowDefaults(MembershipLevel Level, int Term, DateOnly StartsOn)
{
    /// <summary>The committee's own level is the county's; its present term began in its first year.</summary>
    internal static RowDefaults Of(Committee committee) =>
        new(MembershipLevel.County, committee.Term, new DateOnly(Math.Max(committee.TermFrom, 1949), 1, 1));
}

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
    public ReadRow Read(TableLine line)
    {
        var problems = new List<RowProblem>();
        var cells = new RowCells(line, places, problems, Shown);
        var person = new PersonDetails
        {
            Name = cells.Text("name") ?? "",
            Sex = cells.As("sex", writing => columns.Value<Sex>("sex", writing), "SexUnknown"),
            BornIn = cells.Parsed<DateOnly>("bornIn", MonthText.ReadMonth, out var month) ? month : null,
            Ethnicity = cells.Text("ethnicity"),
            Party = cells.Named("party", writing => parties.Read(writing)?.Id, "PartyUnknown"),
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

    private string SectorOf(RowCells cells)
    {
        if (cells.Text("sector") is not null)
            return cells.Named("sector", writing => sectors.Read(writing)?.Id, "SectorUnknown") ?? "";
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

    // A number that may not be kept is not repeated in the list of problems either.
    private static string Shown(string text) => ForbiddenNumbers.WhyNotKeep(text) is not null ? "****" : text;
}
