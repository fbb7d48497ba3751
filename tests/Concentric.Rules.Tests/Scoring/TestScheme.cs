using Concentric.Rules.Scoring;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>Short ways to write schemes, members and facts.</summary>
internal static class TestScheme
{
    internal static readonly DateOnly First = new(2026, 1, 1);
    internal static readonly DateOnly Last = new(2026, 12, 31);

    internal static Points P(double points) => Points.Of((decimal)points);

    internal static RuleSheet Sheet(params RuleItem[] items) =>
        Sheet(
            new RuleCategory
            {
                Id = "all",
                Title = "all",
                Items = items,
            }
        );

    internal static RuleSheet Sheet(params RuleCategory[] categories) =>
        new()
        {
            Id = "test",
            Version = "1",
            Title = "test",
            AdoptedBy = "meeting",
            AdoptedOn = First,
            From = First,
            To = Last,
            Shape = SheetShape.Open,
            Roles = new Dictionary<string, string> { ["ordinary"] = "委员", ["standing"] = "常务委员" },
            Categories = categories,
        };

    internal static RuleItem Item(string id, string fact, double points) =>
        new()
        {
            Id = id,
            Title = id,
            Unit = "times",
            Counts = [new() { Fact = fact }],
            PerUnit = P(points),
        };

    internal static RuleItem Steps(string id, string fact, params (string Step, double Points)[] points) =>
        Item(id, fact, 0) with
        {
            PerUnit = null,
            PerStep = points.ToDictionary(one => one.Step, one => P(one.Points)),
        };

    internal static ScoredMember Member(string role = "ordinary") => new() { Key = "m", Roles = [new(role, First, Last)] };

    internal static DutyFact Fact(string kind, string? step = null, int day = 0, string? thing = null, long quantity = 1) =>
        new()
        {
            Id = SheetExamples.IdOf($"{kind}/{step}/{day}/{thing}/{quantity}"),
            Kind = kind,
            Step = step,
            Day = First.AddDays(day),
            Thing = thing,
            Quantity = quantity,
        };

    internal static DutyFact With(this DutyFact fact, params (string Name, string Value)[] attributes) =>
        fact with
        {
            Attributes = attributes.ToDictionary(one => one.Name, one => one.Value),
        };

    internal static DutyFact[] Many(int count, string kind, string? step = null) =>
        [.. Enumerable.Range(0, count).Select(day => Fact(kind, step, day))];

    internal static Statement Derive(this RuleSheet sheet, params DutyFact[] facts) =>
        Rules.Scoring.Scoring.Derive(sheet, Member(), facts);

    internal static Statement Derive(this RuleSheet sheet, ScoredMember member, params DutyFact[] facts) =>
        Rules.Scoring.Scoring.Derive(sheet, member, facts);

    internal static GradeRules FourGrades { get; } =
        new()
        {
            Levels =
            [
                new("excellent", "优秀", P(90), default),
                new("good", "良好", P(80), default),
                new("competent", "称职", P(60), default),
                new("incompetent", "不称职", P(0), default),
            ],
        };
}
