namespace Concentric.Rules.Scoring;

/// <summary>From the total to the grade before the quota: thresholds, minimum duties, decided vetoes, and who gets no grade.</summary>
internal sealed record Grading(
    string? Grade,
    UngradedReason Ungraded,
    IReadOnlyList<DutyResult> Duties,
    IReadOnlyList<VetoResult> Vetoes,
    IReadOnlyList<VetoResult> ToBeDecided,
    IReadOnlyDictionary<string, long> VetoCounts,
    IReadOnlyList<GradeLimit> Limits
)
{
    internal static Grading Of(RuleSheet sheet, ScoredMember member, List<DutyFact> facts, Points total, PartYear partYear)
    {
        var duties = Fulfilled(sheet, member, facts, partYear);
        var counts = sheet.Vetoes.ToDictionary(
            veto => veto.Id,
            veto => FactMatching.Units(veto.Counts, facts),
            StringComparer.Ordinal
        );
        var vetoes = Decided(sheet, member);
        var open = sheet
            .Vetoes.Where(veto =>
                member.Vetoes.All(decision => decision.Veto != veto.Id) && SeemsMet(veto, member, counts[veto.Id], sheet.To.Year)
            )
            .Select(veto => new VetoResult(veto, null))
            .ToList();
        var ungraded = WhyUngraded(sheet, member, partYear);
        var limits = new List<GradeLimit>();
        var grade = ungraded == UngradedReason.None ? GradeOf(sheet.Grades!, total, duties, vetoes, partYear, limits) : null;
        return new(grade, ungraded, duties, vetoes, open, counts, limits);
    }

    private static UngradedReason WhyUngraded(RuleSheet sheet, ScoredMember member, PartYear partYear) =>
        sheet.Grades is null ? UngradedReason.SheetHasNoGrades
        : member.Duties.Any(sheet.Population.OutsideContest.Contains) ? UngradedReason.OutsideContest
        : partYear.Months < Math.Max(1, sheet.Population.NoGradeBelowMonths ?? 1) ? UngradedReason.TooFewMonths
        : member.LongLeaveMonths >= (sheet.Population.NoGradeFromLeaveMonths ?? int.MaxValue) ? UngradedReason.LongLeave
        : UngradedReason.None;

    private static List<DutyResult> Fulfilled(RuleSheet sheet, ScoredMember member, List<DutyFact> facts, PartYear partYear)
    {
        var last = member
            .Roles.Where(span => span.From <= sheet.To && span.To >= sheet.From)
            .Select(span => span.To)
            .DefaultIfEmpty()
            .Max();
        var role = member.RoleOn(last < sheet.To ? last : sheet.To);
        var results = new List<DutyResult>();
        foreach (var duty in sheet.MinimumDuties)
        {
            if (duty.For.Count > 0 && (role is null || !duty.For.Contains(role)))
                continue;
            var needed = partYear.Needed(duty.AtLeast);
            var units = FactMatching.Units(duty.Counts, facts);
            results.Add(new(duty, needed, units, units >= needed));
        }

        return results;
    }

    private static List<VetoResult> Decided(RuleSheet sheet, ScoredMember member) =>
        [
            .. member
                .Vetoes.OrderBy(decision => decision.DecidedOn)
                .ThenBy(decision => decision.Veto, StringComparer.Ordinal)
                .Select(decision => (Decision: decision, Veto: sheet.Vetoes.FirstOrDefault(veto => veto.Id == decision.Veto)))
                .Where(pair => pair.Veto is not null)
                .Select(pair => new VetoResult(pair.Veto!, pair.Decision)),
        ];

    /// <summary>A year whose sheet did not count for the veto says nothing about it.</summary>
    private static bool SeemsMet(VetoRule veto, ScoredMember member, long units, int year)
    {
        if (veto.Counts.Count == 0)
            return false;
        if (veto.WithinTerm)
            return veto.IsMetBy(
                units + member.Past.Where(past => past.SameTerm).Sum(past => past.Counts.GetValueOrDefault(veto.Id))
            );
        return veto.IsMetBy(units)
            && YearsBefore(member.Past, year, veto.YearsInARow - 1) is { } before
            && before.All(past => past.Counts.TryGetValue(veto.Id, out var then) && veto.IsMetBy(then));
    }

    /// <summary>So many years right before a year, the latest first; null when one of them is missing.</summary>
    internal static IReadOnlyList<PastYear>? YearsBefore(IReadOnlyList<PastYear> past, int year, int count)
    {
        var before = past.Where(one => one.Year < year && one.Year >= year - count)
            .DistinctBy(one => one.Year)
            .OrderByDescending(one => one.Year)
            .ToList();
        return before.Count == count ? before : null;
    }

    private static string GradeOf(
        GradeRules grades,
        Points total,
        List<DutyResult> duties,
        List<VetoResult> vetoes,
        PartYear partYear,
        List<GradeLimit> limits
    )
    {
        var rank = grades.Levels.Count - 1;
        while (rank > 0 && total >= partYear.Threshold(grades.Levels[rank - 1].From))
            rank--;
        var reached = rank;
        if (grades.MinimumUnmetAtMost is { } most)
        {
            foreach (var failed in duties.Where(duty => !duty.Met))
                rank = Lower(grades, rank, reached, most, new(most, failed.Duty.Id, null), limits);
        }

        foreach (var veto in vetoes)
            rank = Lower(grades, rank, reached, veto.Veto.GradeAtMost, new(veto.Veto.GradeAtMost, null, veto.Veto.Id), limits);
        return grades.Levels[rank].Id;
    }

    private static int Lower(GradeRules grades, int rank, int reached, string most, GradeLimit limit, List<GradeLimit> limits)
    {
        var at = grades.RankOf(most);
        if (at > reached)
            limits.Add(limit);
        return Math.Max(rank, at);
    }
}
