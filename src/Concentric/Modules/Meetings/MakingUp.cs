using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>Confirms that a missed study session was made up: the one place where that becomes a fact.</summary>
public sealed class MakingUp(
    AppDb db,
    Ledger ledger,
    MeetingKinds kinds,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
)
{
    internal const string Fact = "study.session-made-up";

    /// <param name="meeting">The session that was missed.</param>
    /// <param name="row">Who missed it.</param>
    /// <param name="day">When it was made up.</param>
    /// <param name="how">What was read or handed in.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> ConfirmAsync(
        Meeting meeting,
        Attendance row,
        DateOnly? day,
        string? how,
        CancellationToken cancellation = default
    )
    {
        var refusal =
            row.WhyNotMakeUp(meeting, kinds[meeting.Kind])
            ?? Attendance.MakeUpFaults(meeting, day, how, committee.Today(time)).FirstOrDefault();
        if (refusal is not null)
            return refusal;
        row.MakeUp(day!.Value, how!, Doer.Of(actor, time));
        ledger.Record(
            new NewFact
            {
                Kind = Fact,
                Category = meeting.Kind,
                OccurredOn = day.Value,
                SubjectId = row.MembershipId,
                Unit = UnitOfCount.PersonTimes,
                SourceType = Meeting.SourceType,
                SourceId = meeting.Id,
                Revision = meeting.Revision,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            return new Refusal("MeetingChangedMeanwhile");
        }
    }

    /// <summary>After a correction: whoever was there after all has nothing made up, and that fact is taken back.</summary>
    internal static async Task TakeBackAsync(
        Ledger ledger,
        Meeting meeting,
        IEnumerable<Attendance> sheet,
        string reason,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var wrong = sheet
            .Where(row => row is { MadeUpOn: not null, Presence: not (Presence.Excused or Presence.Absent) })
            .ToList();
        if (wrong.Count == 0)
            return;
        var seats = wrong.Select(row => row.MembershipId).ToList();
        var facts = await ledger
            .StandingOf(Meeting.SourceType, meeting.Id)
            .Where(fact => fact.Kind == Fact && seats.Contains(fact.SubjectId))
            .ToListAsync(cancellation);
        foreach (var fact in facts)
            ledger.Retract(fact, reason, today);
        foreach (var row in wrong)
            row.ForgetMakeUp();
    }
}
