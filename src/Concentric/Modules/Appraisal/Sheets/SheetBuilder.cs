using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Makes the model from checked text. What the check refused becomes a harmless value, so that the rest is looked at too.</summary>
internal static partial class SheetBuilder
{
    internal static RuleSheet Build(SheetNode root)
    {
        var about = root.Map("sheet");
        var from = about.Date("from") ?? DateOnly.MinValue;
        var to = about.Date("to") ?? (from == DateOnly.MinValue ? from.AddYears(1) : from.AddYears(1).AddDays(-1));
        var scale = root.Map("scale");
        return new()
        {
            Id = about.Text("id"),
            Version = about.Text("version"),
            Title = about.Text("title"),
            TitleEn = about.TextOrNone("titleEn"),
            Source = about.TextOrNone("source"),
            Basis = about.Texts("basis"),
            AdoptedBy = about.Text("adoptedBy"),
            AdoptedOn = about.Date("adoptedOn") ?? from,
            From = from,
            To = to,
            SpanAt = about["from"]?.At ?? about.At,
            Shape = ShapeOf(root.Text("shape")),
            Scale = Scale(scale),
            Roles = root.Map("roles").Entries.ToDictionary(role => role.Key, TitleOf, StringComparer.Ordinal),
            RolesEn = root.Map("roles")
                .Entries.Where(role => role.Value["titleEn"] is not null)
                .ToDictionary(role => role.Key, role => role.Value.Text("titleEn"), StringComparer.Ordinal),
            Population = Population(root.Map("population")),
            MinimumDuties = [.. root.Maps("minimumDuties").Select(Duty)],
            Categories = [.. root.Maps("categories").Select(Category)],
            Bonus = [.. root.Maps("bonus").Select(Item)],
            Deductions = [.. root.Maps("deductions").Select(Item)],
            SameFact =
            [
                .. root.Maps("sameFact").Select(group => new SameFactGroup(group.Text("id"), group.Texts("items"), group.At)),
            ],
            Vetoes = [.. root.Maps("vetoes").Select(Veto)],
            Grades = root["grades"] is null ? null : Grades(root.Map("grades")),
            Cycle = Cycle(root.Map("cycle")),
            Examples = [.. root.Maps("examples").Select(example => Example(example, from, to))],
        };
    }

    private static string TitleOf(SheetEntry role) =>
        role.Value.Kind == NodeKind.Map ? role.Value.Text("title") : role.Value.Value;

    private static SheetShape ShapeOf(string shape) =>
        shape switch
        {
            "capped-categories" => SheetShape.CappedCategories,
            "open" => SheetShape.Open,
            "full-then-deduct" => SheetShape.FullThenDeduct,
            _ => SheetShape.BaseAndBonus,
        };

    private static ScoreScale Scale(SheetNode node) =>
        new()
        {
            Base = node.Points("base"),
            BonusCap = node.Points("bonusCap"),
            Ceiling = node.Points("ceiling"),
            Floor = node.Points("floor") ?? Points.Zero,
            Decimals = Math.Clamp(node.Whole("decimals") ?? 1, 0, 3),
            At = node.At,
        };

    private static Population Population(SheetNode node) =>
        new()
        {
            OutsideContest = node.Texts("outsideContest"),
            NoGradeBelowMonths = node.Whole("noGradeBelowMonths"),
            NoGradeFromLeaveMonths = node.Whole("noGradeFromLeaveMonths"),
            ProRata =
            [
                .. node.Texts("proRata")
                    .Select(target =>
                        target switch
                        {
                            "caps" => ProRataTarget.Caps,
                            "thresholds" => ProRataTarget.Thresholds,
                            _ => ProRataTarget.MinimumDuties,
                        }
                    ),
            ],
            At = node.At,
        };

    private static CycleRules Cycle(SheetNode node)
    {
        var usual = new CycleRules();
        return new()
        {
            SelfCheckDays = node.Whole("selfCheckDays") ?? usual.SelfCheckDays,
            PublicityDays = node.Whole("publicityDays") ?? usual.PublicityDays,
            ObjectionDays = node.Whole("objectionDays") ?? usual.ObjectionDays,
            FirstAnswerDays = node.Whole("firstAnswerDays") ?? usual.FirstAnswerDays,
            SecondAnswerDays = node.Whole("secondAnswerDays") ?? usual.SecondAnswerDays,
        };
    }

    private static RuleCategory Category(SheetNode node) =>
        new()
        {
            Id = node.Text("id"),
            Title = node.Text("title"),
            TitleEn = node.TextOrNone("titleEn"),
            Cap = node.Points("cap"),
            StartsAt = node.Points("startsAt"),
            Items = [.. node.Maps("items").Select(Item)],
            At = node.At,
        };

    private static RuleItem Item(SheetNode node)
    {
        var takes = node["takes"] is not null;
        var amount = node[takes ? "takes" : "points"];
        return new()
        {
            Id = node.Text("id"),
            Title = node.Text("title"),
            TitleEn = node.TextOrNone("titleEn"),
            Rule = node.TextOrNone("rule"),
            Unit = node.Text("unit"),
            Counts = [.. node.Maps("counts").Select(Match)],
            Takes = takes,
            PerUnit = amount is { Kind: NodeKind.Map } ? null : Points.Parse(amount?.Value ?? "") ?? Points.Zero,
            PerStep = PointsByStep(amount),
            Cap = node.Points("cap"),
            CapPerStep = PointsByStep(node["capPerStep"]),
            Ladder = node.Flag("ladder"),
            FromNth = node.Whole("fromNth") ?? 1,
            UpToNth = node.Whole("upToNth"),
            OnceAt = node.Whole("onceAt"),
            Limits = [.. node.Maps("limits").Select(Limit)],
            Split = node["split"] is { Kind: NodeKind.Map } split ? Split(split) : null,
            For = node.Texts("for"),
            SubstituteFor = node.TextOrNone("substituteFor"),
            Recorder = node.TextOrNone("recorder"),
            At = node.At,
            CapAt = (node["capPerStep"] ?? node["cap"])?.At ?? node.At,
            UnitAt = node["unit"]?.At ?? node.At,
        };
    }

    private static Dictionary<string, Points> PointsByStep(SheetNode? node) =>
        (node?.Entries ?? []).ToDictionary(
            entry => entry.Key,
            entry => Points.Parse(entry.Value.Value) ?? Points.Zero,
            StringComparer.Ordinal
        );

    private static CountLimit Limit(SheetNode node) =>
        new(
            node.Whole("atMost") ?? 1,
            node.Text("each") switch
            {
                "month" => LimitSpan.Month,
                "year" => LimitSpan.Year,
                _ => LimitSpan.Day,
            },
            node.TextOrNone("of")
        );

    private static CoAuthorSplit Split(SheetNode node) =>
        new(
            node.Text("part"),
            node.Text("people"),
            (int)(node.Points("first") ?? Points.Zero).Thousandths,
            node.Points("others") is { } others ? (int)others.Thousandths : null,
            node.At
        );

    private static FactMatch Match(SheetNode node) =>
        new()
        {
            Fact = node.Text("fact"),
            Categories = node.Texts("category"),
            Steps = node.Texts("step"),
            As = node.TextOrNone("as"),
            Where = [.. node.Map("where").Entries.Select(Test)],
            At = node.At,
        };

    private static AttributeTest Test(SheetEntry entry) =>
        new(entry.Key, entry.Value.Kind == NodeKind.Map ? [] : entry.Value.Words(), entry.Value.Whole("atMost"), entry.At);
}
