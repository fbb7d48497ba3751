namespace Concentric.Modules.Consultation.Places;

/// <summary>Where on a place's public page a block stands, in this order.</summary>
public enum PlaceSlot
{
    /// <summary>Sessions to come: before who is posted.</summary>
    ToCome,

    /// <summary>What was settled: after who is posted.</summary>
    Settled,
}

/// <summary>
/// Adds a block to the public page of every place; a part of the module registers one. The page is kept for everybody, so a block shows
/// only what is cleared for the public, and what it shows changes with saves of <c>[ShownToPublic]</c> rows.
/// </summary>
public interface IPlacePageBlock
{
    PlaceSlot Slot { get; }

    /// <summary>Null when this part has nothing to say of the place; an empty block says that there is nothing yet.</summary>
    Task<PlacePageBlock?> TellAsync(PlaceOnPage place, CancellationToken cancellation);
}

/// <summary>The place a page is about.</summary>
public sealed record PlaceOnPage(Guid Id, string Name, string Slug, string Lineage);

/// <summary>One block: a heading, at most a handful of entries, and where there are more.</summary>
/// <param name="WhenEmpty">What is said when there is no entry.</param>
/// <param name="MorePath">Below the committee; none when there is no list of them.</param>
public sealed record PlacePageBlock(
    string Title,
    IReadOnlyList<PlacePageEntry> Entries,
    string WhenEmpty,
    string? MorePath = null
);

/// <summary>One entry of a block.</summary>
/// <param name="Path">Below the committee; none when it has no page.</param>
/// <param name="When">A day or a time, in words.</param>
public sealed record PlacePageEntry(string Title, string? Path, string? When, string? Detail = null);
