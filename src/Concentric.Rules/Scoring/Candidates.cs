namespace Concentric.Rules.Scoring;

/// <summary>A fact under one item, on its way to a line: it stays, or is set aside with a reason.</summary>
internal sealed class Candidate(int item, int order, DutyFact fact, string? step, Points each)
{
    internal int Item { get; } = item;
    internal int Order { get; } = order;
    internal DutyFact Fact { get; } = fact;
    internal string? Step { get; } = step;
    internal Points Each { get; } = each;
    internal long Units { get; private set; } = fact.Quantity;
    internal Points Full { get; set; }
    internal Points Given { get; set; }
    internal LineReason Reason { get; set; } = LineReason.Counted;
    internal bool Stays { get; private set; } = true;
    internal string? Detail { get; private set; }

    /// <summary>Only so many of its units count.</summary>
    internal void Keep(long units)
    {
        if (units < Units)
            Reason = LineReason.PartlyLimited;
        Units = units;
    }

    internal void SetAside(LineReason why, string? detail = null)
    {
        Stays = false;
        Reason = why;
        Detail = detail;
    }
}

/// <summary>Which facts of a member come into question at all, and under which items.</summary>
internal sealed class Admission
{
    private readonly CompiledSheet compiled;
    private readonly ScoredMember member;

    private Admission(CompiledSheet compiled, ScoredMember member)
    {
        this.compiled = compiled;
        this.member = member;
    }

    internal List<Candidate> Candidates { get; } = [];
    internal List<DutyFact> Admitted { get; } = [];

    /// <summary>Why a fact came under no item; for facts set aside later the candidate knows.</summary>
    internal List<UncountedFact> Refused { get; } = [];

    internal static Admission Of(CompiledSheet compiled, ScoredMember member, IReadOnlyCollection<DutyFact> facts)
    {
        var admission = new Admission(compiled, member);
        var inOrder = facts.ToArray();
        Array.Sort(inOrder, static (a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Id.CompareTo(b.Id));
        for (var order = 0; order < inOrder.Length; order++)
            admission.Look(inOrder[order], order);
        return admission;
    }

    private void Look(DutyFact fact, int order)
    {
        var role = member.RoleOn(fact.Day);
        LineReason? refused =
            fact.Retracted ? LineReason.Retracted
            : fact.Day < compiled.Sheet.From || fact.Day > compiled.Sheet.To ? LineReason.OutsideSpan
            : role is null ? LineReason.NotInOffice
            : null;
        if (refused is { } why)
        {
            Refused.Add(new(fact, why, null, null));
            return;
        }

        Admitted.Add(fact);
        LookUnderItems(fact, order, role!);
    }

    private void LookUnderItems(DutyFact fact, int order, string role)
    {
        var found = false;
        UncountedFact? nearest = null;
        var last = -1;
        foreach (var (index, match) in compiled.MatchesOf(fact.Kind))
        {
            if (index == last || !match.Names(fact))
                continue;
            var item = compiled.Items[index];
            var step = match.As ?? fact.Step;
            var why = WhyNot(item, match, fact, step, role);
            if (why is null)
            {
                Candidates.Add(new(index, order, fact, step, item.PointsOf(step)!.Value));
                found = true;
                last = index;
            }
            else if (nearest is null || why > nearest.Reason)
                nearest = new(fact, why.Value, item.Id, why == LineReason.NotForRole ? role : step);
        }

        if (!found)
            Refused.Add(nearest ?? new(fact, IsOfDuty(fact) ? LineReason.OnlyForMinimumDuty : LineReason.NoItem, null, null));
    }

    private static LineReason? WhyNot(RuleItem item, FactMatch match, DutyFact fact, string? step, string role) =>
        item.For.Count > 0 && !item.For.Contains(role) ? LineReason.NotForRole
        : !match.Accepts(fact) ? LineReason.ConditionNotMet
        : item.PointsOf(step) is null ? LineReason.StepGivesNothing
        : null;

    private bool IsOfDuty(DutyFact fact) =>
        compiled.Sheet.MinimumDuties.Any(duty => duty.Counts.Any(match => match.Names(fact) && match.Accepts(fact)));
}
