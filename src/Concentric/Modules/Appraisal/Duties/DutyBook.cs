using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>What the register must know before it takes a record: who held a seat on the day, which offices record, what is there already.</summary>
public sealed class DutyBook(
    AppDb db,
    MembersApi members,
    OfficeList offices,
    ActorField field,
    CurrentCommittee committee,
    TimeProvider time
)
{
    public DateOnly Today => committee.Today(time);

    /// <summary>The details with each member's person and name, and everything that speaks against them.</summary>
    internal async Task<(DutyDetails Details, IReadOnlyList<Refusal> Faults)> LookAsync(
        DutyDetails details,
        CancellationToken cancellation = default
    )
    {
        var seats = await SeatsAsync(details.OccurredOn, cancellation);
        var wanted = details.Members.Select(member => member.MembershipId).ToList();
        var missing = wanted.Where(id => !seats.ContainsKey(id)).ToList();
        details = details with
        {
            Members =
            [
                .. details
                    .Members.Where(member => seats.ContainsKey(member.MembershipId))
                    .Select(member => Named(member, seats[member.MembershipId])),
            ],
        };
        details = details.Tidy();
        var faults = DutyFaults.Of(details, Today).ToList();
        if (missing.Count > 0)
        {
            var names = (await members.FindAsync(missing, cancellation)).Select(seat => seat.Name);
            faults.RemoveAll(fault => fault.Code == "DutyNobody");
            faults.Add(new Refusal("DutySeatNotHeld", string.Join(' ', names)).At(nameof(details.Members)));
        }

        if (offices.Find(details.Office) is null)
            faults.Add(new Refusal("DutyOfficeUnknown").At(nameof(details.Office)));
        else if (!field.Covers(DutyPermissions.Register, details.Office))
            faults.Add(new Refusal("DutyOfficeNotOwn", offices.TitleOf(details.Office)).At(nameof(details.Office)));
        return (details, faults);
    }

    /// <summary>Seats held on a day by their membership.</summary>
    internal async Task<Dictionary<Guid, SeatHeld>> SeatsAsync(DateOnly day, CancellationToken cancellation = default) =>
        (await members.HeldBetweenAsync(day, day, cancellation: cancellation)).ToDictionary(seat => seat.MembershipId);

    /// <summary>A record that may be the same: same kind, member, day and title.</summary>
    /// <param name="origin">The record's own origin, which is no twin of itself.</param>
    internal async Task<DutyTwin?> TwinOfAsync(DutyDetails details, Guid? origin, CancellationToken cancellation = default)
    {
        var people = details.Members.Select(member => member.PersonId).ToList();
        return await db.Set<DutyRecord>()
            .Where(row =>
                row.Kind == details.Kind
                && row.OccurredOn == details.OccurredOn
                && row.Title == details.Title
                && row.OriginId != origin
                && row.State != DutyState.Withdrawn
                && row.State != DutyState.Declined
                && row.State != DutyState.Replaced
                && row.Members.Any(entry => people.Contains(entry.PersonId))
            )
            .Select(row => new DutyTwin(row.Id, row.Title))
            .FirstOrDefaultAsync(cancellation);
    }

    private static DutyMember Named(DutyMember member, SeatHeld seat) =>
        member with
        {
            PersonId = seat.PersonId,
            Name = seat.Name,
        };
}

/// <summary>A record that looks like the one that is being written.</summary>
internal sealed record DutyTwin(Guid Id, string Title);
