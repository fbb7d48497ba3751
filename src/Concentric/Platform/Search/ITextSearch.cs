namespace Concentric.Platform.Search;

/// <summary>What is looked for among the records of one kind.</summary>
/// <param name="Kind">Module and type, for example <c>portal.article</c>.</param>
/// <param name="Typed">As the reader typed it. Nothing in it is an operator.</param>
public sealed record SearchRequest(string Kind, string Typed)
{
    /// <summary>Longer requests are cut here.</summary>
    public const int LongestTyped = 100;

    /// <summary>Only records of these sections; null for all.</summary>
    public IReadOnlyCollection<string>? Sections { get; init; }

    /// <summary>
    /// Whether one term in common is enough, the more the better: for what is like a text. By default every term must be found. It is
    /// asked within sections only, because most records have some common word.
    /// </summary>
    public bool IsAnyTerm { get; init; }
    public DateOnly From { get; init; } = DateOnly.MinValue;
    public DateOnly To { get; init; } = DateOnly.MaxValue;
    public int Skip { get; init; }
    public int Take { get; init; } = 20;
}

/// <summary>A record found, with the words that a passage is shown of.</summary>
public sealed record SearchHit(Guid RecordId, string Title, string Text, string Section, DateOnly Day);

/// <param name="Total">How many were found in all.</param>
/// <param name="Hits">The asked part of them, best first.</param>
public sealed record SearchResults(int Total, IReadOnlyList<SearchHit> Hits)
{
    public static readonly SearchResults None = new(0, []);
}

/// <summary>
/// Full-text search within the committee: Han text by pairs of characters, so words of two characters are found. A hit in the title
/// counts more than one in the text; of equals the later one comes first.
/// </summary>
public interface ITextSearch
{
    Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellation = default);
}
