using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>Publishes a meeting: gives it its number in the year and tells those who are expected.</summary>
public sealed class MeetingPublishing(AppDb db, MeetingKinds kinds, MeetingNotices notices, CurrentActor actor, TimeProvider time)
{
    /// <summary>Two publish at once and take the same number: the second takes the next. More often than this is a fault.</summary>
    private const int Tries = 5;

    /// <param name="version">The version that the person saw; null for whatever is there.</param>
    public async Task<Refusal?> PublishAsync(Guid meetingId, int? version = null, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var meeting = await db.Set<Meeting>()
                .Include(row => row.Agenda)
                .SingleAsync(row => row.Id == meetingId, cancellation);
            if (meeting.WhyNotPublish() is { } refusal)
                return refusal;
            if (version is { } seen)
                db.ExpectVersion(meeting, seen);
            meeting.Publish(
                meeting.NeedsNumber ? await NextNumberAsync(meeting, cancellation) : meeting.Number!.Value,
                Doer.Of(actor, time)
            );
            // A meeting that is entered after it took place invites nobody.
            if (meeting.StartsAt > time.GetUtcNow())
                await notices.TellPublishedAsync(meeting, kinds[meeting.Kind]);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return new Refusal("MeetingChangedMeanwhile");
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate() && attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> NextNumberAsync(Meeting meeting, CancellationToken cancellation) =>
        1
        + (
            await db.Set<Meeting>()
                .Where(row => row.Kind == meeting.Kind && row.NumberYear == meeting.HeldOn.Year)
                .MaxAsync(row => row.Number, cancellation)
            ?? 0
        );
}
