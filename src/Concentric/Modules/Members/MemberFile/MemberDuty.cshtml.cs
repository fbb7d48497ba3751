using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>What the ledger tells of one member, newest first, each line leading to the record behind it.</summary>
[RequirePermission(MembersPermissions.Read)]
public sealed class MemberDutyPage(AppDb db, MemberHeaders headers, DutyFacts duty, CurrentCommittee committee, TimeProvider time)
    : AppPage
{
    private const int PageSize = 25;

    public MemberHeader Header { get; private set; } = null!;

    public IReadOnlyList<DutyLine> Facts { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var person = await db.Set<Person>()
            .AsNoTracking()
            .Include(row => row.Memberships)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (person is null)
            return NotFound();
        Header = headers.Of(person, committee.Today(time), "/duty");
        var facts = duty.Of(person);
        Total = await facts.CountAsync(cancellation);
        // Read here: the framework's own route value has the same name.
        Number = int.TryParse(Request.Query["page"], out var asked) && asked >= 1 && asked <= Pages ? asked : 1;
        Facts = await duty.DescribeAsync(
            await facts.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            person,
            forOffice: true
        );
        return Page();
    }
}

/// <summary>One fact of a member's duty in words.</summary>
public sealed record DutyLine(DateOnly Day, string Kind, string Title, string? Path, string Seat);

/// <summary>Reads a member's facts from the ledger and says them in words.</summary>
public sealed class DutyFacts(AppDb db, IEnumerable<IFactSource> sources, MembersApi members, Words words)
{
    internal IQueryable<Fact> Of(Person person)
    {
        var seats = person.Memberships.Select(seat => (Guid?)seat.Id).ToList();
        return db
            .Facts.Standing()
            .AsNoTracking()
            .Where(fact => seats.Contains(fact.SubjectId))
            .OrderByDescending(fact => fact.OccurredOn)
            .ThenByDescending(fact => fact.Index);
    }

    internal async Task<IReadOnlyList<DutyLine>> DescribeAsync(IReadOnlyList<Fact> facts, Person person, bool forOffice)
    {
        var links = new Dictionary<Guid, FactSourceLink>();
        foreach (var group in facts.GroupBy(fact => fact.SourceType))
        {
            if (sources.FirstOrDefault(source => source.SourceType == group.Key) is not { } source)
                continue;
            foreach (var (id, link) in await source.DescribeAsync([.. group.Select(fact => fact.SourceId).Distinct()]))
                links[id] = link;
        }

        var seats = person.Memberships.ToDictionary(seat => seat.Id);
        return
        [
            .. facts.Select(fact =>
            {
                var link = links.GetValueOrDefault(fact.SourceId);
                var path = forOffice ? link?.OfficePath ?? link?.PublicPath : link?.PublicPath;
                var seat = seats[fact.SubjectId!.Value];
                return new DutyLine(
                    fact.OccurredOn,
                    words["Fact." + fact.Kind],
                    link?.Title ?? words["Fact." + fact.Kind],
                    path,
                    members.LevelTitle(seat.Level)
                );
            }),
        ];
    }
}
