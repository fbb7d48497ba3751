using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>Says what a meeting's facts tell of, so that a number opens down to the meeting.</summary>
internal sealed class MeetingFactSource(AppDb db) : IFactSource
{
    public string SourceType => Meeting.SourceType;

    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds) =>
        await db.Set<Meeting>()
            .Where(meeting => sourceIds.Contains(meeting.Id))
            .Select(meeting => new { meeting.Id, meeting.Title })
            .ToDictionaryAsync(
                meeting => meeting.Id,
                meeting => new FactSourceLink(meeting.Title, $"~/meetings/{meeting.Id}", $"~/office/meetings/{meeting.Id}")
            );
}
