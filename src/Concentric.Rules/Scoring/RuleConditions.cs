namespace Concentric.Rules.Scoring;

/// <summary>基本履职要求 (MinimumDuty): a condition, not points. Whoever fails one gets at most the grade named beside the grades.</summary>
public sealed record MinimumDuty(
    string Id,
    string Title,
    IReadOnlyList<FactMatch> Counts,
    int AtLeast,
    IReadOnlyList<string> For,
    SheetPosition At
) : INamedPart
{
    public string? TitleEn { get; init; }
}

/// <summary>
/// 一票否决 (Veto): decided by a meeting, applied from its recorded decision. The program only says when its condition seems met,
/// so that the meeting can look at it.
/// </summary>
public sealed record VetoRule : INamedPart
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public required string DecidedBy { get; init; }
    public required string GradeAtMost { get; init; }
    public string? Refer { get; init; }

    /// <summary>Facts that make it worth looking at; none = only people bring it up.</summary>
    public IReadOnlyList<FactMatch> Counts { get; init; } = [];
    public int AtLeast { get; init; } = 1;

    /// <summary>Met by fewer units than this instead of <see cref="AtLeast"/>: no proposal in two years.</summary>
    public int? FewerThan { get; init; }

    /// <summary>So many years, this one among them, in a row.</summary>
    public int YearsInARow { get; init; } = 1;

    /// <summary>Count over the whole term instead of year by year.</summary>
    public bool WithinTerm { get; init; }
    public SheetPosition At { get; init; }

    internal bool IsMetBy(long units) => FewerThan is { } most ? units < most : units >= AtLeast;
}

/// <summary>等次 (Grade) with the total it begins at.</summary>
public sealed record GradeLevel(string Id, string Title, Points From, SheetPosition At) : INamedPart
{
    public string? TitleEn { get; init; }
}

/// <summary>Grades from the highest to the lowest, what limits them, and the quota of the top one.</summary>
public sealed record GradeRules
{
    public required IReadOnlyList<GradeLevel> Levels { get; init; }
    public string? MinimumUnmetAtMost { get; init; }
    public GradeQuota? Quota { get; init; }
    public IReadOnlyList<GradeConsequence> Consequences { get; init; } = [];
    public SheetPosition At { get; init; }

    /// <summary>Place from the top, 0 = highest; -1 when unknown.</summary>
    public int RankOf(string id)
    {
        for (var rank = 0; rank < Levels.Count; rank++)
        {
            if (string.Equals(Levels[rank].Id, id, StringComparison.Ordinal))
                return rank;
        }

        return -1;
    }
}

/// <summary>What breaks a tie at the border of the quota. Never a lot, never age; what is left is for the meeting.</summary>
public enum TieMeasure
{
    Total,
    Base,
    Bonus,

    /// <summary>Units counted under the items named.</summary>
    Units,
}

public sealed record TieRule(TieMeasure By, IReadOnlyList<string> Items);

/// <summary>名额: the top grade is for at most a share of the people graded (rounded down) or at most a number.</summary>
public sealed record GradeQuota
{
    public required string Grade { get; init; }

    /// <summary>Thousandths of the graded people.</summary>
    public int? ShareThousandths { get; init; }
    public int? AtMost { get; init; }
    public required string OthersGet { get; init; }
    public IReadOnlyList<TieRule> Order { get; init; } = [];
    public string DecidedBy { get; init; } = "";
    public SheetPosition At { get; init; }
}

/// <summary>What follows a grade, by itself, some years in a row, or some times within the term.</summary>
public sealed record GradeConsequence(
    string Grade,
    int YearsInARow,
    int? WithinTerm,
    IReadOnlyList<string> Then,
    SheetPosition At
);

/// <summary>算例: facts written in the sheet and what they must come to.</summary>
public sealed record SheetExample
{
    public required string Name { get; init; }
    public required ScoredMember Member { get; init; }

    /// <summary>Facts told by the item they are for: item, step (or none), how many.</summary>
    public IReadOnlyList<ExampleCount> Counts { get; init; } = [];

    /// <summary>Facts told in full.</summary>
    public IReadOnlyList<DutyFact> Facts { get; init; } = [];
    public IReadOnlyList<ExampleExpectation> Expect { get; init; } = [];
    public SheetPosition At { get; init; }
}

public sealed record ExampleCount(string Item, string? Step, int Count, SheetPosition At);

/// <summary>One value that an example expects: <c>total</c>, <c>categories.meetings</c>, <c>grade</c> …</summary>
public sealed record ExampleExpectation(string Path, string Value, SheetPosition At);
