using System.Runtime.InteropServices;

namespace Concentric.Rules.Scoring;

/// <summary>Where something stands in the text of a sheet; both count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SheetPosition(int Line, int Column);

/// <summary>The four shapes that schemes in use have.</summary>
public enum SheetShape
{
    /// <summary>基础分 + 加分: a capped base and capped bonuses.</summary>
    BaseAndBonus,

    /// <summary>百分制: categories whose caps add up to the full mark.</summary>
    CappedCategories,

    /// <summary>累计积分: points add up without an end.</summary>
    Open,

    /// <summary>扣分制: at least one category starts full and loses points.</summary>
    FullThenDeduct,
}

/// <summary>
/// 委员履职量化综合评价细则 (ScoringRuleSet): one version of a scheme, adopted by a meeting, for a span of days. It is data;
/// nothing of it is in code. Once used it is only superseded, never changed.
/// </summary>
public sealed record RuleSheet : INamedPart
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public string? Source { get; init; }
    public IReadOnlyList<string> Basis { get; init; } = [];
    public required string AdoptedBy { get; init; }
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>First and last day of the facts that the sheet judges.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public SheetPosition SpanAt { get; init; }

    public required SheetShape Shape { get; init; }
    public ScoreScale Scale { get; init; } = new();

    /// <summary>Roles (委员, 常务委员) by id, with their titles.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Titles in English of the roles that have one.</summary>
    public IReadOnlyDictionary<string, string> RolesEn { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public Population Population { get; init; } = new();
    public IReadOnlyList<MinimumDuty> MinimumDuties { get; init; } = [];
    public IReadOnlyList<RuleCategory> Categories { get; init; } = [];
    public IReadOnlyList<RuleItem> Bonus { get; init; } = [];
    public IReadOnlyList<RuleItem> Deductions { get; init; } = [];
    public IReadOnlyList<SameFactGroup> SameFact { get; init; } = [];
    public IReadOnlyList<VetoRule> Vetoes { get; init; } = [];
    public GradeRules? Grades { get; init; }
    public CycleRules Cycle { get; init; } = new();
    public IReadOnlyList<SheetExample> Examples { get; init; } = [];

    /// <summary>Every item, in the order of the sheet: categories, bonus, deductions.</summary>
    public IEnumerable<RuleItem> AllItems => Categories.SelectMany(category => category.Items).Concat(Bonus).Concat(Deductions);

    /// <summary>What a role is called; its id where the sheet does not know it.</summary>
    public SheetName RoleName(string role) => new(role, Roles.GetValueOrDefault(role, role), RolesEn.GetValueOrDefault(role));

    /// <summary>The same rules tried on other days: a draft judges no fact of the year before, and is tried on them.</summary>
    public RuleSheet On(DateOnly from, DateOnly to) => this with { From = from, To = to };
}

/// <summary>The scale of the total. Null means no such limit.</summary>
public sealed record ScoreScale
{
    public Points? Base { get; init; }
    public Points? BonusCap { get; init; }
    public Points? Ceiling { get; init; }
    public Points? Floor { get; init; } = Points.Zero;

    /// <summary>Places that a line's points are rounded to, half up; 0 to 3.</summary>
    public int Decimals { get; init; } = 1;
    public SheetPosition At { get; init; }
}

/// <summary>Who is graded and who only keeps a file.</summary>
public sealed record Population
{
    /// <summary>Duties (主席, 副主席, 秘书长) whose holders are scored, not graded, and never in the quota.</summary>
    public IReadOnlyList<string> OutsideContest { get; init; } = [];
    public int? NoGradeBelowMonths { get; init; }
    public int? NoGradeFromLeaveMonths { get; init; }

    /// <summary>What a part of the year scales by months in office over the months of the sheet.</summary>
    public IReadOnlyList<ProRataTarget> ProRata { get; init; } = [];
    public SheetPosition At { get; init; }
}

public enum ProRataTarget
{
    MinimumDuties,
    Caps,
    Thresholds,
}

/// <summary>评价类别: a category with its own cap, or one that starts full and loses points.</summary>
public sealed record RuleCategory : INamedPart
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public Points? Cap { get; init; }

    /// <summary>满分起扣: the points that it starts with; its items take away and it never falls below 0.</summary>
    public Points? StartsAt { get; init; }
    public IReadOnlyList<RuleItem> Items { get; init; } = [];
    public SheetPosition At { get; init; }
}

/// <summary>
/// Items of one group may not both score the same thing (the same proposal, session, honour): the item that gives it most
/// keeps it, the earlier one in the sheet when they give the same.
/// </summary>
public sealed record SameFactGroup(string Id, IReadOnlyList<string> Items, SheetPosition At);

/// <summary>Days of the year's procedure that the sheet fixes; working days unless said otherwise.</summary>
public sealed record CycleRules
{
    public int SelfCheckDays { get; init; } = 10;
    public int PublicityDays { get; init; } = 5;
    public int ObjectionDays { get; init; } = 5;
    public int FirstAnswerDays { get; init; } = 5;
    public int SecondAnswerDays { get; init; } = 15;
}
