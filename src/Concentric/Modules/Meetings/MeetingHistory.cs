using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings;

/// <summary>Everything that was done to a meeting and its sheet, newest first.</summary>
public sealed class MeetingHistory(AppDb db, IStringLocalizer<MeetingsTexts> text)
{
    /// <summary>More leave than this is read on the people's page.</summary>
    private const int MostLeaves = 60;

    public async Task<IReadOnlyList<HistoryMoment>> OfAsync(Guid meetingId)
    {
        var steps = await db.Set<MeetingStep>().AsNoTracking().Where(step => step.MeetingId == meetingId).ToListAsync();
        var changes = await (
            from change in db.Set<AttendanceChange>()
            join row in db.Set<Attendance>() on change.AttendanceId equals row.Id
            where change.MeetingId == meetingId
            select new
            {
                row.Name,
                change.From,
                change.To,
                change.Revision,
                change.Reason,
                change.At,
                change.ActorName,
            }
        ).ToListAsync();
        return
        [
            .. steps
                .Select(step => new HistoryMoment(text[$"Step.{step.Verb}"], step.At, step.ActorName, step.Words))
                .Concat(
                    changes.Select(change => new HistoryMoment(
                        text[
                            change.Revision == 0 ? "History.LateCheckIn" : "History.Corrected",
                            change.Name,
                            text[$"Presence.{change.From}"].Value,
                            text[$"Presence.{change.To}"].Value
                        ],
                        change.At,
                        change.ActorName,
                        change.Reason
                    ))
                )
                .Concat(await LeavesAsync(meetingId))
                .OrderByDescending(moment => moment.At),
        ];
    }

    private async Task<IEnumerable<HistoryMoment>> LeavesAsync(Guid meetingId)
    {
        var leaves = await (
            from leave in db.Set<LeaveRequest>()
            join row in db.Set<Attendance>() on leave.AttendanceId equals row.Id
            where row.MeetingId == meetingId
            orderby leave.AskedAt descending
            select new
            {
                row.Name,
                leave.AskedAt,
                leave.Approved,
                leave.DecidedAt,
                leave.DecidedByName,
                leave.DecisionReason,
                leave.WithdrawnAt,
            }
        )
            .Take(MostLeaves)
            .ToListAsync();
        return leaves.SelectMany(leave =>
            new[]
            {
                new HistoryMoment(text["History.LeaveAsked", leave.Name], leave.AskedAt, leave.Name, null),
                leave.DecidedAt is { } decided
                    ? new HistoryMoment(
                        text[leave.Approved == true ? "History.LeaveApproved" : "History.LeaveRefused", leave.Name],
                        decided,
                        leave.DecidedByName,
                        leave.DecisionReason
                    )
                    : null,
                leave.WithdrawnAt is { } withdrawn
                    ? new HistoryMoment(text["History.LeaveWithdrawn", leave.Name], withdrawn, leave.Name, null)
                    : null,
            }.OfType<HistoryMoment>()
        );
    }
}

/// <summary>One thing that was done: what, when, by whom, and why.</summary>
public sealed record HistoryMoment(string Title, DateTimeOffset At, string? By, string? Detail);
