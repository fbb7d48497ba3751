using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>One place of the tree as a list shows it; <see cref="Depth"/> is 0 at the top.</summary>
public sealed record PlaceChoice(Guid Id, PlaceKind Kind, string Name, string Slug, string Lineage)
{
    public int Depth => Lineage.Count(sign => sign == '/') - 1;

    /// <summary>A closed place takes nothing new, but what happened there still names it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The place above; none at the top.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>See <see cref="Place.NameKey"/>.</summary>
    public string NameKey => PlaceName.KeyOf(Lineage[..^(Slug.Length + 1)], Name);
}

/// <summary>The committee's places in the order of the tree, each below the one it belongs to.</summary>
public sealed class PlaceChoices(AppDb db)
{
    private IReadOnlyList<PlaceChoice>? _all;

    /// <summary>All places, closed ones too: a district has some hundred, so they are read at once and kept for the request.</summary>
    public async Task<IReadOnlyList<PlaceChoice>> AllAsync(CancellationToken cancel) =>
        _all ??= [
            .. (
                await db.Set<Place>()
                    .Select(place => new PlaceChoice(place.Id, place.Kind, place.Name, place.Slug, place.Lineage)
                    {
                        IsClosed = place.ClosedOn != null,
                        ParentId = place.ParentId,
                    })
                    .ToListAsync(cancel)
            ).OrderBy(place => place.Lineage, StringComparer.Ordinal),
        ];

    /// <summary>The places that take something new: what forms offer.</summary>
    public async Task<IReadOnlyList<PlaceChoice>> OpenAsync(CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(place => !place.IsClosed)];

    /// <summary>The open places whose name contains some words.</summary>
    public async Task<IReadOnlyList<PlaceChoice>> NamedAsync(string words, CancellationToken cancel) =>
        [.. (await OpenAsync(cancel)).Where(place => place.Name.Contains(words, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The place behind a slug, e.g. of a poster's address; none when there is no such place. It may be closed.</summary>
    public async Task<PlaceChoice?> FindAsync(string? slug, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(place => place.Slug == slug);

    /// <summary>A place and what lies below it; empty when there is no such place.</summary>
    public async Task<IReadOnlyList<Guid>> BranchAsync(string? slug, CancellationToken cancel)
    {
        var all = await AllAsync(cancel);
        return all.FirstOrDefault(place => place.Slug == slug) is { } top
            ? [.. all.Where(place => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)).Select(place => place.Id)]
            : [];
    }
}
