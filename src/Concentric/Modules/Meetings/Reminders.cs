using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>
/// Reminds those on the sheet: of answering, three days before the meeting; of the meeting itself, one day before. Each once,
/// and nobody who is on leave.
/// </summary>
public sealed class Reminders(AppDb db, MeetingNotices notices, TimeProvider time) : ICommitteeJob
{
    private static readonly TimeSpan BeforeAnswering = TimeSpan.FromDays(3);
    private static readonly TimeSpan BeforeStart = TimeSpan.FromDays(1);

    public static string Name => "meeting reminders";

    /// <summary>Every quarter of an hour.</summary>
    public static string Cron => "0 3/15 * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var soon = await db.Set<Meeting>()
            .Where(meeting =>
                (meeting.State == MeetingState.Published || meeting.State == MeetingState.SignUpClosed)
                && meeting.StartsAt > now
                && meeting.StartsAt <= now + BeforeAnswering
            )
            .OrderBy(meeting => meeting.StartsAt)
            .ToListAsync(cancellation);
        foreach (var meeting in soon)
        {
            await RemindAsync(meeting, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private async Task RemindAsync(Meeting meeting, DateTimeOffset now, CancellationToken cancellation)
    {
        var accounts = (await notices.RecipientsAsync(meeting.Id)).ToDictionary(one => one.RowId, one => one.AccountId);
        var rows = await db.Set<Attendance>()
            .Where(row =>
                row.MeetingId == meeting.Id
                && accounts.Keys.Contains(row.Id)
                && (row.RemindedToAnswerAt == null || row.RemindedOfStartAt == null)
            )
            .ToListAsync(cancellation);
        foreach (var row in rows)
        {
            if (row.Answer == Answer.None && row.RemindedToAnswerAt is null)
            {
                row.RemindedToAnswerAt = now;
                notices.Remind(accounts[row.Id], meeting, "Message.PleaseAnswer");
            }
            else if (
                row.Answer is Answer.None or Answer.SignedUp
                && row.RemindedOfStartAt is null
                && meeting.StartsAt - now <= BeforeStart
            )
            {
                row.RemindedOfStartAt = now;
                notices.Remind(accounts[row.Id], meeting, "Message.StartsSoon");
            }
        }
    }
}
