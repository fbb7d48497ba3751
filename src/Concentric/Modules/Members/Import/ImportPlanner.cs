using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>A person whom a sheet tells of, new or registered already, with the seats that it adds.</summary>
internal sealed class PlannedPerson
{
    /// <summary>The registered person; nothing for a new one.</summary>
    public Guid? RegisteredId { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }
    public string? PhoneTrace { get; init; }
    public PersonDetails? Details { get; init; }
    public List<SeatDetails> NewSeats { get; } = [];

    /// <summary>The row that told of a seat first; 0 for a seat in the register.</summary>
    public Dictionary<(MembershipLevel Level, int Term), int> Seats { get; init; } = [];
}

/// <summary>What an import would do, and everything that speaks against it.</summary>
internal sealed record ImportPlan(IReadOnlyList<PlannedPerson> People, IReadOnlyList<RowProblem> Problems, int Rows, int Known)
{
    public int NewPeople => People.Count(person => person.RegisteredId is null);
    public int NewSeats => People.Sum(person => person.NewSeats.Count);
}

/// <summary>
/// Compares rows with the register and with each other. The same person is: same phone number and name, or same name and
/// unit unless two different phone numbers say otherwise. A further level or term is a further seat of the same person.
/// </summary>
internal sealed class ImportPlanner(AppDb db, ContactSeal seal)
{
    private readonly Dictionary<string, PlannedPerson> byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Unit), List<PlannedPerson>> byUnit = [];
    private readonly List<PlannedPerson> people = [];
    private readonly List<RowProblem> problems = [];
    private int known;

    /// <param name="leaveOutKnown">Rows whose seat is registered already are left out instead of being told as problems.</param>
    public async Task<ImportPlan> PlanAsync(
        IReadOnlyList<ReadRow> rows,
        bool leaveOutKnown,
        CancellationToken cancellation = default
    )
    {
        var trace = await seal.TracerAsync(cancellation);
        await RememberRegisterAsync(cancellation);
        foreach (var row in rows)
        {
            problems.AddRange(row.Problems);
            if (row is { Person: { } person, Seat: { } seat })
                Place(row.Number, person, seat, leaveOutKnown, trace);
        }

        return new ImportPlan(
            people.FindAll(person => person.NewSeats.Count > 0),
            [.. problems.OrderBy(problem => problem.Row)],
            rows.Count,
            known
        );
    }

    private async Task RememberRegisterAsync(CancellationToken cancellation)
    {
        var registered = await db.Set<Person>()
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Unit,
                person.PhoneTrace,
                Seats = person.Memberships.Select(seat => new { seat.Level, seat.Term }).ToList(),
            })
            .ToListAsync(cancellation);
        foreach (var person in registered)
        {
            Remember(
                new PlannedPerson
                {
                    RegisteredId = person.Id,
                    Name = person.Name,
                    Unit = person.Unit,
                    PhoneTrace = person.PhoneTrace,
                    Seats = person.Seats.ToDictionary(seat => (seat.Level, seat.Term), _ => 0),
                }
            );
        }
    }

    private void Place(int row, PersonDetails details, SeatDetails seat, bool leaveOutKnown, Func<string, string> trace)
    {
        var phone = Contacts.TidyPhone(details.Phone ?? "");
        var digest = phone.Length == 0 ? null : trace(phone);
        if (digest is not null && byPhone.GetValueOrDefault(digest) is { } owner && owner.Name != details.Name)
        {
            problems.Add(
                new RowProblem(row, "", Contacts.MaskPhone(phone), new Refusal("PhoneOfAnother", owner.Name).At("phone"))
            );
            return;
        }

        var person = Find(details, digest) ?? Remember(NewPerson(details, digest));
        if (!person.Seats.TryGetValue((seat.Level, seat.Term), out var first))
        {
            person.Seats[(seat.Level, seat.Term)] = row;
            person.NewSeats.Add(seat);
        }
        else if (first == 0 && leaveOutKnown)
        {
            known++;
        }
        else
        {
            known += first == 0 ? 1 : 0;
            var refusal = first == 0 ? new Refusal("RowKnown", details.Name, seat.Term) : new Refusal("RowTwice", first);
            problems.Add(new RowProblem(row, "", details.Name, refusal.At("name")));
        }
    }

    private PlannedPerson? Find(PersonDetails details, string? digest)
    {
        if (digest is not null && byPhone.GetValueOrDefault(digest) is { } samePhone)
            return samePhone;
        // Two of one name of whom no unit is told are taken for one: a second row has to say how they differ.
        return byUnit.TryGetValue((details.Name, details.Unit ?? ""), out var sameUnit)
            ? sameUnit.Find(person => person.PhoneTrace is null || digest is null)
            : null;
    }

    private static PlannedPerson NewPerson(PersonDetails details, string? digest) =>
        new()
        {
            Name = details.Name,
            Unit = details.Unit,
            PhoneTrace = digest,
            Details = details,
        };

    private PlannedPerson Remember(PlannedPerson person)
    {
        people.Add(person);
        if (person.PhoneTrace is { } digest)
            byPhone.TryAdd(digest, person);
        var unit = person.Unit ?? "";
        if (!byUnit.TryGetValue((person.Name, unit), out var same))
            byUnit[(person.Name, unit)] = same = [];
        same.Add(person);
        return person;
    }
}
