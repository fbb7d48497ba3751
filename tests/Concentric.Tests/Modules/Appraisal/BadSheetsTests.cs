using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Rules.Facts;
using Concentric.Tests.Conventions;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>What is wrong with a sheet is said all at once, with line, column and what would be right.</summary>
public sealed partial class BadSheetsTests(Installation installation)
{
    private static readonly string Good = Product.Text("data/rules/county-duty-appraisal.yaml");

    [Theory]
    [InlineData("cap: 15\n        recorder: 办公室", "cap: 1\n        recorder: 办公室", "CapSmallerThanUnit")]
    [InlineData("capPerStep: {checked: 6}", "capPerStep: {checked: 2}", "CapSmallerThanUnit")]
    [InlineData("capPerStep: {checked: 6}", "capPerStep: {chequed: 6}", "UnknownStep")]
    [InlineData("title: 优秀, from: 90", "title: 优秀, from: 121", "UnreachableGrade")]
    [InlineData("title: 良好, from: 80", "title: 良好, from: 95", "GradesNotDescending")]
    [InlineData("title: 不称职, from: 0", "title: 不称职, from: 10", "LowestGradeAboveFloor")]
    [InlineData("proposal-to-item, opinion-item]", "proposal-to-item, opinion-itm]", "UnknownItem")]
    [InlineData("\nvetoes:", "  - {id: again, items: [opinion-item, honour]}\n\nvetoes:", "OverlappingGroups")]
    [InlineData("{fact: duty.charity}", "{fact: duty.charitee}", "UnknownFactKind")]
    [InlineData("{fact: duty.charity}", "{fact: study.session-held}", "FactWithoutMember")]
    [InlineData("{fact: duty.charity}", "{fact: charity}", "BadKind")]
    [InlineData("unit: times\n    counts: {fact: duty.charity}", "unit: pieces\n    counts: {fact: duty.charity}", "WrongUnit")]
    [InlineData("unit: times\n    counts: {fact: duty.charity}", "unit: time\n    counts: {fact: duty.charity}", "BadChoice")]
    [InlineData("position: {atMost: 5}", "place: {atMost: 5}", "UnknownAttribute")]
    [InlineData("position: {atMost: 5}", "position: {atMost: five}", "BadWhole")]
    [InlineData("for: ordinary", "for: ordinry", "UnknownRole")]
    [InlineData("substituteFor: standing-meeting", "substituteFor: other-meeting", "SubstituteSameRole")]
    [InlineData("gradeAtMost: competent", "gradeAtMost: middling", "UnknownGrade")]
    [InlineData("othersGet: good", "othersGet: excellent", "QuotaOthersNotLower")]
    [InlineData("share: 0.15", "share: 1.5", "BadNumber")]
    [InlineData("    share: 0.15\n", "", "QuotaWithoutNumber")]
    [InlineData("takes: 0.5", "takes: 0.25", "TooManyPlaces")]
    [InlineData("takes: 0.5", "takes: half", "BadNumber")]
    [InlineData("takes: 0.5", "points: 0.5", "GivesInDeductions")]
    [InlineData("takes: 0.5\n", "takes: 0.5\n    points: 1\n", "ExactlyOne")]
    [InlineData("from: 2026-01-01", "from: 2026-02-30", "BadDate")]
    [InlineData("to: 2026-12-31", "to: 9999-12-31", "BadDate")]
    [InlineData("from: 2026-01-01", "from: 2027-01-01", "SpanBackwards")]
    [InlineData(
        "shape: base-and-bonus\nscale: {base: 100",
        "shape: capped-categories\nscale: {base: 90",
        "CapsAreNotTheFullMark"
    )]
    [InlineData("shape: base-and-bonus\nscale: {base: 100, ", "shape: capped-categories\nscale: {", "ShapeNeedsBase")]
    [InlineData("shape: base-and-bonus", "shape: full-then-deduct", "ShapeNeedsStart")]
    [InlineData("shape: base-and-bonus", "shape: open", "OpenHasNoLimit")]
    [InlineData("bonusCap: 20, ", "", "ShapeNeedsBaseAndBonus")]
    [InlineData("id: charity", "id: honour", "DuplicateId")]
    [InlineData("id: charity", "id: Charity", "BadId")]
    [InlineData("id: charity", "id: online-hours", "Forbidden")]
    [InlineData("title: 因履职受表彰（同一事取最高）", "title: 朋友圈点赞", "Forbidden")]
    [InlineData("ladder: true\n    points: {key: 3", "laddder: true\n    points: {key: 3", "UnknownKey")]
    [InlineData("ladder: true\n    points: {key: 3", "ladder: yes\n    points: {key: 3", "BadFlag")]
    [InlineData("  adoptedBy: 主席会议\n", "", "MissingKey")]
    [InlineData("  adoptedBy: 主席会议\n", "  adoptedBy: 主席会议\n  adoptedBy: 主席会议\n", "DuplicateKey")]
    [InlineData("title: 参加会议\n", "title: [参加, 会议]\n", "ExpectedScalar")]
    [InlineData("scale: {base: 100, bonusCap: 20, ceiling: 120, floor: 0, decimals: 1}", "scale: 100", "ExpectedMap")]
    [InlineData("then: [所在小组召集人谈话提醒, 书面改进]", "then: {a: b}", "ExpectedScalar")]
    [InlineData("step: [county, city, province, nation]}", "step: [contry, city, province, nation]}", "UnknownStepOfFact")]
    [InlineData("points: {written: 2, oral: 4}", "points: {writen: 2, oral: 4}", "UnreachableStep")]
    [InlineData("category: group-activity}\n        points", "category: group-activty}\n        points", "UnknownCategory")]
    [InlineData("takes: 0.5", "takes: \"0.5\"", "Quoted")]
    [InlineData("title: 参加会议\n", "title: ~\n", "BadText")]
    [InlineData("id: charity", "id: true", "BadId")]
    [InlineData(
        "yearsInARow: 2\n  - id: falsified",
        "yearsInARow: 2\n      atLeast: 1\n      fewerThan: 1\n  - id: falsified",
        "NotBoth"
    )]
    [InlineData("shape: base-and-bonus", "shap: base-and-bonus", "UnknownKeyAtTop")]
    [InlineData("shape: base-and-bonus\n", "", "MissingKeyAtTop")]
    [InlineData("from: 2026-01-01", "from: 2020-01-01", "SpanTooLong")]
    [InlineData("counts: {fact: duty.honour}", "counts: {fact: duty.honour, as: likes}", "Forbidden")]
    [InlineData("title: 违纪违法", "title: 登录不足、违纪违法", "Forbidden")]
    [InlineData("plenary-speech: {written: 1}", "plenary-talk: {written: 1}", "UnknownItem")]
    [InlineData("meetings: 24.5", "meeting: 24.5", "UnknownValue")]
    public void A_mistake_is_named_where_it_stands(string right, string wrong, string code)
    {
        var at = Good.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, right);
        var text = Good[..at] + wrong + Good[(at + right.Length)..];
        var reading = RuleSheetFilesTests.Reader.Read(text);
        var problem = reading.Problems.FirstOrDefault(problem => problem.Code == code);
        problem.ShouldNotBeNull(string.Join(", ", reading.Problems.Select(one => one.Code)));
        reading.IsSound.ShouldBeFalse();
        var line = text[..at].Count(letter => letter == '\n') + 1;
        Math.Abs(problem.At.Line - line).ShouldBeLessThan(code.StartsWith("Shape") || code.StartsWith("MissingKey") ? 20 : 12);
        problem.At.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Two_hundred_mistakes_are_named_at_once()
    {
        var items = new StringBuilder();
        for (var number = 0; number < 100; number++)
            items.Append(
                $"  - {{id: extra-{number}, title: 加分, unit: times, counts: {{fact: duty.nothing-{number}}}, points: 5, cap: 1}}\n"
            );
        var reading = RuleSheetFilesTests.Reader.Read(Good.Replace("bonus:\n", "bonus:\n" + items));
        reading.Problems.Count.ShouldBe(200);
        reading.Problems.Count(problem => problem.Code == "UnknownFactKind").ShouldBe(100);
        reading.Problems.Count(problem => problem.Code == "CapSmallerThanUnit").ShouldBe(100);
        reading.Problems.Select(problem => problem.At).Distinct().Count().ShouldBe(200);
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "TooLarge", new string('#', 5 * 1024 * 1024) },
            { "AliasRefused", "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n" },
            { "AliasRefused", "sheet: *nowhere\n" },
            { "TooDeep", new string('[', 100_000) },
            { "TooDeep", string.Concat(Enumerable.Range(0, 30).Select(depth => new string(' ', depth) + "a:\n")) },
            { "TagRefused", "sheet: !!python/object:os.system {}\n" },
            { "NotYaml", "a: [1, 2\nb: }" },
            { "NotYaml", "\"abc" },
            { "Empty", "" },
            { "Empty", "# nothing\n" },
            { "ExpectedMap", "just words" },
            { "ExpectedMap", "- a\n- b\n" },
            { "SecondDocument", "a: 1\n---\nb: 2\n" },
            { "KeyIsNoWord", "[a, b]: 1\n" },
            { "MissingKeyAtTop", "a: 1\n" },
            { "TooManyExampleFacts", ManyFacts() },
        };

    /// <summary>Small to read, but four million facts to compute.</summary>
    private static string ManyFacts() =>
        Good
        + string.Concat(
            Enumerable
                .Range(0, 400)
                .Select(number => $"  - {{name: e{number}, role: ordinary, facts: {{charity: 10000}}, expect: {{total: 3}}}}\n")
        );

    [Fact]
    public void A_sheet_full_of_unknown_names_is_told_in_a_moment()
    {
        const int items = 1000;
        const int names = 2000;
        var text = Good.Replace("bonus:\n", "bonus:\n" + string.Concat(Enumerable.Range(0, items).Select(Extra)));
        text = text.Replace(
            "sameFact:\n",
            $"sameFact:\n  - {{id: many, items: [{string.Join(", ", Enumerable.Range(0, names).Select(name => $"y{name}{new string('b', 40)}"))}]}}\n"
        );
        var started = Stopwatch.GetTimestamp();
        RuleSheetFilesTests.Reader.Read(text).Problems.Count(problem => problem.Code == "UnknownItem").ShouldBe(names);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static string Extra(int number) =>
        $"  - {{id: x{number}{new string('a', 40)}, title: t, unit: times, counts: {{fact: duty.charity}}, points: 1}}\n";

    [Fact]
    public void What_would_be_right_is_told_in_full()
    {
        var reading = RuleSheetFilesTests.Reader.Read(Good.Replace("unit: half-days", "unit: half-day"));
        reading.Problems.Single(problem => problem.Code == "BadChoice").Values[2].ShouldEndWith(UnitOfCount.All[^1]);
    }

    [Theory]
    [InlineData("version: \"2026.1\"", "version: 2026.1")]
    [InlineData("atLeast: 1\n  - id: voice", "atLeast: 1.0\n  - id: voice")]
    [InlineData("points: {written: 2, oral: 4}", "points: {written: 2.0, oral: 4}")]
    public void A_number_may_be_written_as_people_write_it(string usual, string other)
    {
        Good.ShouldContain(usual);
        RuleSheetFilesTests.Reader.Read(Good.Replace(usual, other)).IsSound.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Hostile))]
    public void A_text_made_to_hurt_is_refused(string code, string text) =>
        RuleSheetFilesTests.Reader.Read(text).Problems.ShouldContain(problem => problem.Code == code);

    [Fact]
    public void A_sheet_cut_off_anywhere_is_refused_and_breaks_nothing()
    {
        for (var length = 0; length < Good.IndexOf("expect:", StringComparison.Ordinal); length += 97)
            RuleSheetFilesTests.Reader.Read(Good[..length]).IsSound.ShouldBeFalse($"cut at {length}");
    }

    [Fact]
    public void Every_problem_has_a_sentence()
    {
        var words = installation.Services.GetRequiredService<Words>();
        var codes =
            from file in Product
                .Sources("src", ".cs")
                .Where(file => file.Contains("/Scoring/Sheet") || file.Contains("/Appraisal/Sheets/"))
            from Match match in Code().Matches(Product.Text(file))
            select match.Groups[1].Value;
        var all = codes.Distinct().ToList();
        all.Count.ShouldBeGreaterThan(40);
        all.Where(code => !words.Has("Sheet." + code)).ShouldBeEmpty();
    }

    [GeneratedRegex(@", ""([A-Z]\w+)""[,)]")]
    private static partial Regex Code();
}
