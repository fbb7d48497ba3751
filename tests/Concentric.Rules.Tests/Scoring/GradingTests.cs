using Concentric.Rules.Scoring;
using static Concentric.Rules.Tests.Scoring.TestScheme;

namespace Concentric.Rules.Tests.Scoring;

/// <summary>Vetoes across years, grades, quota, part-years: demands eleven to thirteen.</summary>
public sealed class GradingTests
{
    private static readonly VetoRule Twice = new()
    {
        Id = "twice",
        Title = "twice absent",
        DecidedBy = "meeting",
        GradeAtMost = "incompetent",
        Counts = [new() { Fact = "a.absence" }],
        YearsInARow = 2,
    };

    private static readonly RuleSheet Graded = Sheet(Item("duty", "a.duty", 1)) with
    {
        Grades = FourGrades,
        Vetoes = [Twice],
        Population = new()
        {
            OutsideContest = ["主席"],
            NoGradeBelowMonths = 6,
            NoGradeFromLeaveMonths = 6,
            ProRata = [ProRataTarget.MinimumDuties, ProRataTarget.Thresholds, ProRataTarget.Caps],
        },
    };

    [Theory]
    [InlineData(2025, 1, 1, true)]
    [InlineData(2025, 0, 1, false)]
    [InlineData(2025, 1, 0, false)]
    [InlineData(2024, 1, 1, false)] // a year lies between
    [InlineData(2026, 1, 1, false)] // the year itself is no earlier one
    public void Eleven_two_years_in_a_row_are_put_before_the_meeting_and_decide_nothing(int year, int then, int now, bool open)
    {
        var member = Member() with { Past = [new(year, "good", new Dictionary<string, long> { ["twice"] = then })] };
        var statement = Graded.Derive(member, [Fact("a.duty", quantity: 95), .. Many(now, "a.absence")]);
        statement.ToBeDecided.Select(veto => veto.Veto.Id).ShouldBe(open ? ["twice"] : []);
        statement.GradeBeforeQuota.ShouldBe("excellent");
        statement.VetoCounts["twice"].ShouldBe(now);
    }

    [Fact]
    public void Eleven_a_decided_veto_limits_the_grade_and_is_no_longer_open()
    {
        var member = Member() with
        {
            Past = [new(2025, "good", new Dictionary<string, long> { ["twice"] = 1 })],
            Vetoes = [new("twice", new(2026, 12, 1), "meeting")],
        };
        var statement = Graded.Derive(member, Fact("a.duty", quantity: 95), Fact("a.absence"));
        statement.GradeBeforeQuota.ShouldBe("incompetent");
        statement.GradeLimits.Single().Veto.ShouldBe("twice");
        statement.ToBeDecided.ShouldBeEmpty();
        statement.Total.ShouldBe(P(95), "a veto touches the grade, not the points");
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 1, false)]
    [InlineData(null, 0, false)] // nobody counted the year before
    public void Eleven_a_condition_may_be_that_too_little_was_done_for_years(int? then, int now, bool open)
    {
        var sheet = Graded with { Vetoes = [Twice with { FewerThan = 1 }] };
        var counts = new Dictionary<string, long>();
        if (then is { } counted)
            counts["twice"] = counted;
        var member = Member() with { Past = [new(2025, "good", counts)] };
        sheet.Derive(member, Many(now, "a.absence")).ToBeDecided.Count.ShouldBe(open ? 1 : 0);
    }

    [Fact]
    public void Eleven_a_condition_may_count_over_the_whole_term()
    {
        var sheet = Graded with { Vetoes = [Twice with { YearsInARow = 1, WithinTerm = true, AtLeast = 3 }] };
        var counts = new Dictionary<string, long> { ["twice"] = 1 };
        sheet
            .Derive(Member() with { Past = [new(2025, null, counts), new(2023, null, counts)] }, Fact("a.absence"))
            .ToBeDecided.Count.ShouldBe(1);
        sheet
            .Derive(
                Member() with
                {
                    Past = [new(2025, null, counts), new(2021, null, counts, SameTerm: false)],
                },
                Fact("a.absence")
            )
            .ToBeDecided.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("incompetent", 2025, 2)]
    [InlineData("incompetent", 2024, 1)] // not in a row
    [InlineData("incompetent", 2023, 1)] // nothing is known of the year before
    [InlineData("good", 2025, 1)]
    public void Eleven_consequences_go_by_years_in_a_row(string before, int year, int consequences)
    {
        var sheet = Graded with
        {
            Grades = FourGrades with
            {
                Consequences =
                [
                    new("incompetent", 1, null, ["talk"], default),
                    new("incompetent", 2, null, ["committee talks"], default),
                ],
            },
        };
        PastYear[] past = [new(year, before, new Dictionary<string, long>())];
        IReadOnlyList<PastYear> withGap = year == 2024 ? [new(2025, "good", new Dictionary<string, long>()), .. past] : past;
        Consequences.Of(sheet, "incompetent", withGap).Count.ShouldBe(consequences);
    }

    [Theory]
    [InlineData(90, "excellent")]
    [InlineData(89, "good")]
    [InlineData(60, "competent")]
    [InlineData(0, "incompetent")]
    public void Twelve_grades_begin_at_their_threshold(int points, string grade) =>
        Graded.Derive(points == 0 ? [] : [Fact("a.duty", quantity: points)]).GradeBeforeQuota.ShouldBe(grade);

    [Fact]
    public void Twelve_the_quota_is_filled_by_the_tie_rule_and_the_rest_is_for_the_meeting()
    {
        var sheet = Graded with
        {
            Bonus = [Item("extra", "a.extra", 1)],
            Grades = FourGrades with
            {
                Quota = new()
                {
                    Grade = "excellent",
                    ShareThousandths = 400,
                    OthersGet = "good",
                    Order = [new(TieMeasure.Total, []), new(TieMeasure.Units, ["extra"])],
                },
            },
        };
        Statement Of(string key, int duty, int extra, params string[] duties) =>
            sheet.Derive(
                Member() with
                {
                    Key = key,
                    Duties = duties,
                },
                [Fact("a.duty", quantity: duty), .. Many(extra, "a.extra")]
            );
        Statement[] people =
        [
            Of("chair", 120, 0, "主席"),
            Of("best", 110, 0),
            Of("more-results", 95, 5),
            Of("tied-1", 98, 2),
            Of("tied-2", 98, 2),
            Of("fewer-results", 100, 0),
            Of("low", 10, 0),
            Of("low-2", 20, 0),
        ];
        var proposal = QuotaProposal.Of(sheet, people)!;
        proposal.Graded.ShouldBe(7, "the chair is outside the contest");
        proposal.Seats.ShouldBe(2, "40 % of seven, rounded down");
        proposal
            .Places.Select(place => (place.Member, place.Outcome))
            .ShouldBe([
                ("best", QuotaOutcome.Proposed),
                ("more-results", QuotaOutcome.Proposed),
                ("tied-1", QuotaOutcome.BeyondQuota),
                ("tied-2", QuotaOutcome.BeyondQuota),
                ("fewer-results", QuotaOutcome.BeyondQuota),
            ]);
        proposal.Places[1].DecidedBy!.By.ShouldBe(TieMeasure.Units);
        proposal.Places[4].Grade.ShouldBe("good");
        var three = sheet with { Grades = sheet.Grades! with { Quota = sheet.Grades!.Quota! with { ShareThousandths = 430 } } };
        var tied = QuotaProposal.Of(three, people)!;
        tied.SeatsForTheMeeting.ShouldBe(1);
        tied.Places.Where(place => place.Outcome == QuotaOutcome.ForTheMeeting)
            .Select(place => place.Member)
            .ShouldBe(["tied-1", "tied-2"]);
    }

    [Theory]
    [InlineData("2026-08-15", 0, UngradedReason.TooFewMonths)] // five months
    [InlineData("2026-07-01", 0, UngradedReason.None)]
    [InlineData("2026-01-01", 6, UngradedReason.LongLeave)]
    [InlineData("2026-01-01", 5, UngradedReason.None)]
    public void Thirteen_new_members_and_long_leave_get_no_grade(string from, int leave, UngradedReason reason)
    {
        var member = Member() with { Roles = [new("ordinary", DateOnly.Parse(from), Last)], LongLeaveMonths = leave };
        var statement = Graded.Derive(member, Fact("a.duty", day: 300, quantity: 95));
        statement.Ungraded.ShouldBe(reason);
        (statement.GradeBeforeQuota is null).ShouldBe(reason != UngradedReason.None);
        statement.Total.ShouldBe(P(95), "the file is kept all the same");
    }

    [Fact]
    public void Thirteen_a_part_of_the_year_scales_duties_thresholds_and_caps()
    {
        var sheet = Graded with
        {
            Categories =
            [
                new()
                {
                    Id = "all",
                    Title = "all",
                    Cap = P(100),
                    Items = [Item("duty", "a.duty", 1) with { Cap = P(100) }],
                },
            ],
            MinimumDuties = [new("four", "four", [new() { Fact = "a.duty" }], 4, [], default)],
        };
        var half = Member() with { Roles = [new("ordinary", new(2026, 7, 1), Last)] };
        var statement = sheet.Derive(half, Fact("a.duty", day: 300, quantity: 95));
        statement.MonthsInOffice.ShouldBe(6);
        statement.Total.ShouldBe(P(50));
        statement.GradeBeforeQuota.ShouldBe("excellent", "half of ninety");
        statement.MinimumDuties.Single().Needed.ShouldBe(2);
    }
}
