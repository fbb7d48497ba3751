using System.Text.Json;
using Concentric.Rules.Scoring;
using CsCheck;
using static Concentric.Rules.Tests.Scoring.TestScheme;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>What holds for every member, whatever the facts.</summary>
public sealed class StatementTests
{
    private static readonly RuleSheet Rich = Sheet(
        new RuleCategory
        {
            Id = "one",
            Title = "one",
            Cap = P(25),
            Items =
            [
                Steps("plenary", "a.plenary", ("present", 3), ("late", 2.5), ("excused", 1.5)) with
                {
                    Cap = P(15),
                },
                Item("first", "a.filed", 12) with
                {
                    UpToNth = 1,
                    Cap = P(12),
                },
                Item("standing", "a.meeting", 3) with
                {
                    For = ["standing"],
                    Cap = P(8),
                },
                Item("other", "a.meeting", 2.5) with
                {
                    For = ["ordinary"],
                    Cap = P(8),
                    SubstituteFor = "standing",
                },
            ],
        },
        new RuleCategory
        {
            Id = "two",
            Title = "two",
            StartsAt = P(20),
            Items = [Item("gone", "a.absence", 7) with { Takes = true }],
        },
        new RuleCategory
        {
            Id = "three",
            Title = "three",
            Items =
            [
                Steps("opinion", "a.opinion", ("checked", 3), ("county", 6)) with
                {
                    Ladder = true,
                    Cap = P(15),
                    CapPerStep = new Dictionary<string, Points> { ["checked"] = P(6) },
                },
                Item("session", "a.session", 3) with
                {
                    Limits = [new(1, LimitSpan.Month, null)],
                    Cap = P(9),
                },
            ],
        }
    ) with
    {
        Bonus =
        [
            Item("more", "a.filed", 4) with
            {
                FromNth = 2,
                Cap = P(8),
            },
            Item("two-activities", "a.session", 5) with
            {
                OnceAt = 2,
            },
        ],
        Deductions =
        [
            Item("late", "a.plenary", 0.5) with
            {
                Takes = true,
                Cap = P(3),
                Counts = [new() { Fact = "a.plenary", Steps = ["late"] }],
            },
        ],
        Scale = new()
        {
            Base = P(60),
            BonusCap = P(10),
            Ceiling = P(65),
        },
        SameFact = [new("once", ["first", "more", "opinion"], default)],
        Grades = FourGrades,
    };

    private static readonly string[] Kinds =
    [
        "a.plenary",
        "a.filed",
        "a.meeting",
        "a.absence",
        "a.opinion",
        "a.session",
        "a.unknown",
    ];
    private static readonly string?[] AllSteps = ["present", "late", "excused", "checked", "county", null];

    private static readonly Gen<DutyFact[]> Facts = Gen.Select(
            Gen.Int[0, 6].Select(at => Kinds[at]),
            Gen.Int[0, 5].Select(at => AllSteps[at]),
            Gen.Int[-20, 400],
            Gen.Int[0, 6],
            Gen.Long[1, 3],
            Gen.Guid
        )
        .Select((kind, step, day, thing, quantity, id) => Fact(kind, step, day, $"t{thing}", quantity) with { Id = id })
        .Array[0, 60];

    private static readonly ScoredMember Changing = Member() with
    {
        Roles = [new("ordinary", First, new(2026, 5, 31)), new("standing", new(2026, 7, 1), Last)],
    };

    [Fact]
    public void The_order_of_facts_never_matters() =>
        Gen.Select(Facts, Gen.Int)
            .Sample((facts, seed) => Bytes(Rich.Derive(Changing, facts)) == Bytes(Rich.Derive(Changing, Shuffled(facts, seed))));

    [Fact]
    public void A_retracted_fact_equals_one_never_recorded() =>
        Gen.Select(Facts, Facts)
            .Sample(
                (kept, taken) =>
                {
                    var with = Rich.Derive(Changing, [.. kept, .. taken.Select(fact => fact with { Retracted = true })]);
                    var shown = with.Uncounted.Where(one => one.Reason == LineReason.Retracted).ToList();
                    return shown.Count == taken.Length
                        && Bytes(with with { Uncounted = [.. with.Uncounted.Except(shown)] })
                            == Bytes(Rich.Derive(Changing, kept));
                }
            );

    [Fact]
    public void No_cap_is_ever_exceeded() =>
        Facts.Sample(facts =>
        {
            var statement = Rich.Derive(Changing, facts);
            statement.Items.ShouldAllBe(item =>
                item.Cap == null || (item.Item.Takes ? -item.Points : item.Points) <= item.Cap.Value
            );
            statement.Categories.ShouldAllBe(category => category.Cap == null || category.Points <= category.Cap.Value);
            var shared = statement
                .Items.Where(item => item.Item.Id is "standing" or "other")
                .Aggregate(Points.Zero, (sum, item) => sum + item.Points);
            shared.ShouldBeLessThanOrEqualTo(P(8));
            var checkedOnly = statement
                .Items.Single(item => item.Item.Id == "opinion")
                .Lines.Where(line => line.Step == "checked");
            checkedOnly.Aggregate(Points.Zero, (sum, line) => sum + line.Given).ShouldBeLessThanOrEqualTo(P(6));
            statement.BaseTotal.ShouldBeLessThanOrEqualTo(P(60));
            statement.BonusTotal.ShouldBeLessThanOrEqualTo(P(10));
            statement.Total.ShouldBeInRange(P(0), P(65));
        });

    [Fact]
    public void Lines_and_adjustments_always_add_up_to_the_total() =>
        Facts.Sample(facts =>
        {
            var statement = Rich.Derive(Changing, facts);
            var lines = statement.Items.SelectMany(item => item.Lines).Aggregate(Points.Zero, (sum, line) => sum + line.Given);
            var starts = statement.Categories.Aggregate(
                Points.Zero,
                (sum, category) => sum + category.Start + category.Adjustment
            );
            var limits = statement.Adjustments.Aggregate(Points.Zero, (sum, one) => sum + one.Points);
            (lines + starts + limits).ShouldBe(statement.Total);
        });

    [Fact]
    public void Each_fact_is_either_in_a_line_or_has_a_reason() =>
        Facts.Sample(facts =>
        {
            var statement = Rich.Derive(Changing, facts);
            var counted = statement.Items.SelectMany(item => item.Lines).Select(line => line.Fact.Id).ToHashSet();
            var aside = statement.Uncounted.Select(one => one.Fact.Id).ToList();
            aside.Distinct().Count().ShouldBe(aside.Count);
            counted.Overlaps(aside).ShouldBeFalse();
            (counted.Count + aside.Count).ShouldBe(facts.Length);
        });

    [Fact]
    public void Totals_without_lines_are_the_totals_of_the_statements() =>
        Facts.Sample(facts =>
        {
            var simple = Simple();
            var table = TotalsTable.Of(simple)!;
            var inSpan = facts.Where(fact => fact.Day >= First && fact.Day <= Last).ToArray();
            var counted = inSpan
                .Select(fact => new CountedFact(table.SignalOf(fact.Kind, fact.Category, fact.Step), (ushort)fact.Quantity))
                .ToArray();
            var scratch = new long[table.ScratchSize];
            table.Total(counted, scratch).ShouldBe(simple.Derive(inSpan).Total);
            scratch.ShouldAllBe(number => number == 0);
        });

    [Fact]
    public void Totals_without_lines_are_refused_for_sheets_that_ask_more() => TotalsTable.Of(Rich).ShouldBeNull();

    [Fact]
    public void A_fact_of_which_only_some_units_count_says_so()
    {
        var limited = Item("limited", "a.duty", 2) with { Limits = [new(1, LimitSpan.Day, null)] };
        var first = Item("first", "a.other", 2) with { UpToNth = 2 };
        var lines = Sheet(limited, first)
            .Derive(Fact("a.duty", quantity: 3), Fact("a.other", quantity: 5))
            .Items.SelectMany(item => item.Lines)
            .ToList();
        lines.ShouldAllBe(line => line.Reason == LineReason.PartlyLimited);
        lines.Select(line => line.Units).ShouldBe([1L, 2L]);
    }

    [Fact]
    public void A_limit_of_a_part_year_is_told_as_it_was_scaled()
    {
        var sheet = Sheet(Item("duty", "a.duty", 5) with { Cap = P(10) }) with
        {
            Population = new() { ProRata = [ProRataTarget.Caps] },
        };
        var half = Member() with { Roles = [new("ordinary", new(2026, 7, 1), Last)] };
        sheet
            .Derive(half, Fact("a.duty", day: 300), Fact("a.duty", day: 301))
            .Uncounted.ShouldHaveSingleItem()
            .Detail.ShouldBe("5");
    }

    [Fact]
    public void A_member_without_facts_has_a_statement_of_nothing()
    {
        var statement = Sheet(Item("duty", "a.duty", 1)).Derive();
        statement.Total.ShouldBe(Points.Zero);
        statement.Uncounted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-12-31", LineReason.OutsideSpan)]
    [InlineData("2026-06-15", LineReason.NotInOffice)]
    [InlineData("2026-07-01", null)]
    [InlineData("2027-01-01", LineReason.OutsideSpan)]
    public void A_fact_counts_on_a_day_of_the_sheet_and_of_the_office(string day, LineReason? reason) =>
        Sheet(Item("duty", "a.duty", 1))
            .Derive(Changing, Fact("a.duty") with { Day = DateOnly.Parse(day) })
            .Uncounted.Select(one => (LineReason?)one.Reason)
            .FirstOrDefault()
            .ShouldBe(reason);

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", 12)] // without a gap
    [InlineData("2026-03-31", "2026-10-01", 6)]
    [InlineData("2026-06-30", "2026-06-01", 12)] // overlapping
    public void Two_terms_in_one_year_are_one_year_in_office(string firstEnds, string secondBegins, int months)
    {
        var member = Member() with
        {
            Roles =
            [
                new("ordinary", new(2021, 12, 1), DateOnly.Parse(firstEnds)),
                new("standing", DateOnly.Parse(secondBegins), new(2031, 12, 1)),
            ],
        };
        Sheet(Item("duty", "a.duty", 1)).Derive(member).MonthsInOffice.ShouldBe(months);
    }

    private static RuleSheet Simple() =>
        Rich with
        {
            SameFact = [],
            Categories =
            [
                Rich.Categories[0] with
                {
                    Items = [Rich.Categories[0].Items[0], Item("any", "a.plenary", 1) with { Cap = P(4) }],
                },
                Rich.Categories[1],
            ],
            Bonus = [Item("filed", "a.filed", 4) with { Cap = P(30) }],
        };

    private static DutyFact[] Shuffled(DutyFact[] facts, int seed)
    {
        var copy = facts.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    private static string Bytes(Statement statement) => JsonSerializer.Serialize(statement);
}
