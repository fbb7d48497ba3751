namespace Concentric.Platform.Web.Layouts;

/// <summary>What a public page says of itself in its head: its one address, its feed, and the card shown where a link is shared.</summary>
/// <param name="Address">The canonical address, whole.</param>
public sealed record PageHead(string Address, string SiteName)
{
    public string? Title { get; init; }

    /// <summary>The feed of what the page shows, below the committee; the whole site's where it has none of its own.</summary>
    public string AtomPath { get; init; } = "/feeds/atom.xml";

    /// <summary>The same as JSON Feed.</summary>
    public string? JsonFeedPath { get; init; } = "/feeds/feed.json";

    /// <summary>What the feed is called.</summary>
    public string? FeedTitle { get; init; }
    public Guid? Cover { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}
