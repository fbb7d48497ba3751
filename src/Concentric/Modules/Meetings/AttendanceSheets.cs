using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>Who stands on the attendance sheet of a meeting: chosen by level, duty, sector, as staff, or by hand.</summary>
public sealed class AttendanceSheets(AppDb db, MembersApi members, MeetingKinds kinds, CurrentCommittee committee)
{
    /// <summary>Puts those chosen on the sheet who do not stand there yet. A person with two seats stands there once.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="DbUpdateException">Somebody else added the same person at the same moment.</exception>
    public async Task<int> ExpectAsync(Meeting meeting, ExpectedPeople people, CancellationToken cancellation = default)
    {
        RefusedException.ThrowIf(meeting.WhyNotChangePeople());
        var chosen = await ChooseAsync(meeting.HeldOn, people, cancellation);
        return await AddAsync(meeting, chosen, people.Basis, cancellation);
    }

    /// <summary>Those who would be added, in the order of the sheet.</summary>
    public async Task<List<SheetPerson>> ChooseAsync(
        DateOnly day,
        ExpectedPeople people,
        CancellationToken cancellation = default
    )
    {
        var seats = people.NamesMembers ? (await members.ActiveOnAsync(day, cancellation)).Where(people.Includes).ToList() : [];
        var staff = people.Staff ? await StaffAsync(cancellation) : [];
        var ofStaff = staff.Select(account => account.PersonId).OfType<Guid>().ToHashSet();
        var seatsOfStaff =
            ofStaff.Count == 0
                ? []
                : (await members.ActiveOnAsync(day, cancellation)).Where(seat => ofStaff.Contains(seat.PersonId));
        return
        [
            .. seats.Concat(seatsOfStaff).GroupBy(seat => seat.PersonId).Select(BestOf),
            .. staff
                .Where(account => account.PersonId is null)
                .Select(account => new SheetPerson { AccountId = account.Id, Name = account.Name }),
        ];
    }

    /// <summary>列席: a guest who is invited beforehand.</summary>
    public Task<int> InviteAsync(Meeting meeting, SheetPerson guest, CancellationToken cancellation = default)
    {
        RefusedException.ThrowIf(meeting.WhyNotChangePeople() ?? SheetPerson.WhyNotName(guest.Name));
        return AddAsync(meeting, [guest], AttendanceBasis.Observer, cancellation);
    }

    /// <summary>Somebody without a seat or account, or a member found at the door.</summary>
    public Task<int> AddOnTheSpotAsync(Meeting meeting, SheetPerson person, CancellationToken cancellation = default)
    {
        RefusedException.ThrowIf(meeting.WhyNotAddOnTheSpot(person.Name));
        return AddAsync(meeting, [person], AttendanceBasis.OnTheSpot, cancellation);
    }

    private async Task<int> AddAsync(
        Meeting meeting,
        IReadOnlyList<SheetPerson> people,
        AttendanceBasis basis,
        CancellationToken cancellation
    )
    {
        var there = await db.Set<Attendance>()
            .Where(row => row.MeetingId == meeting.Id)
            .Select(row => new
            {
                row.PersonId,
                row.AccountId,
                row.Order,
            })
            .ToListAsync(cancellation);
        var known = there.SelectMany(row => new[] { row.PersonId, row.AccountId }).OfType<Guid>().ToHashSet();
        var order = there.Count == 0 ? 0 : there.Max(row => row.Order);
        var added = people.Where(person => !known.Contains(person.PersonId ?? person.AccountId ?? Guid.Empty)).ToList();
        db.AddRange(added.Select(person => Attendance.Of(meeting, person, basis, ++order)));
        await db.SaveChangesAsync(cancellation);
        return added.Count;
    }

    private async Task<List<(Guid Id, Guid? PersonId, string Name)>> StaffAsync(CancellationToken cancellation)
    {
        var roles = kinds.StaffRoles;
        var rows = await db
            .Accounts.Where(account => account.DisabledAt == null && account.Roles.Any(role => roles.Contains(role.Role)))
            .OrderBy(account => account.DisplayName)
            .Select(account => new
            {
                account.Id,
                account.PersonId,
                account.DisplayName,
            })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => (row.Id, row.PersonId, row.DisplayName));
    }

    /// <summary>Of several seats the one in this committee's own level and term counts.</summary>
    private SheetPerson BestOf(IEnumerable<MemberSummary> seats) =>
        PersonOf(
            seats
                .OrderByDescending(held => held.Level == MembershipLevel.County)
                .ThenByDescending(held => held.Term == committee.Value.Term)
                .First()
        );

    /// <summary>A member by this seat.</summary>
    public static SheetPerson PersonOf(MemberSummary seat) =>
        new()
        {
            MembershipId = seat.MembershipId,
            PersonId = seat.PersonId,
            Name = seat.Name,
            Sector = seat.Sector,
            Unit = seat.Unit,
        };
}

/// <summary>Whom a meeting expects. Levels, duties and sectors narrow each other; seats named by hand are added to them.</summary>
public sealed record ExpectedPeople
{
    public IReadOnlyCollection<MembershipLevel> Levels { get; init; } = [];
    public IReadOnlyCollection<MemberDuty> Duties { get; init; } = [];
    public IReadOnlyCollection<string> Sectors { get; init; } = [];

    /// <summary>Everybody with a seat on the day.</summary>
    public bool AllMembers { get; init; }
    public bool Staff { get; init; }
    public IReadOnlyCollection<Guid> Memberships { get; init; } = [];
    public AttendanceBasis Basis { get; init; } = AttendanceBasis.Expected;

    /// <summary>What the kind of meeting proposes.</summary>
    public static ExpectedPeople Of(MeetingKind kind) =>
        new()
        {
            Levels = kind.Expected.Levels,
            Duties = kind.Expected.Duties,
            Staff = kind.Expected.Staff,
        };

    internal bool NamesMembers => AllMembers || Filters || Memberships.Count > 0;

    private bool Filters => Levels.Count + Duties.Count + Sectors.Count > 0;

    internal bool Includes(MemberSummary seat) =>
        AllMembers
        || Memberships.Contains(seat.MembershipId)
        || (
            Filters
            && (Levels.Count == 0 || Levels.Contains(seat.Level))
            && (Duties.Count == 0 || Duties.Contains(seat.Duty))
            && (Sectors.Count == 0 || Sectors.Contains(seat.Sector))
        );
}
