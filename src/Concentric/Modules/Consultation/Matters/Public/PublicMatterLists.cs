using System.Globalization;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>What the board is narrowed by; an unknown word narrows to nothing.</summary>
public sealed record BoardChoice
{
    /// <summary>A place's slug: the place and what lies below it.</summary>
    public string? Place { get; init; }
    public string? Topic { get; init; }
    public PublicStage? Stage { get; init; }
    public int? Year { get; init; }

    /// <summary>Words to search for.</summary>
    public string? Words { get; init; }

    public bool IsNarrowed =>
        Place is not null || Topic is not null || Stage is not null || Year is not null || Words is not null;
}

/// <summary>A page of the board; <paramref name="Next"/> leads to the older ones and is null on the last page.</summary>
public sealed record BoardPart(IReadOnlyList<PublicMatter> Matters, string? Next);

/// <summary>Finds a page of cleared matters, newest first, by place in the order instead of by number: the thousandth page costs what the first does.</summary>
public sealed class PublicMatterLists(PublicMatters matters, PlaceChoices places, ITextSearch search, CurrentCommittee committee)
{
    internal const int OnPage = 20;

    /// <summary>Search shows so many, the closest; who looks for more narrows it.</summary>
    internal const int MostFound = 50;

    /// <param name="before">Where the page before ended (<see cref="BoardPart.Next"/>); none for the first.</param>
    public async Task<BoardPart> FindAsync(BoardChoice choice, string? before, CancellationToken cancellation)
    {
        var chosen = await NarrowedAsync(choice, cancellation);
        if (choice.Words is not null)
            return new BoardPart(await SearchedAsync(choice, chosen, cancellation), null);
        if (Read(before) is { } mark)
        {
            var (at, id) = mark;
            // Said twice, so that the index is entered where the page before ended.
            chosen = chosen.Where(matter => matter.CollectedAt <= at && (matter.CollectedAt < at || matter.Id < id));
        }

        var ordered = chosen.OrderByDescending(matter => matter.CollectedAt).ThenByDescending(matter => matter.Id);
        var rows = await matters.ReadAsync(ordered.Take(OnPage + 1), cancellation);
        return rows.Count <= OnPage ? new BoardPart(rows, null) : new BoardPart([.. rows.Take(OnPage)], Write(rows[OnPage - 1]));
    }

    private async Task<IQueryable<Matter>> NarrowedAsync(BoardChoice choice, CancellationToken cancellation)
    {
        var chosen = choice.Place is { } slug ? await matters.BelowAsync(slug, cancellation) : matters.All;
        if (choice.Topic is { } topic)
            chosen = chosen.Where(matter => matter.Topic == topic);
        if (choice.Stage is { } stage)
            chosen = chosen.At(stage);
        if (choice.Year is { } year)
        {
            var (from, to) = (BeginOf(year), BeginOf(year + 1));
            chosen = chosen.Where(matter => matter.CollectedAt >= from && matter.CollectedAt < to);
        }

        return chosen;
    }

    /// <summary>The closest first.</summary>
    private async Task<IReadOnlyList<PublicMatter>> SearchedAsync(
        BoardChoice choice,
        IQueryable<Matter> chosen,
        CancellationToken cancellation
    )
    {
        var branch = choice.Place is { } slug ? await places.BranchAsync(slug, cancellation) : null;
        var found = await search.FindAsync(
            new SearchRequest(PublicMatterIndex.Kind, choice.Words!)
            {
                Sections = branch is null
                    ? null
                    :
                    [
                        .. (await places.AllAsync(cancellation))
                            .Where(place => branch.Contains(place.Id))
                            .Select(place => place.Slug),
                    ],
                From = choice.Year is { } first ? new DateOnly(first, 1, 1) : DateOnly.MinValue,
                To = choice.Year is { } last ? new DateOnly(last, 12, 31) : DateOnly.MaxValue,
                Take = 4 * MostFound,
            },
            cancellation
        );
        var ids = found.Hits.Select(hit => hit.RecordId).ToList();
        var rows = await matters.ReadAsync(chosen.Where(matter => ids.Contains(matter.Id)), cancellation);
        return [.. rows.OrderBy(row => ids.IndexOf(row.Id)).Take(MostFound)];
    }

    private DateTimeOffset BeginOf(int year)
    {
        var begin = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(begin, committee.TimeZone.GetUtcOffset(begin)).ToUniversalTime();
    }

    private static string Write(PublicMatter last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.CollectedAt.UtcTicks}-{last.Id:N}");

    /// <summary>None when it is no such mark: the first page is shown.</summary>
    private static (DateTimeOffset At, Guid Id)? Read(string? mark) =>
        mark?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}
