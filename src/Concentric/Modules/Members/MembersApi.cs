using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members;

/// <summary>What other modules may ask of the members: the only type here that they name, with its records.</summary>
public sealed partial class MembersApi(
    AppDb db,
    CurrentActor actor,
    SectorList sectors,
    MemberRegister register,
    ContactSeal seal,
    IEnumerable<IMemberTabs> tabs,
    ActorField field,
    MaskedFields masked,
    DisplayFormat format,
    IStringLocalizer<MembersTexts> texts
)
{
    /// <summary>The seats that were held on a day, in the order of names.</summary>
    public Task<List<MemberSummary>> ActiveOnAsync(DateOnly day, CancellationToken cancellation = default) =>
        Summaries(ActiveOn(day)).ToListAsync(cancellation);

    public Task<List<MemberSummary>> FindAsync(
        IReadOnlyCollection<Guid> membershipIds,
        CancellationToken cancellation = default
    ) => Summaries(db.Set<Membership>().Where(seat => membershipIds.Contains(seat.Id))).ToListAsync(cancellation);

    /// <summary>The seats of one person, newest term first.</summary>
    public async Task<List<MemberSummary>> OfPersonAsync(Guid personId, CancellationToken cancellation = default) =>
        [
            .. (
                await Summaries(db.Set<Membership>().Where(seat => seat.PersonId == personId)).ToListAsync(cancellation)
            ).OrderByDescending(seat => seat.Term),
        ];

    /// <summary>For pickers: seats by name, pinyin, initials or unit, one page of them.</summary>
    public async Task<MemberPage> SearchAsync(MemberQuery query, CancellationToken cancellation = default)
    {
        var found = MemberSearch.Matching(ActiveOn(query.ActiveOn), query.Text);
        if (query.Level is { } level)
            found = found.Where(seat => seat.Level == level);
        if (query.Sector is { } sector)
            found = found.Where(seat => seat.Sector == sector);
        if (query.Duties is { Count: > 0 } duties)
            found = WithDuty(found, duties, query.ActiveOn);
        if (query.Term is { } term)
            found = found.Where(seat => seat.Term == term);
        var size = Math.Clamp(query.PageSize, 1, 200);
        var total = await found.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        var items = await Summaries(found).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new MemberPage(items, total, page, pages);
    }

    /// <summary>The seats of a sector on a day.</summary>
    public Task<List<MemberSummary>> OfSectorAsync(string sector, DateOnly day, CancellationToken cancellation = default) =>
        Summaries(ActiveOn(day).Where(seat => seat.Sector == sector)).ToListAsync(cancellation);

    /// <summary>The seats with one of these duties on a day: the standing committee, the chairpersons' meeting.</summary>
    public Task<List<MemberSummary>> WithDutyAsync(
        IReadOnlyCollection<MemberDuty> duties,
        DateOnly day,
        CancellationToken cancellation = default
    ) => Summaries(WithDuty(ActiveOn(day), duties, day)).ToListAsync(cancellation);

    /// <summary>How many seats of each level were held on a day. One person may hold two.</summary>
    public Task<Dictionary<MembershipLevel, int>> CountByLevelAsync(DateOnly day, CancellationToken cancellation = default) =>
        ActiveOn(day)
            .GroupBy(seat => seat.Level)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);

    /// <summary>The accounts by which members sign in, by membership; those without one are left out.</summary>
    public async Task<Dictionary<Guid, Guid>> AccountsAsync(
        IReadOnlyCollection<Guid> membershipIds,
        CancellationToken cancellation = default
    )
    {
        // The least of several is taken here: PostgreSQL before 18 knows no minimum of keys.
        var held = await (
            from seat in db.Set<Membership>()
            join account in db.Accounts on seat.PersonId equals account.PersonId
            where membershipIds.Contains(seat.Id) && account.DisabledAt == null
            select new { Seat = seat.Id, Account = account.Id }
        ).ToListAsync(cancellation);
        return held.GroupBy(row => row.Seat).ToDictionary(group => group.Key, group => group.Min(row => row.Account));
    }

    /// <summary>
    /// The title of a sector as this reader may see it: the religious sector tells of a belief and is named only to those
    /// who may see sensitive data.
    /// </summary>
    public string SectorTitle(string sector)
    {
        var term = sectors.Find(sector);
        if (term is null)
            return sector;
        return term.Sensitive && !actor.Can(MembersPermissions.ReadSensitive) ? texts["Restricted"] : term.Name;
    }

    /// <summary>The sectors that this reader may choose from, in the order of the list.</summary>
    public IReadOnlyList<SectorChoice> Sectors() =>
        [
            .. sectors
                .All.Where(term => !term.Sensitive || actor.Can(MembersPermissions.ReadSensitive))
                .Select(term => new SectorChoice(term.Id, term.Name)),
        ];

    public string LevelTitle(MembershipLevel level) => texts["Level." + level];

    /// <summary>The tabs of this member's file that the reader may see: its own two, then those that modules add.</summary>
    public IReadOnlyList<MemberTab> TabsOf(Guid personId) =>
        [
            .. new MemberTab[]
            {
                new("Tab.File", $"~/office/members/{personId}", MembersPermissions.Read),
                new("Tab.Duty", $"~/office/members/{personId}/duty", MembersPermissions.Read),
            }
                .Concat(tabs.SelectMany(source => source.TabsOf(personId)))
                .Where(tab => actor.Can(tab.Permission) && (!tab.WholeCommittee || field.Of(tab.Permission) is null)),
        ];

    public string DutyTitle(MemberDuty duty) => texts["Duty." + duty];

    /// <summary>Adds a person with a seat to the next save, by the same verbs as the form; gives the membership's id.</summary>
    /// <exception cref="Platform.RefusedException">The details cannot be kept.</exception>
    public async Task<Guid> EnrolAsync(PersonDetails person, SeatDetails seat, CancellationToken cancellation = default)
    {
        var added = await register.AddAsync(person, cancellation);
        return register.Appoint(added, seat).Id;
    }

    /// <summary>Gives a person, who may have been added in this same save, a further seat.</summary>
    public async Task<Guid> AppointAsync(Guid personId, SeatDetails seat, CancellationToken cancellation = default)
    {
        var person =
            db.Set<Person>().Local.FirstOrDefault(row => row.Id == personId)
            ?? await db.Set<Person>().Include(row => row.Memberships).SingleAsync(row => row.Id == personId, cancellation);
        return register.Appoint(person, seat).Id;
    }

    private IQueryable<Membership> ActiveOn(DateOnly? day) =>
        day is null
            ? db.Set<Membership>()
            : db.Set<Membership>().Where(seat => seat.StartsOn <= day && (seat.EndsOn == null || day <= seat.EndsOn));

    /// <summary>
    /// The seats that were held on at least one day of a period, in the order of names; of one person only when one is named.
    /// A seat whose duty changed in the period is there once for each duty, with its days.
    /// </summary>
    public async Task<List<SeatHeld>> HeldBetweenAsync(
        DateOnly from,
        DateOnly to,
        Guid? personId = null,
        CancellationToken cancellation = default
    )
    {
        var seats = await db.Set<Membership>()
            .Where(seat => seat.StartsOn <= to && (seat.EndsOn == null || from <= seat.EndsOn))
            .Where(seat => personId == null || seat.PersonId == personId)
            .OrderBy(seat => seat.Person.Pinyin)
            .ThenBy(seat => seat.Person.Name)
            .ThenBy(seat => seat.PersonId)
            .ThenBy(seat => seat.StartsOn)
            .ThenBy(seat => seat.Id)
            .Select(seat => new
            {
                Seat = new SeatHeld(
                    seat.Id,
                    seat.PersonId,
                    seat.Person.Name,
                    seat.Level,
                    seat.Sector,
                    seat.Duty,
                    seat.StartsOn,
                    seat.EndsOn
                ),
                Earlier = seat.EarlierDuties.Select(earlier => new { earlier.Duty, earlier.LastDay }).ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancellation);
        return
        [
            .. seats.SelectMany(row =>
                Membership
                    .SpansOf(
                        row.Seat.Duty,
                        row.Seat.StartsOn,
                        row.Seat.EndsOn,
                        row.Earlier.Select(earlier => (earlier.Duty, earlier.LastDay))
                    )
                    .Where(span => span.From <= to && (span.To is null || from <= span.To))
                    .Select(span => row.Seat with { Duty = span.Duty, StartsOn = span.From, EndsOn = span.To })
            ),
        ];
    }

    /// <summary>How many seats were held on at least one day of a period: what a coverage is a share of.</summary>
    public Task<int> CountHeldAsync(DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        db.Set<Membership>()
            .CountAsync(seat => seat.StartsOn <= to && (seat.EndsOn == null || from <= seat.EndsOn), cancellation);

    /// <summary>The seats that carried one of the duties on a day; without a day, that carry one now.</summary>
    private static IQueryable<Membership> WithDuty(
        IQueryable<Membership> seats,
        IReadOnlyCollection<MemberDuty> duties,
        DateOnly? day
    ) =>
        day is null
            ? seats.Where(seat => duties.Contains(seat.Duty))
            : seats.Where(seat =>
                duties.Contains(
                    seat.EarlierDuties.Where(earlier => earlier.LastDay >= day)
                        .OrderBy(earlier => earlier.LastDay)
                        .Select(earlier => (MemberDuty?)earlier.Duty)
                        .FirstOrDefault()
                        ?? seat.Duty
                )
            );

    private static IQueryable<MemberSummary> Summaries(IQueryable<Membership> seats) =>
        seats
            .OrderBy(seat => seat.Person.Pinyin)
            .ThenBy(seat => seat.Person.Name)
            .ThenBy(seat => seat.Level)
            .ThenBy(seat => seat.Id)
            .Select(seat => new MemberSummary(
                seat.Id,
                seat.PersonId,
                seat.Person.Name,
                seat.Level,
                seat.Term,
                seat.Sector,
                seat.Duty,
                seat.Person.Unit
            ));
}

/// <summary>One seat as other modules see it.</summary>
public sealed record MemberSummary(
    Guid MembershipId,
    Guid PersonId,
    string Name,
    MembershipLevel Level,
    int Term,
    string Sector,
    MemberDuty Duty,
    string? Unit
);

/// <summary>One seat under one duty, with the days of it; the last day is included, and null while it is held.</summary>
public sealed record SeatHeld(
    Guid MembershipId,
    Guid PersonId,
    string Name,
    MembershipLevel Level,
    string Sector,
    MemberDuty Duty,
    DateOnly StartsOn,
    DateOnly? EndsOn
);

/// <summary>What a picker asks for; what is left out does not narrow.</summary>
public sealed record MemberQuery
{
    /// <summary>Part of a name or unit, or the beginning of pinyin or initials.</summary>
    public string? Text { get; init; }
    public MembershipLevel? Level { get; init; }
    public string? Sector { get; init; }
    public IReadOnlyCollection<MemberDuty>? Duties { get; init; }
    public int? Term { get; init; }
    public DateOnly? ActiveOn { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>At most 200.</summary>
    public int PageSize { get; init; } = 20;
}

/// <summary>One page of a search; an unknown page is the nearest there is.</summary>
public sealed record MemberPage(IReadOnlyList<MemberSummary> Items, int Total, int Page, int Pages);

/// <summary>A sector that may be chosen.</summary>
public sealed record SectorChoice(string Id, string Title);
