using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>A matter that resembles another.</summary>
public sealed record SimilarMatter(
    Guid Id,
    string? Number,
    string Title,
    MatterState State,
    DateOnly CollectedOn,
    bool IsSamePlace
)
{
    /// <summary>An earlier one that this one may repeat.</summary>
    public bool IsClosed => MatterPhases.Of(State) == MatterPhase.Closed;
}

/// <summary>
/// 查重 (SimilarityCheck): matters of the same place or the same topic whose titles share pairs of signs with one. A person decides what
/// that means.
/// </summary>
public sealed class SimilarMatters(MatterField field)
{
    private const int Looked = 400;
    private const int Shown = 6;
    private const double LeastShared = 0.18;

    /// <summary>The most alike first, of the two years before it came in.</summary>
    public async Task<IReadOnlyList<SimilarMatter>> ToAsync(Matter matter, CancellationToken cancellation)
    {
        var since = matter.CollectedAt.AddYears(-2);
        var open = await field.MattersAsync(MatterPermissions.Read, cancellation);
        var rows = await open.AsNoTracking()
            .Where(row =>
                row.Id != matter.Id
                && row.CollectedAt >= since
                && (row.PlaceId == matter.PlaceId || row.Topic == matter.Topic)
                && row.State != MatterState.Rejected
                && row.State != MatterState.Merged
                && row.State != MatterState.Withdrawn
            )
            .OrderByDescending(row => row.PlaceId == matter.PlaceId)
            .ThenByDescending(row => row.CollectedAt)
            .Take(Looked)
            .Select(row => new
            {
                row.Id,
                row.NumberYear,
                row.Number,
                row.Title,
                row.State,
                row.CollectedOn,
                row.PlaceId,
            })
            .ToListAsync(cancellation);
        var own = Pairs(matter.Title);
        return
        [
            .. rows.Select(row =>
                    (Row: row, Likeness: Likeness(own, Pairs(row.Title)) + (row.PlaceId == matter.PlaceId ? 0.1 : 0))
                )
                .Where(pair => pair.Likeness >= LeastShared)
                .OrderByDescending(pair => pair.Likeness)
                .Take(Shown)
                .Select(pair => new SimilarMatter(
                    pair.Row.Id,
                    pair.Row.Number is null ? null : $"{pair.Row.NumberYear:0000}-{pair.Row.Number:0000}",
                    pair.Row.Title,
                    pair.Row.State,
                    pair.Row.CollectedOn,
                    pair.Row.PlaceId == matter.PlaceId
                )),
        ];
    }

    /// <summary>The matter behind a number as people write it, 2023-0012, within the reader's field.</summary>
    public async Task<Matter?> FindAsync(string? number, CancellationToken cancellation)
    {
        var parts = (number ?? "").Trim().Split('-');
        if (parts is not [var first, var second] || !int.TryParse(first, out var year) || !int.TryParse(second, out var count))
            return null;
        var open = await field.MattersAsync(MatterPermissions.Read, cancellation);
        return await open.SingleOrDefaultAsync(row => row.NumberYear == year && row.Number == count, cancellation);
    }

    private static HashSet<string> Pairs(string title)
    {
        var signs = string.Concat(title.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, signs.Length - 1)).Select(at => signs.Substring(at, 2))];
    }

    /// <summary>Dice's measure: twice the pairs in common over all pairs.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
