using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>成果清单: the matters that were closed in a year, by place.</summary>
public sealed class MatterResults(AppDb db, PublicMatters matters)
{
    /// <summary>The cleared ones, each place's together and in the order of the tree.</summary>
    internal IQueryable<Matter> Of(int year)
    {
        var (first, last) = Days(year);
        return from matter in matters.All
            join place in db.Set<Place>() on matter.PlaceId equals place.Id
            where matter.ClosedOn >= first && matter.ClosedOn <= last
            orderby place.Lineage, matter.ClosedOn, matter.Id
            select matter;
    }

    /// <summary>How many ended how, cleared or not: the list does not hide how many it does not show.</summary>
    internal async Task<IReadOnlyList<ResultCount>> CountAsync(int year, CancellationToken cancellation)
    {
        var (first, last) = Days(year);
        var rows = await db.Set<Matter>()
            .Where(matter => matter.ClosedOn >= first && matter.ClosedOn <= last && matter.Outcome != null)
            .GroupBy(matter => new { matter.Outcome, matter.IsPublic })
            .Select(group => new
            {
                group.Key.Outcome,
                group.Key.IsPublic,
                Count = group.Count(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. Enum.GetValues<MatterOutcome>()
                .Select(outcome => new ResultCount(
                    outcome,
                    rows.Where(row => row.Outcome == outcome).Sum(row => row.Count),
                    rows.Where(row => row.Outcome == outcome && row.IsPublic).Sum(row => row.Count)
                )),
        ];
    }

    /// <summary>The first year that something was closed in; none while nothing was.</summary>
    internal Task<DateOnly?> FirstDayAsync(CancellationToken cancellation) =>
        db.Set<Matter>()
            .Where(matter => matter.ClosedOn != null)
            .OrderBy(matter => matter.ClosedOn)
            .Select(matter => matter.ClosedOn)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>The year whose list is worth opening: the last in which something was closed; none while nothing was.</summary>
    internal async Task<int?> LatestYearAsync(CancellationToken cancellation) =>
        (
            await db.Set<Matter>()
                .Where(matter => matter.ClosedOn != null)
                .OrderByDescending(matter => matter.ClosedOn)
                .Select(matter => matter.ClosedOn)
                .FirstOrDefaultAsync(cancellation)
        )?.Year;

    private static (DateOnly First, DateOnly Last) Days(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}

/// <summary>How many matters of a year ended in one way, and how many of them the list shows.</summary>
public sealed record ResultCount(MatterOutcome Outcome, int All, int Shown);
