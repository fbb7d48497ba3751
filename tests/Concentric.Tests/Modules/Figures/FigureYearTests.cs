using System.Net;
using System.Text;
using System.Text.Json;
using Concentric.Modules.Figures;
using Concentric.Modules.Figures.Years;
using Concentric.Platform.Ledger;
using Concentric.Rules.Figures;
using Concentric.Tests.World;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concentric.Tests.Modules.Figures.StudyFacts;

namespace Concentric.Tests.Modules.Figures;

public sealed class FigureYearTests(Installation installation)
{
    private static readonly string[] Categories = ["theory-study-group", "staff-collective-study", "party-branch"];

    [Fact]
    public async Task A_years_figures_are_asked_of_its_own_facts()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.StudyAsync("theory-study-group", Day(1, 5), Day(2, 1), Day(12, 31), new DateOnly(2024, 1, 1));
        await committee.StudyAsync("party-branch", Day(3, 3));
        await committee.TalkAsync(23, Day(4, 1));
        var figures = await YearOfAsync(committee);
        (figures["theory-study-group-sessions"].Value, figures["theory-study-group-sessions"].Text).ShouldBe((3, "3次"));
        (figures["policy-talks"].Value, figures["policy-talks"].Text).ShouldBe((23, "20余场次"));
        (figures["trainings"].Value, figures["trainings"].Text).ShouldBe((0, "0场次"));
    }

    [Fact]
    public async Task A_retracted_fact_does_not_count()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var facts = await committee.StudyAsync("theory-study-group", Day(1, 5), Day(2, 1));
        await committee.RetractAsync(facts[0]);
        (await YearOfAsync(committee))["theory-study-group-sessions"].Value.ShouldBe(1);
    }

    [Fact]
    public async Task Two_committees_do_not_mix()
    {
        var one = await TestCommittee.CreateAsync(installation);
        var other = await TestCommittee.CreateAsync(installation);
        await one.StudyAsync("theory-study-group", Day(1, 5), Day(2, 1));
        await other.StudyAsync("theory-study-group", Day(1, 6));
        (await YearOfAsync(one))["theory-study-group-sessions"].Value.ShouldBe(2);
        (await YearOfAsync(other))["theory-study-group-sessions"].Value.ShouldBe(1);
        var staff = await other.SignInAsync("secretary-general");
        (await staff.GetAsync("/office/facts/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_reached_twice_counts_once_and_the_coverage_is_of_the_seats_held()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var (often, once) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await committee.AttendAsync(often, Day(1, 5), Day(1, 6), Day(3, 1));
        await committee.AttendAsync(once, Day(3, 1));
        var figures = await YearOfAsync(committee);
        figures["members-reached-by-study"].Value.ShouldBe(2);
        figures["study-attendances"].Value.ShouldBe(4);
        var quarter = await InYearAsync(committee, reader => reader.ReadAsync(FigurePeriod.OfMonth(2023, 1)));
        quarter.Single(figure => figure.Definition.Id == "members-reached-by-study").Value.ShouldBe(1);
    }

    [Fact]
    public async Task Every_figure_that_counts_facts_lists_exactly_as_many_whatever_was_recorded_and_taken_back()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var days = Gen.Int[0, 364].Select(new DateOnly(2023, 1, 1).AddDays).Array[1, 8];
        var acts = Gen.Select(Gen.Int[0, 2], days, Gen.Int[0, 7]).Array[3, 6].Single();
        foreach (var (category, when, takenBack) in acts)
        {
            var facts = await committee.StudyAsync(Categories[category], when);
            if (takenBack < facts.Count)
                await committee.RetractAsync(facts[takenBack]);
        }

        await committee.TalkAsync(acts.Length, Day(6, 1));
        FigurePeriod[] periods = [FigurePeriod.OfYear(2023), FigurePeriod.OfQuarter(2023, 2), FigurePeriod.OfMonth(2023, 6)];
        foreach (var period in periods)
        {
            await committee.DoAsync(async services =>
            {
                var reader = services.GetRequiredService<FigureReader>();
                foreach (var figure in await reader.ReadAsync(period))
                {
                    var listed = await reader.FactsOf(figure.Definition, period).CountAsync();
                    if (figure.Definition.Measure == FigureMeasure.Count)
                        ((long)listed).ShouldBe(figure.Value, figure.Definition.Id);
                    figure.Value.ShouldBe(figure.Definition.Measure == FigureMeasure.Count ? figure.ByMonth.Sum() : figure.Value);
                }
            });
        }
    }

    [Fact]
    public async Task Asked_as_of_an_earlier_ledger_a_figure_says_what_it_said_then()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var facts = await committee.StudyAsync("theory-study-group", Day(1, 5), Day(2, 1));
        var size = await InYearAsync(committee, reader => reader.LedgerSizeAsync());
        await committee.RetractAsync(facts[0]);
        await committee.StudyAsync("theory-study-group", Day(3, 1), Day(3, 2), Day(3, 3));
        (await ValueAsync(committee, size)).ShouldBe(2);
        (await ValueAsync(committee, null)).ShouldBe(4);
    }

    [Fact]
    public async Task A_year_is_public_once_the_office_has_opened_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.StudyAsync("theory-study-group", Day(1, 5), Day(2, 1));
        var reader = committee.Anonymous();
        (await reader.GetAsync("/figures/2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/facts/0")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetPageAsync("/figures")).Body!.TextContent.ShouldContain("还没有公开的数字");

        var secretary = await committee.SignInAsync("secretary-general");
        await secretary.SubmitAsync("/office/figures/2023", [], "form[action*='handler=Open']");
        var page = await reader.GetPageAsync("/figures/2023");
        page.QuerySelector("#theory-study-group-sessions .stat-value")!.TextContent.ShouldBe("2次");
        var staff = await committee.SignInAsync("office-staff");
        (await staff.GetPageAsync("/office/figures/2023")).QuerySelector("form[action*='handler=Close']").ShouldBeNull();

        await secretary.SubmitAsync("/office/figures/2023", [], "form[action*='handler=Close']");
        (await reader.GetAsync("/figures/2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_figure_opens_into_its_facts_and_a_fact_into_what_proves_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var facts = await committee.StudyAsync("theory-study-group", Day(1, 5), Day(5, 2), Day(5, 3));
        await OpenAsync(committee);
        var reader = committee.Anonymous();
        var list = await reader.GetPageAsync("/figures/2023/theory-study-group-sessions");
        list.QuerySelectorAll("#facts tbody tr").Length.ShouldBe(3);
        list.QuerySelector("#facts tbody")!.TextContent.ShouldContain("东洞镇");
        var may = await reader.GetPageAsync("/figures/2023/theory-study-group-sessions?quarter=2");
        may.QuerySelectorAll("#facts tbody tr").Length.ShouldBe(2);

        var hash = await committee.InDbAsync(db =>
            db.Facts.Where(fact => fact.Id == facts[0]).Select(fact => fact.LeafHash).SingleAsync()
        );
        var before = await reader.GetPageAsync("/facts/0");
        before.Body!.TextContent.ShouldContain(Convert.ToHexStringLower(hash));
        before.QuerySelector("a[href$='/figures/2023/theory-study-group-sessions']").ShouldNotBeNull();
        await committee.RetractAsync(facts[0], "张三记错了");
        var after = await reader.GetPageAsync("/facts/0");
        after.QuerySelector("a[href$='/facts/3']").ShouldNotBeNull();
        after.Body!.TextContent.ShouldNotContain("张三");
        (await reader.GetPageAsync("/facts/3")).QuerySelector("a[href$='/facts/0']").ShouldNotBeNull();
        var staff = await committee.SignInAsync("office-staff");
        (await staff.GetPageAsync("/office/facts/0")).Body!.TextContent.ShouldContain("张三记错了");
    }

    [Theory]
    [InlineData("?from=2023-02-30", "2023 年 2 月没有 30")]
    [InlineData("?from=2023-05-02&to=2023-05-01", "结束日期早于开始日期")]
    [InlineData("?from=2022-05-02", "请选择 2023 年之内的日期")]
    [InlineData("?quarter=7", "时段不存在")]
    public async Task A_period_that_is_none_is_told_beside_its_field_and_the_whole_year_is_shown(string query, string told)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.StudyAsync("theory-study-group", Day(1, 5));
        await OpenAsync(committee);
        var reader = committee.Anonymous();
        var page = await reader.GetPageAsync("/figures/2023" + query);
        if (!query.Contains("30"))
            page.Body!.TextContent.ShouldContain(told);
        else
            page.QuerySelectorAll("[aria-invalid=true]").ShouldNotBeEmpty();
        page.QuerySelector("#theory-study-group-sessions .stat-value")!.TextContent.ShouldBe("1次");
        (await reader.GetAsync("/figures/2023" + query + "&format=csv")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_seen_is_what_is_exported()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.TalkAsync(23, Day(4, 1));
        await OpenAsync(committee);
        var reader = committee.Anonymous();
        var json = await reader.Client.GetStringAsync(
            new Uri(reader.Base + "/figures/2023?quarter=2&format=json", UriKind.Relative)
        );
        var talks = JsonDocument.Parse(json).RootElement.GetProperty("figures").GetProperty("policy-talks");
        talks.GetProperty("value").GetInt64().ShouldBe(23);
        talks.GetProperty("text").GetString().ShouldBe("20余场次");
        talks.GetProperty("byMonth")[3].GetInt64().ShouldBe(23);
        var csv = await reader.Client.GetByteArrayAsync(
            new Uri(reader.Base + "/figures/2023/policy-talks?format=csv", UriKind.Relative)
        );
        csv.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(24);
        lines[0].ShouldNotContain("member");
    }

    [Fact]
    public async Task A_long_list_of_facts_is_shown_a_page_at_a_time()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.TalkAsync(120, Day(3, 1));
        await OpenAsync(committee);
        var reader = committee.Anonymous();
        (await reader.GetPageAsync("/figures/2023/policy-talks")).QuerySelectorAll("#facts tbody tr").Length.ShouldBe(50);
        (await reader.GetPageAsync("/figures/2023/policy-talks?page=3")).QuerySelectorAll("#facts tbody tr").Length.ShouldBe(20);
        (await reader.GetPageAsync("/figures/2023/policy-talks?page=99")).QuerySelectorAll("#facts tbody tr").Length.ShouldBe(20);
    }

    [Fact]
    public async Task An_unknown_figure_year_or_fact_is_not_found()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await OpenAsync(committee);
        var staff = await committee.SignInAsync("office-staff");
        foreach (
            var path in new[] { "/office/figures/2023/no-such", "/office/figures/1", "/office/facts/99", "/figures/2023/no-such" }
        )
            (await staff.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await committee.Anonymous().GetAsync("/office/figures/2023")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    internal static Task OpenAsync(TestCommittee committee) =>
        committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<Concentric.Platform.Data.AppDb>();
            db.Add(OpenYear.Open(2023, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, new DateOnly(2023, 5, 10)));
            await db.SaveChangesAsync();
        });

    private static Task<T> InYearAsync<T>(TestCommittee committee, Func<FigureReader, Task<T>> ask) =>
        committee.DoAsync(services => ask(services.GetRequiredService<FigureReader>()));

    private static Task<long> ValueAsync(TestCommittee committee, long? asOf) =>
        InYearAsync(
            committee,
            async reader =>
                (await reader.ReadAsync(FigurePeriod.OfYear(2023), asOf))
                    .Single(figure => figure.Definition.Id == "theory-study-group-sessions")
                    .Value
        );

    private static async Task<Dictionary<string, FigureSummary>> YearOfAsync(TestCommittee committee) =>
        (await committee.DoAsync(services => services.GetRequiredService<FiguresApi>().OfYearAsync(2023))).ToDictionary(figure =>
            figure.Id
        );
}
