namespace Concentric.Rules.Scoring;

/// <summary>A confirmed fact of the ledger, as much as scoring needs of it.</summary>
public sealed record DutyFact
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public string? Category { get; init; }
    public required DateOnly Day { get; init; }
    public string? Step { get; init; }
    public long Quantity { get; init; } = 1;

    /// <summary>What it is about: the proposal, the product, the meeting. Facts about one thing share it; none = only itself.</summary>
    public string? Thing { get; init; }
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Taken back by a later fact: shown struck through, worth nothing.</summary>
    public bool Retracted { get; init; }

    public string ThingOrSelf => Thing ?? Id.ToString();
}

/// <summary>Days on which somebody held a seat in a role (委员, 常务委员); the last day is included.</summary>
public sealed record RoleSpan(string Role, DateOnly From, DateOnly To);

/// <summary>A decision of a meeting that a veto applies.</summary>
public sealed record VetoDecision(string Veto, DateOnly DecidedOn, string DecidedBy, string? Reason = null);

/// <summary>An earlier year: its final grade, and how often each veto's condition was met in it.</summary>
public sealed record PastYear(int Year, string? Grade, IReadOnlyDictionary<string, long> Counts, bool SameTerm = true);

/// <summary>Who is scored: everything about a person that a sheet may ask. A second term is a further span.</summary>
public sealed record ScoredMember
{
    public required string Key { get; init; }
    public required IReadOnlyList<RoleSpan> Roles { get; init; }

    /// <summary>Duties that may put somebody outside the contest for grades.</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];
    public int LongLeaveMonths { get; init; }
    public IReadOnlyList<VetoDecision> Vetoes { get; init; } = [];
    public IReadOnlyList<PastYear> Past { get; init; } = [];

    /// <summary>The role on a day; the later span when two overlap; null out of office.</summary>
    public string? RoleOn(DateOnly day)
    {
        RoleSpan? found = null;
        foreach (var span in Roles)
        {
            if (span.From <= day && day <= span.To && (found is null || IsLater(span, found)))
                found = span;
        }

        return found?.Role;
    }

    /// <summary>Months of a span in office: a month counts when the member held a seat on more than half of its days in the span.</summary>
    public int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = 0;
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var first = month < from ? from : month;
            var last = month.AddMonths(1).AddDays(-1) is var end && end > to ? to : end;
            var held = 0;
            for (var day = first; day <= last; day = day.AddDays(1))
                held += RoleOn(day) is null ? 0 : 1;
            if (2 * held > last.DayNumber - first.DayNumber + 1)
                months++;
        }

        return months;
    }

    private static bool IsLater(RoleSpan span, RoleSpan other) =>
        span.From != other.From ? span.From > other.From
        : span.To != other.To ? span.To > other.To
        : string.CompareOrdinal(span.Role, other.Role) > 0;
}
