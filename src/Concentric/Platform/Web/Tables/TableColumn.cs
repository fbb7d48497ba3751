namespace Concentric.Platform.Web.Tables;

/// <summary>A state in a cell: its word and its tone.</summary>
public sealed record Badge(string Text, Tone Tone);

/// <summary>One column: what stands in it, whether it is shown at first, and how it sorts.</summary>
public sealed class TableColumn<TRow>(string id, string title, Func<TRow, object?> value)
{
    public string Id { get; } = id;
    public string Title { get; } = title;
    public Func<TRow, object?> Value { get; } = value;
    public Func<TRow, string?>? Link { get; internal set; }
    public bool IsHidden { get; internal set; }
    public bool IsNumber { get; internal set; }
    public bool IsOneLine { get; internal set; }
    internal Func<IQueryable<TRow>, bool, IOrderedQueryable<TRow>>? Order { get; set; }
}

/// <summary>The kinds of filter.</summary>
public enum FilterKind
{
    /// <summary>Some of several values.</summary>
    Choice,

    /// <summary>Words that are typed.</summary>
    Text,

    /// <summary>From a day to a day.</summary>
    Days,
}

/// <summary>A value that can be chosen in a filter.</summary>
public sealed record FilterOption(string Value, string Text);

/// <summary>One filter: what is asked and how it narrows the rows.</summary>
public sealed class TableFilter<TRow>(string id, string title, FilterKind kind)
{
    public string Id { get; } = id;
    public string Title { get; } = title;
    public FilterKind Kind { get; } = kind;
    public IReadOnlyList<FilterOption> Options { get; init; } = [];
    internal Func<IQueryable<TRow>, IReadOnlyList<string>, IQueryable<TRow>>? ByValues { get; init; }
    internal Func<IQueryable<TRow>, DateOnly?, DateOnly?, IQueryable<TRow>>? ByDays { get; init; }
}

/// <summary>Something done to many rows at once: the page handler that does it and the words of its button.</summary>
public sealed record BulkAction(string Handler, string Text, string Look = "secondary");

/// <summary>What an empty list says: what belongs here and, for those who may, the first act.</summary>
public sealed record EmptyList(string Icon, string Title, string Text, string? Href = null, string? Act = null);

/// <summary>A value that stands in several lines.</summary>
public sealed record Lines(IReadOnlyList<string> Items);
