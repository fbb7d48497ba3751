using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Search;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>A matter that tells of something alike.</summary>
/// <param name="Number">Year and count; null before it is accepted.</param>
/// <param name="Day">The day it came in, in the committee's zone.</param>
public sealed record SimilarMatter(Guid Id, string? Number, string Title, DateOnly Day, MatterState State, string Place)
{
    /// <summary>An earlier one that another may repeat.</summary>
    public bool IsClosed => MatterPhases.Of(State) == MatterPhase.Closed;
}

/// <summary>
/// 查重 (SimilarityCheck): matters of the two years before, of the same place, of those below it and of those above it, with words in
/// common. A person decides whether they are the same.
/// </summary>
public sealed class SimilarMatters(
    ITextSearch search,
    PlaceChoices places,
    MatterField field,
    PublicMatters inPublic,
    MatterDesk desk
)
{
    public const int Months = 24;
    private const int Looked = 20;
    private const int Shown = 6;

    /// <summary>Fewer pairs of characters in common say nothing.</summary>
    private const int FewestShared = 3;

    /// <summary>The part of the typed pairs that must be shared.</summary>
    private const double LeastShared = 0.25;

    /// <summary>What resembles a matter that is being entered, of those that who enters it may know of.</summary>
    /// <param name="words">Title and text as far as they are typed.</param>
    /// <param name="placeId">Where; nothing is looked for without it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<SimilarMatter>> WhileTypedAsync(
        string words,
        Guid? placeId,
        CancellationToken cancellation
    ) =>
        await ReadAsync(
            await FindAsync(MatterIntake.SearchKind, words, placeId, desk.Today, except: null, cancellation),
            MatterPermissions.Enter,
            cancellation
        );

    /// <summary>What resembles a matter that came in, of those that the reader may read; the most alike first.</summary>
    public async Task<IReadOnlyList<SimilarMatter>> ToAsync(Matter matter, CancellationToken cancellation)
    {
        var words = $"{matter.Title} {matter.Text}";
        return await ReadAsync(
            await FindAsync(MatterIntake.SearchKind, words, matter.PlaceId, matter.CollectedOn, matter.Id, cancellation),
            MatterPermissions.Read,
            cancellation
        );
    }

    /// <summary>
    /// What a matter may be the same as: first what resembles it, then what else goes on at its place. What came in on the same day has no
    /// number yet by which it could be named.
    /// </summary>
    public async Task<IReadOnlyList<SimilarMatter>> ToMergeAsync(Matter matter, CancellationToken cancellation)
    {
        var alike = (await ToAsync(matter, cancellation)).Where(one => !Matter.HasGone(one.State)).ToList();
        var known = alike.ConvertAll(one => one.Id);
        var open = await field.MattersAsync(MatterPermissions.Read, cancellation);
        var beside = await open.Where(row => row.PlaceId == matter.PlaceId && row.Id != matter.Id && !known.Contains(row.Id))
            .Where(row => !MatterMoves.Ends.Contains(row.State))
            .OrderByDescending(row => row.CollectedAt)
            .Take(Shown)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        return [.. alike, .. await ReadAsync(beside, MatterPermissions.Read, cancellation)];
    }

    /// <summary>What everybody may know of that resembles what a resident is about to send.</summary>
    public async Task<IReadOnlyList<PublicMatter>> InPublicAsync(string words, Guid? placeId, CancellationToken cancellation)
    {
        var ids = await FindAsync(PublicMatterIndex.Kind, words, placeId, desk.Today, except: null, cancellation);
        if (ids.Count == 0)
            return [];
        var rows = await inPublic.ReadAsync(inPublic.All.Where(matter => ids.Contains(matter.Id)), cancellation);
        return [.. rows.OrderBy(row => ids.IndexOf(row.Id))];
    }

    private async Task<List<Guid>> FindAsync(
        string kind,
        string words,
        Guid? placeId,
        DateOnly day,
        Guid? except,
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
            new SearchRequest(kind, typed)
            {
                Sections = near,
                IsAnyTerm = true,
                From = day.AddMonths(-Months),
                Take = Looked,
            },
            cancellation
        );
        var asked = Bigrams.Of(typed).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found.Hits.Where(hit => hit.RecordId != except && IsAlike(asked, hit)).Select(hit => hit.RecordId).Take(Shown),
        ];
    }

    private static bool IsAlike(HashSet<string> asked, SearchHit hit)
    {
        var shared = Bigrams.Of($"{hit.Title} {hit.Text}").Distinct(StringComparer.Ordinal).Count(asked.Contains);
        return shared >= Math.Min(FewestShared, asked.Count) && shared >= LeastShared * asked.Count;
    }

    private async Task<IReadOnlyList<SimilarMatter>> ReadAsync(List<Guid> ids, string permission, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var open = await field.MattersAsync(permission, cancellation);
        var rows = await open.Where(matter => ids.Contains(matter.Id))
            .Select(matter => new
            {
                matter.Id,
                matter.NumberYear,
                matter.Number,
                matter.Title,
                matter.CollectedOn,
                matter.State,
                matter.PlaceId,
            })
            .ToListAsync(cancellation);
        var names = (await places.AllAsync(cancellation)).ToDictionary(place => place.Id, place => place.Name);
        return
        [
            .. rows.OrderBy(row => ids.IndexOf(row.Id))
                .Select(row => new SimilarMatter(
                    row.Id,
                    MatterNumber.Of(row.NumberYear, row.Number),
                    row.Title,
                    row.CollectedOn,
                    row.State,
                    names[row.PlaceId]
                )),
        ];
    }
}
