using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>Says what a meeting's facts tell of, so that a number opens down to the meeting.</summary>
internal sealed class MeetingFactSource(AppDb db, MeetingKinds kinds, MeetingWords words) : IFactSource
{
    public string SourceType => Meeting.SourceType;

    public string? CategoryTitle(string category) => kinds.Find(category)?.Name;

    /// <summary>A meeting that is not public goes by its kind and number.</summary>
    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds)
    {
        var rows = await db.Set<Meeting>()
            .Where(meeting => sourceIds.Contains(meeting.Id))
            .Select(meeting => new
            {
                meeting.Id,
                meeting.Title,
                meeting.Kind,
                meeting.Organiser,
                meeting.NumberYear,
                meeting.Number,
                meeting.IsPublic,
            })
            .ToListAsync();
        return rows.ToDictionary(
            row => row.Id,
            row => new FactSourceLink(
                row.IsPublic ? row.Title : words.PublicName(kinds[row.Kind], row.NumberYear, row.Number),
                $"~/meetings/{row.Id}",
                $"~/office/meetings/{row.Id}"
            )
            {
                Organiser = kinds.FindOrganiser(row.Organiser)?.Name,
                OrganiserId = row.Organiser,
            }
        );
    }
}
