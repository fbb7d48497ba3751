using System.Security.Cryptography;
using System.Text;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>
/// 出席确认: the one place where a meeting becomes facts. Confirmation, facts and the marks they stand on commit in one
/// save; whoever confirms second, or over a sheet that changed meanwhile, is told and records nothing.
/// </summary>
public sealed class AttendanceConfirming(
    AppDb db,
    Ledger ledger,
    FactKinds facts,
    MeetingKinds kinds,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time,
    IEnumerable<IMeetingFollower> followers
)
{
    /// <summary>Confirms the attendance and records what the kind's family tells.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="seen">The <see cref="Seal"/> of the sheet that the person looked at; null for the sheet as it is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> ConfirmAsync(Guid meetingId, string? seen = null, CancellationToken cancellation = default)
    {
        var (meeting, sheet) = await ReadAsync(meetingId, cancellation);
        if (meeting.WhyNotConfirm(sheet) is { } refusal)
            return refusal;
        if (seen is not null && seen != Seal(sheet))
            return new Refusal("SheetChangedMeanwhile");
        meeting.ConfirmAttendance(sheet, Doer.Of(actor, time));
        foreach (var fact in MeetingFacts.Of(meeting, kinds[meeting.Kind], sheet, facts))
            ledger.Record(fact);
        return await SaveAsync(meeting, sheet, cancellation);
    }

    /// <summary>
    /// Corrects what was confirmed: facts that no longer hold are retracted with the reason, what holds instead is
    /// recorded under the next revision, and facts that still hold are left alone.
    /// </summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="correction">What was wrong, and why.</param>
    /// <param name="version">The version of the meeting that the person looked at; null for the present one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> CorrectAsync(
        Guid meetingId,
        AttendanceCorrection correction,
        int? version = null,
        CancellationToken cancellation = default
    )
    {
        var (meeting, sheet) = await ReadAsync(meetingId, cancellation);
        if ((meeting.WhyNotCorrect() ?? Meeting.WhyNotReason(correction.Reason)) is { } refusal)
            return refusal;
        if (version is { } seen)
            db.ExpectVersion(meeting, seen);
        var kind = kinds[meeting.Kind];
        var own = kind.FactFamily.Kinds.ToList();
        var standing = await ledger
            .StandingOf(Meeting.SourceType, meetingId)
            .Where(fact => own.Contains(fact.Kind))
            .ToListAsync(cancellation);
        meeting.CorrectAttendance(sheet, correction, committee.TimeZone, Doer.Of(actor, time));
        ledger.Correct(standing, MeetingFacts.Of(meeting, kind, sheet, facts), correction.Reason, committee.Today(time));
        await MakingUp.TakeBackAsync(ledger, meeting, sheet, correction.Reason, committee.Today(time), cancellation);
        return await SaveAsync(meeting, sheet, cancellation);
    }

    /// <summary>The facts that a confirmation would record now.</summary>
    internal List<NewFact> Preview(Meeting meeting, IReadOnlyCollection<Attendance> sheet) =>
        [.. MeetingFacts.Of(meeting, kinds[meeting.Kind], sheet, facts)];

    /// <summary>A mark of the sheet as somebody saw it: it changes with every mark on it.</summary>
    public static string Seal(IEnumerable<Attendance> sheet) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(';', sheet.OrderBy(row => row.Id).Select(row => $"{row.Id:N}{row.Presence}{row.Basis}"))
                )
            )
        )[..16];

    private async Task<(Meeting Meeting, List<Attendance> Sheet)> ReadAsync(Guid meetingId, CancellationToken cancellation) =>
        (
            await db.Set<Meeting>().SingleAsync(row => row.Id == meetingId, cancellation),
            await db.Set<Attendance>()
                .Where(row => row.MeetingId == meetingId)
                .OrderBy(row => row.Order)
                .ToListAsync(cancellation)
        );

    private async Task<Refusal?> SaveAsync(Meeting meeting, List<Attendance> sheet, CancellationToken cancellation)
    {
        var confirmed = new ConfirmedMeeting(
            meeting.Id,
            meeting.Kind,
            meeting.HeldOn,
            meeting.Revision,
            [.. sheet.Where(row => row is { Attended: true, MembershipId: not null }).Select(row => row.MembershipId!.Value)]
        );
        foreach (var follower in followers)
            await follower.AfterConfirmationAsync(confirmed, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await WhatHappenedAsync(meeting.Id, confirmed.Revision, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return await WhatHappenedAsync(meeting.Id, confirmed.Revision, cancellation);
        }
    }

    /// <summary>Somebody was first: says whether the same was done already, or only something changed.</summary>
    private async Task<Refusal> WhatHappenedAsync(Guid meetingId, int revision, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(row => row.Id == meetingId, cancellation);
        return meeting.Revision >= revision
            ? new Refusal("ConfirmedAlready", meeting.ConfirmedByName ?? "")
            : new Refusal("SheetChangedMeanwhile");
    }
}
