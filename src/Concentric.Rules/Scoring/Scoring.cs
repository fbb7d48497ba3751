namespace Concentric.Rules.Scoring;

/// <summary>
/// Derives a member's statement from confirmed facts under a sheet. Pure: the same facts, in whatever order, and the same
/// sheet give the same statement.
/// </summary>
public static class Scoring
{
    public static Statement Derive(RuleSheet sheet, ScoredMember member, IReadOnlyCollection<DutyFact> facts) =>
        Derive(new CompiledSheet(sheet), member, facts);

    public static Statement Derive(CompiledSheet compiled, ScoredMember member, IReadOnlyCollection<DutyFact> facts)
    {
        var sheet = compiled.Sheet;
        var months = member.MonthsBetween(sheet.From, sheet.To);
        var partYear = new PartYear(sheet, months, compiled.Months);
        var admission = Admission.Of(compiled, member, facts);
        Narrowing.Apply(compiled, admission.Candidates);
        var capping = new Capping(compiled, partYear.Cap);
        capping.Apply(admission.Candidates);
        var items = ItemScores(compiled, admission.Candidates, capping);
        var (categories, rest) = Categories(sheet, items, partYear);
        var bonus = rest.GetRange(0, sheet.Bonus.Count);
        var deductions = rest.GetRange(sheet.Bonus.Count, sheet.Deductions.Count);
        var sum = Summing.Of(sheet, categories, bonus, deductions);
        var grading = Grading.Of(sheet, member, admission.Admitted, sum.Total, partYear);
        return new()
        {
            Member = member.Key,
            Sheet = $"{sheet.Id} {sheet.Version}",
            MonthsInOffice = months,
            Categories = categories,
            Bonus = bonus,
            Deductions = deductions,
            Adjustments = sum.Adjustments,
            BaseTotal = sum.Base,
            BonusTotal = sum.Bonus,
            DeductionTotal = sum.Deductions,
            Total = sum.Total,
            Uncounted = Uncounted(compiled, admission),
            MinimumDuties = grading.Duties,
            Vetoes = grading.Vetoes,
            ToBeDecided = grading.ToBeDecided,
            VetoCounts = grading.VetoCounts,
            GradeBeforeQuota = grading.Grade,
            Ungraded = grading.Ungraded,
            GradeLimits = grading.Limits,
        };
    }

    private static List<ItemScore> ItemScores(CompiledSheet compiled, List<Candidate> candidates, Capping capping)
    {
        var lines = candidates.Where(candidate => candidate.Stays).ToLookup(candidate => candidate.Item);
        var items = new List<ItemScore>(compiled.Items.Length);
        for (var index = 0; index < compiled.Items.Length; index++)
        {
            var item = compiled.Items[index];
            var own = lines[index].Select(candidate => Line(item, candidate)).ToList();
            var points = own.Aggregate(Points.Zero, (sum, line) => sum + line.Given);
            items.Add(new(item, own.Sum(line => line.Units), points, capping.CapOf(compiled.Pools[index]), own));
        }

        return items;
    }

    private static ScoreLine Line(RuleItem item, Candidate candidate) =>
        new(
            candidate.Fact,
            item.Id,
            candidate.Step,
            candidate.Units,
            item.Takes ? -candidate.Full : candidate.Full,
            item.Takes ? -candidate.Given : candidate.Given,
            candidate.Reason
        );

    private static (List<CategoryScore> Categories, List<ItemScore> Others) Categories(
        RuleSheet sheet,
        List<ItemScore> items,
        PartYear partYear
    )
    {
        var categories = new List<CategoryScore>(sheet.Categories.Count);
        var at = 0;
        foreach (var category in sheet.Categories)
        {
            var own = items.GetRange(at, category.Items.Count);
            at += category.Items.Count;
            Points? cap = category.Cap is { } most ? partYear.Cap(most) : null;
            var start = category.StartsAt ?? Points.Zero;
            var raw = own.Aggregate(start, (sum, item) => sum + item.Points);
            var points = cap is { } limit ? Points.Min(raw, limit) : raw;
            if (category.StartsAt is not null)
                points = Points.Max(points, Points.Zero);
            categories.Add(new(category, start, own, points - raw, points, cap));
        }

        return (categories, items.GetRange(at, items.Count - at));
    }

    /// <summary>Facts that stand in no line, each with the reason that came closest to a line.</summary>
    private static List<UncountedFact> Uncounted(CompiledSheet compiled, Admission admission)
    {
        var counted = admission.Candidates.Where(candidate => candidate.Stays).Select(candidate => candidate.Fact.Id).ToHashSet();
        var aside = admission
            .Candidates.Where(candidate => !counted.Contains(candidate.Fact.Id))
            .GroupBy(candidate => candidate.Fact.Id)
            .Select(group => group.OrderByDescending(candidate => candidate.Reason).ThenBy(candidate => candidate.Item).First())
            .Select(closest => new UncountedFact(closest.Fact, closest.Reason, compiled.Items[closest.Item].Id, closest.Detail));
        return [.. admission.Refused.Concat(aside).OrderBy(one => one.Fact.Day).ThenBy(one => one.Fact.Id)];
    }
}
