namespace Concentric.Rules.Scoring;

/// <summary>
/// Whether a sheet makes sense: everything that can be wrong although it is well written. All problems at once, in the order
/// of the text.
/// </summary>
public sealed partial class SheetCheck
{
    /// <summary>Years that one sheet may judge: a term.</summary>
    private const int LongestSpan = 5;

    /// <summary>Facts that all examples together may tell: they are computed each time somebody looks.</summary>
    private const int MostExampleFacts = 5_000;

    private readonly RuleSheet sheet;
    private readonly Dictionary<string, DeclaredKind> kinds;
    private readonly List<SheetProblem> problems = [];

    private SheetCheck(RuleSheet sheet, IEnumerable<DeclaredKind> kinds)
    {
        this.sheet = sheet;
        this.kinds = kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);
    }

    public static IReadOnlyList<SheetProblem> Of(RuleSheet sheet, IEnumerable<DeclaredKind> kinds)
    {
        var check = new SheetCheck(sheet, kinds);
        check.Ids();
        check.Shape();
        foreach (var item in sheet.AllItems)
            check.Item(item);
        check.SameFact();
        check.Conditions();
        check.Grades();
        check.Examples();
        return [.. check.problems.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];
    }

    private void Report(SheetPosition at, string code, params string[] values) => problems.Add(new(at, code, values));

    private void Ids()
    {
        Unique(
            sheet
                .Categories.Select(category => (category.Id, category.At))
                .Concat(sheet.AllItems.Select(item => (item.Id, item.At)))
        );
        Unique(sheet.MinimumDuties.Select(duty => (duty.Id, duty.At)));
        Unique(sheet.Vetoes.Select(veto => (veto.Id, veto.At)));
        Unique(sheet.SameFact.Select(group => (group.Id, group.At)));
        Unique((sheet.Grades?.Levels ?? []).Select(level => (level.Id, level.At)));
        foreach (var (id, title, at) in Named())
        {
            if ((ForbiddenMetrics.In(id) ?? ForbiddenMetrics.In(title)) is { } metric)
                Report(at, "Forbidden", id.Length > 0 ? id : title, metric);
        }
    }

    /// <summary>Everything that could name a mark: what is counted, and the steps it is counted by.</summary>
    private IEnumerable<(string Id, string Title, SheetPosition At)> Named() =>
        sheet
            .Categories.Select(category => (category.Id, category.Title, category.At))
            .Concat(sheet.AllItems.Select(item => (item.Id, item.Title, item.At)))
            .Concat(sheet.AllItems.SelectMany(item => item.PerStep.Keys.Select(step => (step, "", item.At))))
            .Concat(sheet.AllItems.SelectMany(item => item.Counts).SelectMany(Words))
            .Concat(sheet.MinimumDuties.Select(duty => (duty.Id, duty.Title, duty.At)))
            .Concat(sheet.MinimumDuties.SelectMany(duty => duty.Counts).SelectMany(Words))
            .Concat(sheet.Vetoes.Select(veto => (veto.Id, veto.Title, veto.At)))
            .Concat(sheet.Vetoes.SelectMany(veto => veto.Counts).SelectMany(Words));

    private static IEnumerable<(string Id, string Title, SheetPosition At)> Words(FactMatch match) =>
        match.Categories.Concat(match.Steps).Append(match.Fact).Append(match.As ?? "").Select(word => (word, "", match.At));

    private void Unique(IEnumerable<(string Id, SheetPosition At)> named)
    {
        foreach (var group in named.Where(one => one.Id.Length > 0).GroupBy(one => one.Id, StringComparer.Ordinal))
        {
            foreach (var (id, at) in group.Skip(1))
                Report(at, "DuplicateId", id, group.First().At.Line.ToString());
        }
    }

    private void Shape()
    {
        var scale = sheet.Scale;
        if (sheet.From > sheet.To)
            Report(sheet.SpanAt, "SpanBackwards", sheet.From.ToString("O"), sheet.To.ToString("O"));
        else if (sheet.To > sheet.From.AddYears(LongestSpan))
            Report(sheet.SpanAt, "SpanTooLong", LongestSpan.ToString());
        if (sheet.Shape == SheetShape.BaseAndBonus && (scale.Base is null || scale.BonusCap is null || sheet.Bonus.Count == 0))
            Report(scale.At, "ShapeNeedsBaseAndBonus");
        if (sheet.Shape == SheetShape.FullThenDeduct && sheet.Categories.All(category => category.StartsAt is null))
            Report(scale.At, "ShapeNeedsStart");
        if (sheet.Shape == SheetShape.CappedCategories)
            FullMark(scale);
        if (sheet.Shape == SheetShape.Open && (scale.Base ?? scale.BonusCap ?? scale.Ceiling) is not null)
            Report(scale.At, "OpenHasNoLimit");
        if (sheet.Shape != SheetShape.FullThenDeduct)
        {
            foreach (var category in sheet.Categories.Where(category => category.StartsAt is not null))
                Report(category.At, "StartOnlyInFullShape", category.Id);
        }

        foreach (var category in sheet.Categories)
            Category(category);
        foreach (var item in sheet.Deductions.Where(item => !item.Takes))
            Report(item.At, "GivesInDeductions", item.Id);
        foreach (var item in sheet.Bonus.Where(item => item.Takes))
            Report(item.At, "TakesInBonus", item.Id);
    }

    private void FullMark(ScoreScale scale)
    {
        foreach (var category in sheet.Categories.Where(category => category.Cap is null))
            Report(category.At, "CategoryNeedsCap", category.Id);
        var sum = sheet.Categories.Aggregate(Points.Zero, (all, category) => all + (category.Cap ?? Points.Zero));
        if (scale.Base is not { } full)
            Report(scale.At, "ShapeNeedsBase", sum.ToString());
        else if (full != sum)
            Report(scale.At, "CapsAreNotTheFullMark", sum.ToString(), full.ToString());
    }

    private void Category(RuleCategory category)
    {
        if (category.Items.Count == 0)
            Report(category.At, "CategoryWithoutItems", category.Id);
        if (category.Cap is { } cap && category.StartsAt is { } start && start > cap)
            Report(category.At, "StartAboveCap", start.ToString(), cap.ToString());
        var smallest = category
            .Items.Where(item => !item.Takes)
            .SelectMany(item => item.AllPoints)
            .Where(points => points > Points.Zero);
        if (category.Cap is { } most && smallest.Any() && smallest.Min() > most)
            Report(category.At, "CapSmallerThanUnit", category.Id, most.ToString(), smallest.Min().ToString());
        foreach (var item in category.Items.Where(item => item.Takes && category.StartsAt is null))
            Report(item.At, "TakesWithoutStart", item.Id);
    }

    private void SameFact()
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in sheet.SameFact)
        {
            foreach (var id in group.Items)
            {
                if (sheet.AllItems.All(item => item.Id != id))
                    Report(group.At, "UnknownItem", id, Nearest.To(id, sheet.AllItems.Select(item => item.Id)));
                else if (!owners.TryAdd(id, group.Id))
                    Report(group.At, "OverlappingGroups", id, owners[id], group.Id);
            }

            if (group.Items.Distinct(StringComparer.Ordinal).Count() < 2)
                Report(group.At, "GroupOfOne", group.Id);
        }
    }
}
