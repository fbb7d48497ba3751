using Concentric.Rules.Scoring;
using static Concentric.Rules.Tests.Scoring.TestScheme;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>What seventeen schemes in use share, one by one.</summary>
public sealed class ThirteenDemandsTests
{
    [Theory]
    [InlineData(SheetShape.BaseAndBonus, 10, 10, 0, 90)] // base 100 of 70, bonus 100 of 20
    [InlineData(SheetShape.BaseAndBonus, 2, 1, 1, 25)] // 20 + 10 − 5
    [InlineData(SheetShape.Open, 30, 10, 0, 400)]
    [InlineData(SheetShape.FullThenDeduct, 0, 0, 2, 40)] // 50 − 10
    [InlineData(SheetShape.FullThenDeduct, 0, 0, 30, 0)] // never below 0
    public void One_four_shapes(SheetShape shape, int duties, int extras, int absences, double total)
    {
        var sheet = Sheet(Item("duty", "a.duty", 10)) with { Shape = shape, Bonus = [Item("extra", "a.extra", 10)] };
        var absence = Item("absence", "a.absence", 5) with { Takes = true };
        sheet = shape switch
        {
            SheetShape.BaseAndBonus => sheet with
            {
                Scale = new() { Base = P(70), BonusCap = P(20) },
                Deductions = [absence],
            },
            SheetShape.FullThenDeduct => sheet with
            {
                Categories =
                [
                    new()
                    {
                        Id = "full",
                        Title = "full",
                        StartsAt = P(50),
                        Cap = P(50),
                        Items = [absence],
                    },
                ],
            },
            _ => sheet,
        };
        sheet
            .Derive([.. Many(duties, "a.duty"), .. Many(extras, "a.extra"), .. Many(absences, "a.absence")])
            .Total.ShouldBe(P(total));
    }

    [Theory]
    [InlineData(3, 0, 0, 6, 6)]
    [InlineData(9, 0, 0, 10, 10)] // cap of the item
    [InlineData(9, 9, 0, 15, 15)] // cap of the category
    [InlineData(9, 9, 9, 15, 20)] // cap of all bonuses
    [InlineData(0, 0, 1, 0, 4)]
    public void Two_caps_of_items_categories_and_bonuses(int first, int second, int extras, double baseTotal, double total)
    {
        var sheet = Sheet(
            new RuleCategory
            {
                Id = "c",
                Title = "c",
                Cap = P(15),
                Items = [Item("one", "a.one", 2) with { Cap = P(10) }, Item("two", "a.two", 1)],
            }
        ) with
        {
            Bonus = [Item("extra", "a.extra", 4)],
            Scale = new() { BonusCap = P(5) },
        };
        var statement = sheet.Derive([.. Many(first, "a.one"), .. Many(second, "a.two"), .. Many(extras, "a.extra")]);
        statement.BaseTotal.ShouldBe(P(baseTotal));
        statement.Total.ShouldBe(P(total));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, -10)]
    public void Two_a_floor_and_a_ceiling(int absences, double floor)
    {
        var sheet = Sheet(Item("duty", "a.duty", 50)) with
        {
            Deductions = [Item("absence", "a.absence", 30) with { Takes = true }],
            Scale = new() { Ceiling = P(40), Floor = P(floor) },
        };
        sheet.Derive(Many(2, "a.duty")).Total.ShouldBe(P(40));
        sheet.Derive(Many(absences, "a.absence")).Total.ShouldBe(P(floor));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 12, 0)]
    [InlineData(2, 12, 4)]
    [InlineData(4, 12, 12)]
    public void Three_the_first_is_base_and_from_the_second_on_it_is_bonus(int filed, double first, double more)
    {
        var sheet = Sheet(Item("first", "a.filed", 12) with { UpToNth = 1 }) with
        {
            Bonus = [Item("more", "a.filed", 4) with { FromNth = 2 }],
        };
        var statement = sheet.Derive(Many(filed, "a.filed"));
        statement.BaseTotal.ShouldBe(P(first));
        statement.BonusTotal.ShouldBe(P(more));
        statement.Uncounted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sole", "1", null, 25)]
    [InlineData("first", "3", null, 12.5)]
    [InlineData("joint", "3", null, 6.3)] // 6.25, half up
    [InlineData("joint", "2", null, 12.5)]
    [InlineData("joint", "4", 0.2, 5)]
    [InlineData("joint", "4", 0.0, 0)]
    public void Four_authors_share(string part, string people, double? others, double points)
    {
        var split = new CoAuthorSplit("part", "people", 500, others is { } share ? (int)(share * 1000) : null, default);
        Sheet(Item("proposal", "a.filed", 25) with { Split = split })
            .Derive(Fact("a.filed").With(("part", part), ("people", people)))
            .Total.ShouldBe(P(points));
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("4", false)]
    [InlineData("many", false)]
    public void Four_a_collective_proposal_counts_for_three_people(string position, bool counts)
    {
        var match = new FactMatch { Fact = "a.filed", Where = [new("position", [], 3, default)] };
        var statement = Sheet(Item("collective", "a.filed", 6) with { Counts = [match] })
            .Derive(Fact("a.filed").With(("position", position)));
        statement.Total.ShouldBe(P(counts ? 6 : 0));
        statement.Uncounted.Select(one => one.Reason).ShouldBe(counts ? [] : [LineReason.ConditionNotMet]);
    }

    [Fact]
    public void Five_only_the_highest_step_of_a_thing_counts()
    {
        var item = Steps("opinion", "a.opinion", ("checked", 3), ("county", 6), ("city", 8)) with { Ladder = true };
        var statement = Sheet(item)
            .Derive(
                Fact("a.opinion", "checked", 1, "x"),
                Fact("a.opinion", "city", 2, "x"),
                Fact("a.opinion", "county", 3, "x"),
                Fact("a.opinion", "checked", 4, "y")
            );
        statement.Total.ShouldBe(P(11));
        statement
            .Uncounted.Select(one => (one.Reason, one.Detail))
            .ShouldBe([(LineReason.LowerStep, "city"), (LineReason.LowerStep, "city")]);
    }

    [Fact]
    public void Five_a_step_may_have_a_cap_of_its_own()
    {
        var item = Steps("lead", "a.project", ("lead", 1), ("signed", 4)) with
        {
            CapPerStep = new Dictionary<string, Points> { ["lead"] = P(3) },
            Cap = P(6),
        };
        Sheet(item).Derive(Many(5, "a.project", "lead")).Total.ShouldBe(P(3));
        Sheet(item).Derive([.. Many(5, "a.project", "lead"), Fact("a.project", "signed", 9)]).Total.ShouldBe(P(6));
    }

    [Theory]
    [InlineData("x", 12, 1)]
    [InlineData("other", 18, 0)]
    public void Six_the_same_thing_scores_once_where_it_gives_most(string thing, double total, int aside)
    {
        var sheet = Sheet(Item("proposal", "a.filed", 12), Item("opinion", "a.opinion", 6)) with
        {
            SameFact = [new("once", ["proposal", "opinion"], default)],
        };
        var statement = sheet.Derive(Fact("a.filed", thing: "x"), Fact("a.opinion", day: 3, thing: thing));
        statement.Total.ShouldBe(P(total));
        statement.Uncounted.Count(one => one is { Reason: LineReason.ScoredElsewhere, Detail: "proposal" }).ShouldBe(aside);
    }

    [Fact]
    public void Seven_an_item_of_a_role_and_its_substitute_draw_on_one_cap()
    {
        var sheet = Sheet(
            Item("standing", "a.standing", 3) with
            {
                For = ["standing"],
                Cap = P(10),
            },
            Item("other", "a.other", 2) with
            {
                For = ["ordinary"],
                Cap = P(10),
                SubstituteFor = "standing",
            }
        );
        sheet.Derive(Member("standing"), [.. Many(4, "a.standing"), .. Many(4, "a.other")]).Total.ShouldBe(P(10));
        sheet.Derive(Member(), [.. Many(2, "a.standing"), .. Many(4, "a.other")]).Total.ShouldBe(P(8));
        var inJune = Member() with
        {
            Roles = [new("ordinary", First, new(2026, 6, 14)), new("standing", new(2026, 6, 15), Last)],
        };
        var changed = sheet.Derive(
            inJune,
            Fact("a.other", day: 10),
            Fact("a.other", day: 200),
            Fact("a.standing", day: 10),
            Fact("a.standing", day: 200, quantity: 5)
        );
        changed.Total.ShouldBe(P(10), "2 + 15 within the one cap of 10");
        changed
            .Uncounted.Select(one => (one.Reason, one.Detail))
            .ShouldBe([(LineReason.NotForRole, "ordinary"), (LineReason.NotForRole, "standing")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("present", 50)]
    [InlineData("excused", 30)]
    [InlineData("absent", 0)]
    public void Eight_approved_leave_gives_a_part_or_takes_some(string step, double points)
    {
        Sheet(Steps("plenary", "a.plenary", ("present", 50), ("excused", 30), ("absent", 0)))
            .Derive(Fact("a.plenary", step))
            .Total.ShouldBe(P(points));
        var taking = Sheet(
            new RuleCategory
            {
                Id = "full",
                Title = "full",
                StartsAt = P(50),
            }
        ) with
        {
            Deductions = [Steps("plenary", "a.plenary", ("excused", 20), ("absent", 50)) with { Takes = true }],
        };
        taking.Derive(Fact("a.plenary", step)).Total.ShouldBe(P(points));
    }

    [Theory]
    [InlineData(5, 1, 15)] // five half days in one fact
    [InlineData(1, 5, 15)] // five facts
    public void Nine_points_go_by_units(long quantity, int facts, double points) =>
        Sheet(Item("half-day", "a.plenary", 3))
            .Derive([.. Enumerable.Range(0, facts).Select(day => Fact("a.plenary", day: day, quantity: quantity))])
            .Total.ShouldBe(P(points));

    [Theory]
    [InlineData(LimitSpan.Day, null, 8)] // 1 January, 2 January, 1 February, 2 February
    [InlineData(LimitSpan.Month, null, 4)]
    [InlineData(LimitSpan.Year, null, 2)]
    [InlineData(LimitSpan.Month, "contact", 6)]
    public void Nine_at_most_one_each_day_month_or_person(LimitSpan each, string? of, double points)
    {
        var item = Item("contact", "a.contact", 2) with { Limits = [new(1, each, of)] };
        int[] days = [0, 0, 1, 31, 32];
        Sheet(item)
            .Derive([
                .. days.Select((day, at) => Fact("a.contact", day: day, thing: $"{at}").With(("contact", at == 1 ? "b" : "a"))),
            ])
            .Total.ShouldBe(P(points));
    }

    [Theory]
    [InlineData(1, 0, LineReason.NotYetEnough)]
    [InlineData(2, 30, null)]
    [InlineData(7, 30, null)]
    public void Nine_full_attendance_gives_its_points_once(int activities, double points, LineReason? aside)
    {
        var statement = Sheet(Item("two", "a.activity", 30) with { OnceAt = 2 }).Derive(Many(activities, "a.activity"));
        statement.Total.ShouldBe(P(points));
        statement.Uncounted.Select(one => (LineReason?)one.Reason).FirstOrDefault().ShouldBe(aside);
    }

    [Theory]
    [InlineData(1, true, "excellent")]
    [InlineData(0, false, "competent")]
    public void Ten_minimum_duties_are_conditions_and_give_no_points(int plenaries, bool met, string grade)
    {
        var sheet = Sheet(Item("duty", "a.duty", 95)) with
        {
            Grades = FourGrades with { MinimumUnmetAtMost = "competent" },
            MinimumDuties = [new("once", "once", [new() { Fact = "a.plenary" }], 1, [], default)],
        };
        var statement = sheet.Derive([Fact("a.duty"), .. Many(plenaries, "a.plenary")]);
        statement.Total.ShouldBe(P(95));
        statement.MinimumDuties.Single().Met.ShouldBe(met);
        statement.GradeBeforeQuota.ShouldBe(grade);
        statement.GradeLimits.Select(limit => limit.MinimumDuty).ShouldBe(met ? [] : ["once"]);
        statement.Uncounted.ShouldAllBe(one => one.Reason == LineReason.OnlyForMinimumDuty);
    }
}
