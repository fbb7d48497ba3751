namespace Concentric.Rules.Scoring;

/// <summary>评价项目 (ScoringItem): what a unit of some facts gives or takes, and within which limits.</summary>
public sealed record RuleItem : INamedPart
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }

    /// <summary>The words of the scheme that the item follows.</summary>
    public string? Rule { get; init; }

    /// <summary>The unit of count of its facts.</summary>
    public required string Unit { get; init; }
    public required IReadOnlyList<FactMatch> Counts { get; init; }

    /// <summary>Points per unit, whichever step; null when they depend on the step.</summary>
    public Points? PerUnit { get; init; }
    public IReadOnlyDictionary<string, Points> PerStep { get; init; } = new Dictionary<string, Points>(StringComparer.Ordinal);

    /// <summary>Positive points are taken away instead of given.</summary>
    public bool Takes { get; init; }
    public Points? Cap { get; init; }
    public IReadOnlyDictionary<string, Points> CapPerStep { get; init; } = new Dictionary<string, Points>(StringComparer.Ordinal);

    /// <summary>Of several facts about one thing only the highest step counts.</summary>
    public bool Ladder { get; init; }

    /// <summary>Counts from the n-th thing of the span on (1 = all).</summary>
    public int FromNth { get; init; } = 1;

    /// <summary>Counts no more than the n-th thing of the span.</summary>
    public int? UpToNth { get; init; }

    /// <summary>Gives its points once, as soon as so many units counted.</summary>
    public int? OnceAt { get; init; }
    public IReadOnlyList<CountLimit> Limits { get; init; } = [];
    public CoAuthorSplit? Split { get; init; }

    /// <summary>Roles it is for; empty = all.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>The item of another role that this one stands in for; both draw on one cap.</summary>
    public string? SubstituteFor { get; init; }

    /// <summary>谁组织谁记录: the office that records or confirms.</summary>
    public string? Recorder { get; init; }
    public SheetPosition At { get; init; }
    public SheetPosition CapAt { get; init; }
    public SheetPosition UnitAt { get; init; }

    /// <summary>Points of one unit of a step; null when the item does not know the step.</summary>
    public Points? PointsOf(string? step) =>
        PerUnit ?? (step is not null && PerStep.TryGetValue(step, out var points) ? points : null);

    public IEnumerable<Points> AllPoints => PerUnit is { } one ? [one] : PerStep.Values;
}

/// <summary>Which facts something counts. Each further part narrows; an empty one does not.</summary>
public sealed record FactMatch
{
    public required string Fact { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The step that the fact counts as, in place of its own (获批请假 counts as <c>excused</c>).</summary>
    public string? As { get; init; }
    public IReadOnlyList<AttributeTest> Where { get; init; } = [];
    public SheetPosition At { get; init; }
}

/// <summary>An attribute is one of some words, or a number that is at most so much. A missing attribute passes no test.</summary>
public sealed record AttributeTest(string Attribute, IReadOnlyList<string> OneOf, int? AtMost, SheetPosition At);

public enum LimitSpan
{
    Day,
    Month,
    Year,
}

/// <summary>At most so many units each day, month or year; with <see cref="Of"/>, for each value of that attribute.</summary>
public sealed record CountLimit(int AtMost, LimitSpan Each, string? Of);

/// <summary>
/// 联名: what several authors of one thing get. <see cref="Part"/> names the attribute that says <c>first</c>, <c>joint</c> or
/// <c>sole</c>, <see cref="People"/> the one that counts them. The first gets <see cref="First"/> thousandths; each other one gets
/// <see cref="Others"/> thousandths or, when that is null, an equal share of what is left.
/// </summary>
public sealed record CoAuthorSplit(string Part, string People, int First, int? Others, SheetPosition At);
