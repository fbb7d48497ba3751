using Concentric.Rules.Scoring;
using static Concentric.Rules.Tests.Scoring.TestScheme;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>What two editions of a sheet rule otherwise, as codes with both values.</summary>
public sealed class SheetDifferenceTests
{
    private static readonly RuleItem Opinion = Steps("opinion", "duty.opinion-item", ("checked", 3), ("county", 6)) with
    {
        Cap = P(15),
        Counts = [Facts("checked", "county")],
        Limits = [new(1, LimitSpan.Day, null)],
        For = ["ordinary"],
    };

    private static readonly RuleSheet Before = Sheet(
        new RuleCategory
        {
            Id = "opinion-category",
            Title = "社情民意",
            Cap = P(20),
            Items = [Opinion, Item("speech", "duty.speech", 2)],
        }
    ) with
    {
        MinimumDuties = [new("once", "一次", [new() { Fact = "duty.activity" }], 1, [], default)],
        SameFact = [new("group", ["opinion", "speech"], default)],
        Vetoes =
        [
            new()
            {
                Id = "veto",
                Title = "否决",
                DecidedBy = "主席会议",
                GradeAtMost = "incompetent",
            },
        ],
        Grades = FourGrades with
        {
            MinimumUnmetAtMost = "competent",
            Quota = new()
            {
                Grade = "excellent",
                OthersGet = "good",
                ShareThousandths = 150,
                Order = [new(TieMeasure.Total, [])],
                DecidedBy = "主席会议",
            },
            Consequences = [new("excellent", 1, null, ["表扬"], default)],
        },
        Examples =
        [
            new()
            {
                Name = "例",
                Member = Member(),
                Counts = [new("speech", null, 1, default)],
                Expect = [new("total", "2", default)],
            },
        ],
    };

    private static FactMatch Facts(params string[] steps) => new() { Fact = "duty.opinion-item", Steps = steps };

    private static RuleSheet With(Func<RuleItem, RuleItem> change) =>
        Before with
        {
            Categories = [Before.Categories[0] with { Items = [change(Opinion), Before.Categories[0].Items[1]] }],
        };

    public static TheoryData<string, RuleSheet, string?, object?, object?> Changes =>
        new()
        {
            { "Points", With(item => item with { PerStep = Points(("checked", 3), ("county", 8)) }), "county", P(6), P(8) },
            { "Points", With(item => item with { PerStep = Points(("checked", 3)) }), "county", P(6), null },
            {
                "Points",
                With(item => item with { PerStep = Points(("checked", 3), ("county", 6), ("city", 9)) }),
                "city",
                null,
                P(9)
            },
            { "Cap", With(item => item with { Cap = null }), null, P(15), null },
            { "StepCap", With(item => item with { CapPerStep = Points(("checked", 6)) }), "checked", null, P(6) },
            { "Ladder", With(item => item with { Ladder = true }), null, null, true },
            { "FromNth", With(item => item with { FromNth = 2 }), null, null, 2 },
            { "UpToNth", With(item => item with { UpToNth = 3 }), null, null, 3 },
            { "OnceAt", With(item => item with { OnceAt = 2 }), null, null, 2 },
            { "Title", With(item => item with { Title = "信息" }), null, "opinion", "信息" },
            { "TitleEn", With(item => item with { TitleEn = "Item of opinion" }), null, null, "Item of opinion" },
            { "Unit", With(item => item with { Unit = "items" }), null, "times", "items" },
            { "Recorder", With(item => item with { Recorder = "研究室" }), null, null, "研究室" },
            { "SubstituteFor", With(item => item with { SubstituteFor = "speech" }), null, null, Name("speech") },
            { "Base", Before with { Scale = new() { Base = P(100) } }, null, null, P(100) },
            { "BonusCap", Before with { Scale = new() { BonusCap = P(20) } }, null, null, P(20) },
            { "Decimals", Before with { Scale = new() { Decimals = 2 } }, null, 1, 2 },
            { "Shape", Before with { Shape = SheetShape.BaseAndBonus }, null, SheetShape.Open, SheetShape.BaseAndBonus },
            {
                "Span",
                Before with
                {
                    To = new(2026, 6, 30),
                },
                null,
                new SheetSpan(First, Last),
                new SheetSpan(First, new(2026, 6, 30))
            },
            { "AdoptedBy", Before with { AdoptedBy = "常委会" }, null, "meeting", "常委会" },
            {
                "From",
                Before with
                {
                    Grades = Before.Grades! with
                    {
                        Levels = [FourGrades.Levels[0] with { From = P(88) }, .. FourGrades.Levels.Skip(1)],
                    },
                },
                null,
                P(90),
                P(88)
            },
            { "Share", WithQuota(quota => quota with { ShareThousandths = 200 }), null, 150, 200 },
            { "OthersGet", WithQuota(quota => quota with { OthersGet = "competent" }), null, Name("good"), Name("competent") },
            {
                "MinimumUnmet",
                Before with
                {
                    Grades = Before.Grades! with { MinimumUnmetAtMost = "good" },
                },
                null,
                Name("competent"),
                Name("good")
            },
            { "AtLeast", Before with { MinimumDuties = [Before.MinimumDuties[0] with { AtLeast = 2 }] }, null, 1, 2 },
            {
                "GradeAtMost",
                Before with
                {
                    Vetoes = [Before.Vetoes[0] with { GradeAtMost = "competent" }],
                },
                null,
                Name("incompetent"),
                Name("competent")
            },
            { "PublicityDays", Before with { Cycle = new() { PublicityDays = 7 } }, null, 5, 7 },
            { "NoGradeBelowMonths", Before with { Population = new() { NoGradeBelowMonths = 6 } }, null, null, 6 },
            {
                "Expected",
                Before with
                {
                    Examples = [Before.Examples[0] with { Expect = [new("total", "3", default)] }],
                },
                "total",
                Name("2"),
                Name("3")
            },
        };

    [Theory, MemberData(nameof(Changes))]
    public void One_changed_rule_is_one_difference_with_both_values(
        string code,
        RuleSheet after,
        string? of,
        object? was,
        object? became
    )
    {
        var change = SheetDifference.Between(Before, after).ShouldHaveSingleItem();
        change.Kind.ShouldBe(SheetChangeKind.Changed);
        (change.Facet!.Code, change.Facet.Of).ShouldBe((code, of));
        change.Before?.Value.ShouldBe(was);
        change.After?.Value.ShouldBe(became);
        (change.Before is null, change.After is null).ShouldBe((was is null, became is null));
    }

    public static TheoryData<string, RuleSheet> ListChanges =>
        new()
        {
            { "Limits", With(item => item with { Limits = [new(2, LimitSpan.Day, null)] }) },
            { "Counts", With(item => item with { Counts = [Facts("county")] }) },
            { "For", With(item => item with { For = ["standing"] }) },
            { "Split", With(item => item with { Split = new("part", "people", 500, null, default) }) },
            { "Items", Before with { SameFact = [new("group", ["speech", "other"], default)] } },
            { "Order", WithQuota(quota => quota with { Order = [new(TieMeasure.Base, [])] }) },
            {
                "Then",
                Before with
                {
                    Grades = Before.Grades! with { Consequences = [new("excellent", 1, null, ["通报表扬"], default)] },
                }
            },
            { "Facts", Before with { Examples = [Before.Examples[0] with { Counts = [new("speech", null, 4, default)] }] } },
        };

    [Theory, MemberData(nameof(ListChanges))]
    public void A_list_that_changed_is_one_difference(string code, RuleSheet after) =>
        SheetDifference.Between(Before, after).ShouldHaveSingleItem().Facet!.Code.ShouldBe(code);

    [Fact]
    public void An_item_that_came_and_one_that_went_are_told_whole()
    {
        var after = With(item => item with { Id = "other" });
        var changes = SheetDifference.Between(Before with { SameFact = [] }, after with { SameFact = [] });
        changes
            .Select(change => (change.Kind, change.Part.Id))
            .ShouldBe([(SheetChangeKind.Added, "other"), (SheetChangeKind.Removed, "opinion")]);
        changes.ShouldAllBe(change => change.Part.Facets.Count > 5 && change.Facet == null);
    }

    [Fact]
    public void An_item_that_moves_keeps_its_name_and_only_its_place_differs()
    {
        var speech = Before.Categories[0].Items[1];
        var after = Before with { Categories = [Before.Categories[0] with { Items = [Opinion] }], Bonus = [speech] };
        var change = SheetDifference.Between(Before, after).ShouldHaveSingleItem();
        change.Facet!.Code.ShouldBe("Place");
        change.After!.Value.ShouldBe(new SheetPlace(SheetArea.Bonus, "", ""));
    }

    [Fact]
    public void The_same_rules_are_no_difference_wherever_and_in_whatever_order_they_stand()
    {
        SheetDifference.Between(Before, Before).ShouldBeEmpty();
        var moved = With(item =>
            item with
            {
                At = new(7, 3),
                Counts = [Facts("county", "checked") with { At = new(9, 1) }],
                PerStep = Points(("county", 6), ("checked", 3)),
            }
        );
        SheetDifference.Between(Before, moved with { Version = "2" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_quota_taken_away_is_told_whole() =>
        SheetDifference
            .Between(Before, Before with { Grades = Before.Grades! with { Quota = null } })
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                change => change.Kind.ShouldBe(SheetChangeKind.Removed),
                change => change.Part.Area.ShouldBe(SheetArea.Quota)
            );

    [Fact]
    public void A_draft_with_a_name_twice_is_compared_one_by_one()
    {
        var twice = Before with { Bonus = [Item("same", "duty.honour", 1), Item("same", "duty.press", 2)] };
        SheetDifference.Between(twice, twice).ShouldBeEmpty();
        SheetDifference.Between(Before, twice).Count.ShouldBe(2);
    }

    private static SheetName Name(string id) => new(id, "");

    private static RuleSheet WithQuota(Func<GradeQuota, GradeQuota> change) =>
        Before with
        {
            Grades = Before.Grades! with { Quota = change(Before.Grades.Quota!) },
        };

    private static Dictionary<string, Points> Points(params (string Step, double Points)[] points) =>
        points.ToDictionary(one => one.Step, one => P(one.Points));
}
