namespace Concentric.Rules.Figures;

/// <summary>What a figure measures over the facts that it takes in.</summary>
public enum FigureMeasure
{
    /// <summary>How many facts there are.</summary>
    Count,

    /// <summary>The sum of their quantities.</summary>
    Quantity,

    /// <summary>How many different memberships they are about: somebody who came ten times counts once.</summary>
    DistinctSubjects,

    /// <summary>At how many different places they happened.</summary>
    DistinctPlaces,

    /// <summary>中位数: half of their quantities are no larger than this one.</summary>
    Median,

    /// <summary>第九十百分位数: nine in ten of their quantities are no larger than this one.</summary>
    NinetiethPercentile,
}

/// <summary>
/// 指标口径 (MetricDefinition): one figure of the closed, named list. It takes in the facts of its kinds; each further list
/// narrows them, and an empty list does not.
/// </summary>
public sealed record FigureDefinition
{
    public required string Id { get; init; }

    /// <summary>The name in zh-CN.</summary>
    public required string Title { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>口径 in zh-CN: what counts and what does not.</summary>
    public required string Definition { get; init; }
    public required string DefinitionEn { get; init; }

    /// <summary>A unit of <see cref="Facts.UnitOfCount"/>.</summary>
    public required string Unit { get; init; }
    public required FigureMeasure Measure { get; init; }
    public required IReadOnlyList<string> Kinds { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> Steps { get; init; } = [];
    public Rounding Rounding { get; init; } = Rounding.Exact;

    /// <summary>What it is a share of: another figure, or something that a module counts, by its id; null for nothing.</summary>
    public string? ShareOf { get; init; }

    /// <summary>Whether it stands among the few that the home page shows.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Whether facts with these features are taken in.</summary>
    public bool TakesIn(string kind, string? category, string? channel, string? step, string? place) =>
        Kinds.Contains(kind, StringComparer.Ordinal)
        && Allows(Categories, category)
        && Allows(Channels, channel)
        && Allows(Steps, step)
        && Allows(Places, place);

    private static bool Allows(IReadOnlyList<string> allowed, string? value) =>
        allowed.Count == 0 || (value is not null && allowed.Contains(value, StringComparer.Ordinal));
}
