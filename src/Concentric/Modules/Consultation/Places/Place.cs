using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What a place of the tree is (街道, 乡镇, 村, 社区, 市场, 校园, 企业).</summary>
public enum PlaceKind
{
    Subdistrict,
    Township,
    Village,
    Community,
    Market,
    Campus,
    Enterprise,
}

/// <summary>A place in the committee's tree: matters, rooms, stations and deployments are of one.</summary>
public sealed class Place : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestSlug = 40;

    public required PlaceKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>Its part of an address, unique in the committee; printed in QR codes, so it never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>None at the top of the tree.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Slugs from the top down to this place, each followed by a slash: what lies below starts with it.</summary>
    public required string Lineage { get; init; }
}
