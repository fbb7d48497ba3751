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
}

/// <summary>What a figure is a share of.</summary>
public enum FigureBase
{
    None,

    /// <summary>The seats (委员资格) that were held at some time in the period.</summary>
    Seats,
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
    public FigureBase Base { get; init; }

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
