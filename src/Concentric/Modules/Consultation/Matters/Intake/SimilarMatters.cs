using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Search;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>A matter that tells of something alike, for whoever enters or screens one. A person decides whether it is the same.</summary>
public sealed record SimilarMatter(Guid Id, string Title, DateOnly Day, MatterState State, string Place);

/// <summary>相似事项: matters of the last two years, of the same place, of those below it and of those above it, with words in common.</summary>
public sealed class SimilarMatters(ITextSearch search, PlaceChoices places, MatterField field, MatterDesk desk)
{
    public const int Months = 24;
    private const int Looked = 20;
    private const int Shown = 5;

    /// <summary>Fewer pairs of characters in common say nothing.</summary>
    private const int FewestShared = 3;

    /// <summary>The part of the typed pairs that must be shared.</summary>
    private const double LeastShared = 0.25;

    /// <param name="words">Title and text as far as they are typed.</param>
    /// <param name="placeId">Where; nothing is looked for without it.</param>
    /// <param name="except">The matter itself, where it has come in already.</param>
    /// <param name="permission">Only matters in this permission's field are told of.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<SimilarMatter>> FindAsync(
        string? words,
        Guid? placeId,
        Guid? except,
        string permission,
        CancellationToken cancellation
    )
    {
        var all = await places.AllAsync(cancellation);
        if (string.IsNullOrWhiteSpace(words) || all.FirstOrDefault(place => place.Id == placeId) is not { } here)
            return [];
        var near = all.Where(place =>
                place.Lineage.StartsWith(here.Lineage, StringComparison.Ordinal)
                || here.Lineage.StartsWith(place.Lineage, StringComparison.Ordinal)
            )
            .Select(place => place.Slug)
            .ToList();
        var typed = words.Length > SearchRequest.LongestTyped ? words[..SearchRequest.LongestTyped] : words;
        var found = await search.FindAsync(
            new SearchRequest(MatterIntake.SearchKind, typed)
            {
                Sections = near,
                IsAnyTerm = true,
                From = desk.Today.AddMonths(-Months),
                Take = Looked,
            },
            cancellation
        );
        var asked = Bigrams.Of(typed).ToHashSet(StringComparer.Ordinal);
        var alike = found
            .Hits.Where(hit => hit.RecordId != except && IsAlike(asked, hit))
            .Take(Shown)
            .Select(hit => hit.RecordId)
            .ToList();
        return await ReadAsync(alike, all, permission, cancellation);
    }

    private static bool IsAlike(HashSet<string> asked, SearchHit hit)
    {
        var shared = Bigrams.Of($"{hit.Title} {hit.Text}").Distinct(StringComparer.Ordinal).Count(asked.Contains);
        return shared >= Math.Min(FewestShared, asked.Count) && shared >= LeastShared * asked.Count;
    }

    private async Task<IReadOnlyList<SimilarMatter>> ReadAsync(
        List<Guid> ids,
        IReadOnlyList<PlaceChoice> all,
        string permission,
        CancellationToken cancellation
    )
    {
        if (ids.Count == 0)
            return [];
        var open = await field.MattersAsync(permission, cancellation);
        var rows = await open.Where(matter => ids.Contains(matter.Id))
            .Select(matter => new
            {
                matter.Id,
                matter.Title,
                matter.CollectedOn,
                matter.State,
                matter.PlaceId,
            })
            .ToListAsync(cancellation);
        var names = all.ToDictionary(place => place.Id, place => place.Name);
        return
        [
            .. rows.OrderBy(row => ids.IndexOf(row.Id))
                .Select(row => new SimilarMatter(row.Id, row.Title, row.CollectedOn, row.State, names[row.PlaceId])),
        ];
    }
}
