namespace Concentric.Rules.Scoring;

/// <summary>Items, conditions, grades and examples.</summary>
public sealed partial class SheetCheck
{
    private void Item(RuleItem item)
    {
        Matches(item.Counts, item.Unit, item.UnitAt);
        Roles(item.For, item.At);
        Decimals(item);
        Caps(item);
        StepsOf(item);
        if (item.Counts.Count == 0)
            Report(item.At, "CountsNothing", item.Id);
        if (item.Ladder && item.PerStep.Count < 2)
            Report(item.At, "LadderNeedsSteps", item.Id);
        if (item.UpToNth is { } last && last < item.FromNth)
            Report(item.At, "LastBeforeFirst", item.FromNth.ToString(), last.ToString());
        foreach (var limit in item.Limits.Where(limit => limit.Of is not null))
            Attribute(item.Counts, limit.Of!, item.At);
        if (item.Split is { } split)
        {
            Attribute(item.Counts, split.Part, split.At);
            Attribute(item.Counts, split.People, split.At);
        }

        Substitute(item);
    }

    private void Decimals(RuleItem item)
    {
        foreach (var points in item.AllPoints.Append(item.Cap ?? Points.Zero).Concat(item.CapPerStep.Values).Distinct())
        {
            if (points.Share(1, 1, sheet.Scale.Decimals) != points)
                Report(item.At, "TooManyPlaces", points.ToString(), sheet.Scale.Decimals.ToString());
        }
    }

    private void Caps(RuleItem item)
    {
        var smallest = item.AllPoints.Where(points => points > Points.Zero).DefaultIfEmpty().Min();
        if (item.Cap is { } cap && cap < smallest)
            Report(item.CapAt, "CapSmallerThanUnit", item.Id, cap.ToString(), smallest.ToString());
        foreach (var (step, most) in item.CapPerStep.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (item.PointsOf(step) is not { } points || !item.PerStep.ContainsKey(step))
                Report(item.CapAt, "UnknownStep", step, Nearest.To(step, item.PerStep.Keys));
            else if (most < points)
                Report(item.CapAt, "CapSmallerThanUnit", $"{item.Id}.{step}", most.ToString(), points.ToString());
        }
    }

    private void Substitute(RuleItem item)
    {
        if (item.SubstituteFor is not { } wanted)
            return;
        var other = sheet.AllItems.FirstOrDefault(one => one.Id == wanted);
        if (other is null)
            Report(item.At, "UnknownItem", wanted, Nearest.To(wanted, sheet.AllItems.Select(one => one.Id)));
        else if (item.For.Count == 0 || other.For.Count == 0 || item.For.Intersect(other.For, StringComparer.Ordinal).Any())
            Report(item.At, "SubstituteSameRole", item.Id, other.Id);
        else if (item.Cap != other.Cap || other.SubstituteFor is not null)
            Report(item.At, "SubstituteOtherCap", item.Id, other.Id);
    }

    private void Matches(IReadOnlyList<FactMatch> matches, string? unit, SheetPosition unitAt)
    {
        foreach (var match in matches)
        {
            if (!kinds.TryGetValue(match.Fact, out var kind))
            {
                if (match.Fact.Length > 0)
                    Report(match.At, "UnknownFactKind", match.Fact, Nearest.To(match.Fact, kinds.Keys));
                continue;
            }

            if (!kind.HasSubject)
                Report(match.At, "FactWithoutMember", match.Fact);
            if (unit is { Length: > 0 } && !string.Equals(kind.Unit, unit, StringComparison.Ordinal))
                Report(unitAt, "WrongUnit", unit, match.Fact, kind.Unit);
            foreach (var test in match.Where)
                Attribute([match], test.Attribute, test.At);
            Known(match.Steps, kind.Steps, "UnknownStepOfFact", match);
            Known(match.Categories, kind.Categories, "UnknownCategory", match);
        }
    }

    private void Known(IReadOnlyList<string> words, IReadOnlyList<string>? known, string code, FactMatch match)
    {
        if (known is null)
            return;
        foreach (var word in words.Except(known, StringComparer.Ordinal))
            Report(match.At, code, word, match.Fact, Nearest.To(word, known));
    }

    /// <summary>A step that none of the facts can be at would never be scored. A point for it is a slip of the pen.</summary>
    private void StepsOf(RuleItem item)
    {
        List<string> reached = [];
        foreach (var match in item.Counts)
        {
            if (match.As is { } step)
                reached.Add(step);
            else if (match.Steps.Count > 0)
                reached.AddRange(match.Steps);
            else if (kinds.TryGetValue(match.Fact, out var kind) && kind.Steps is { } steps)
                reached.AddRange(steps);
            else
                return;
        }

        foreach (var step in item.PerStep.Keys.Except(reached, StringComparer.Ordinal))
            Report(item.At, "UnreachableStep", step, item.Id, Nearest.To(step, reached));
    }

    private void Attribute(IReadOnlyList<FactMatch> matches, string attribute, SheetPosition at)
    {
        foreach (var match in matches)
        {
            var kind = kinds.GetValueOrDefault(match.Fact);
            if (kind?.Attributes.Contains(attribute) == true)
                continue;
            if (ForbiddenMetrics.In(attribute) is { } metric)
                Report(at, "Forbidden", attribute, metric);
            else if (kind is not null)
                Report(
                    at,
                    "UnknownAttribute",
                    attribute,
                    match.Fact,
                    kind.Attributes.Count == 0 ? "-" : string.Join(", ", kind.Attributes)
                );
        }
    }

    private void Roles(IReadOnlyList<string> roles, SheetPosition at)
    {
        foreach (var role in roles.Where(role => !sheet.Roles.ContainsKey(role)))
            Report(at, "UnknownRole", role, Nearest.To(role, sheet.Roles.Keys));
    }

    private void Conditions()
    {
        foreach (var duty in sheet.MinimumDuties)
        {
            Matches(duty.Counts, null, duty.At);
            Roles(duty.For, duty.At);
        }

        foreach (var veto in sheet.Vetoes)
        {
            Matches(veto.Counts, null, veto.At);
            Grade(veto.GradeAtMost, veto.At);
        }
    }

    private void Grade(string? id, SheetPosition at)
    {
        if (id is { Length: > 0 } && (sheet.Grades is null || sheet.Grades.RankOf(id) < 0))
            Report(at, "UnknownGrade", id, Nearest.To(id, (sheet.Grades?.Levels ?? []).Select(level => level.Id)));
    }

    private void Grades()
    {
        if (sheet.Grades is not { } grades)
            return;
        var most = MostReachable();
        for (var rank = 0; rank < grades.Levels.Count; rank++)
        {
            var level = grades.Levels[rank];
            if (rank > 0 && level.From >= grades.Levels[rank - 1].From)
                Report(level.At, "GradesNotDescending", level.Id, level.From.ToString(), grades.Levels[rank - 1].From.ToString());
            else if (most is { } reachable && level.From > reachable)
                Report(level.At, "UnreachableGrade", level.Id, level.From.ToString(), reachable.ToString());
        }

        if (grades.Levels.Count > 0 && sheet.Scale.Floor is { } floor && grades.Levels[^1].From > floor)
            Report(grades.Levels[^1].At, "LowestGradeAboveFloor", grades.Levels[^1].Id, floor.ToString());
        Grade(grades.MinimumUnmetAtMost, grades.At);
        foreach (var consequence in grades.Consequences)
            Grade(consequence.Grade, consequence.At);
        if (grades.Quota is { } quota)
            Quota(grades, quota);
    }

    private void Quota(GradeRules grades, GradeQuota quota)
    {
        Grade(quota.Grade, quota.At);
        Grade(quota.OthersGet, quota.At);
        if (quota.ShareThousandths is null && quota.AtMost is null)
            Report(quota.At, "QuotaWithoutNumber");
        if (grades.RankOf(quota.OthersGet) >= 0 && grades.RankOf(quota.OthersGet) <= grades.RankOf(quota.Grade))
            Report(quota.At, "QuotaOthersNotLower", quota.OthersGet, quota.Grade);
        foreach (var id in quota.Order.SelectMany(rule => rule.Items).Where(id => sheet.AllItems.All(item => item.Id != id)))
            Report(quota.At, "UnknownItem", id, Nearest.To(id, sheet.AllItems.Select(item => item.Id)));
    }

    /// <summary>The highest total that the caps allow; null when something has no cap.</summary>
    private Points? MostReachable()
    {
        Points? all = Points.Zero;
        foreach (var category in sheet.Categories)
            all += Least(
                category.Cap,
                category.StartsAt is { } start ? start + (MostOf(category.Items) ?? Points.Zero) : MostOf(category.Items)
            );
        all = Least(all, sheet.Scale.Base);
        return Least(all + Least(MostOf(sheet.Bonus), sheet.Scale.BonusCap), sheet.Scale.Ceiling);
    }

    private static Points? MostOf(IReadOnlyList<RuleItem> items)
    {
        Points? all = Points.Zero;
        foreach (var item in items.Where(item => !item.Takes && item.SubstituteFor is null))
            all += Least(item.Cap, MostWithoutCap(item));
        return all;
    }

    private static Points? MostWithoutCap(RuleItem item)
    {
        var most = item.AllPoints.DefaultIfEmpty().Max();
        return item.OnceAt is not null ? most
            : item.UpToNth is { } last ? most * Math.Max(1, last - item.FromNth + 1)
            : null;
    }

    private static Points? Least(Points? a, Points? b) => a is { } one && b is { } other ? Points.Min(one, other) : a ?? b;

    private bool Exists(string path) =>
        path.Split('.', 2) is not [var group, var id]
        || (
            group == "categories"
                ? sheet.Categories.Any(category => category.Id == id)
                : sheet.AllItems.Any(item => item.Id == id)
        );

    private void Examples()
    {
        long facts = 0;
        foreach (var example in sheet.Examples)
        {
            var before = facts;
            facts += example.Facts.Count + example.Counts.Sum(count => (long)count.Count);
            if (before <= MostExampleFacts && facts > MostExampleFacts)
                Report(example.At, "TooManyExampleFacts", MostExampleFacts.ToString());
        }

        foreach (var example in sheet.Examples)
        {
            foreach (var decision in example.Member.Vetoes.Where(decision => sheet.Vetoes.All(veto => veto.Id != decision.Veto)))
                Report(example.At, "UnknownVeto", decision.Veto, Nearest.To(decision.Veto, sheet.Vetoes.Select(veto => veto.Id)));
            foreach (var expected in example.Expect.Where(expected => !Exists(expected.Path)))
                Report(expected.At, "UnknownValue", expected.Path);
            Roles([.. example.Member.Roles.Select(span => span.Role)], example.At);
            foreach (var count in example.Counts)
            {
                var item = sheet.AllItems.FirstOrDefault(one => one.Id == count.Item);
                if (item is null)
                    Report(count.At, "UnknownItem", count.Item, Nearest.To(count.Item, sheet.AllItems.Select(one => one.Id)));
                else if (item.PointsOf(count.Step) is null)
                    Report(count.At, "UnknownStep", count.Step ?? "-", string.Join(", ", item.PerStep.Keys));
            }
        }
    }
}
