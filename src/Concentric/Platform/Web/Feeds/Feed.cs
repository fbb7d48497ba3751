using Concentric.Rules.Formats;

namespace Concentric.Platform.Web.Feeds;

/// <summary>One thing that a feed tells of, with its full text.</summary>
/// <param name="Id">Never changes; a feed reader knows the entry by it.</param>
/// <param name="Path">Its page, below the committee.</param>
/// <param name="BodyHtml">Clean markup.</param>
/// <param name="Category">The column or topic it stands under.</param>
internal sealed record FeedEntry(
    Guid Id,
    string Path,
    string Title,
    string Author,
    string? Summary,
    string BodyHtml,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    string? Category
)
{
    /// <summary>Without what XML cannot carry.</summary>
    internal FeedEntry Valid() =>
        this with
        {
            Title = XmlText.Valid(Title),
            Author = XmlText.Valid(Author),
            Summary = Summary is null ? null : XmlText.Valid(Summary),
            BodyHtml = XmlText.Valid(BodyHtml),
            Category = Category is null ? null : XmlText.Valid(Category),
        };
}

/// <summary>A feed before it is written in one of the two forms.</summary>
/// <param name="Id">Never changes; a feed reader knows the feed by it.</param>
/// <param name="Path">The page it is the feed of, below the committee.</param>
/// <param name="OwnPath">The feed's own address, below the committee.</param>
internal sealed record Feed(Guid Id, string Title, string Path, string OwnPath, string Author, IReadOnlyList<FeedEntry> Entries);
