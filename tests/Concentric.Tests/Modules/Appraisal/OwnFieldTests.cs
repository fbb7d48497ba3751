using System.Net;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Platform.Data;
using Concentric.Platform.Messages;
using Concentric.Rules.Facts;
using Concentric.Tests.Modules.Appraisal.Duties;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>谁组织谁记录: an office sees, registers, confirms and answers for what it records itself, and nothing of the others.</summary>
public sealed class OwnFieldTests(Installation installation)
{
    private const string Duties = "/office/appraisal/duties";

    /// <summary>Reading is recorded by the culture office, charity by the members' liaison, lectures by nobody in particular.</summary>
    private static readonly string Sheet = AppraisalWorld
        .EndedSheet.Replace("points: 5, cap: 12}", "points: 5, cap: 12, recorder: 学习文史委}", StringComparison.Ordinal)
        .Replace(
            "counts: {fact: duty.charity}, points: 4}",
            """
            counts: {fact: duty.charity}, points: 4, recorder: 委员联络委}
                  - {id: lecture, title: 宣讲, unit: sessions, counts: {fact: duty.lecture}, points: 1, recorder: 各乡镇}
            """,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_office_sees_of_a_statement_what_it_records_and_what_is_nobodys()
    {
        var world = await WithFactsAsync();
        var office = await world.Committee.SignInForOfficeAsync("member-liaison");
        var main = (await office.GetPageAsync($"/office/appraisal/2023/members/{world.Person}")).QuerySelector("main")!;
        var items = main.QuerySelectorAll(".score-item h3").Select(item => item.TextContent);
        items.ShouldContain(title => title.Contains("公益帮扶"));
        items.ShouldContain(title => title.Contains("宣讲"));
        items.ShouldNotContain(title => title.Contains("读书活动"));
        main.TextContent.ShouldNotContain("优秀");
        main.QuerySelector(".stat-grid").ShouldBeNull();
        main.TextContent.ShouldContain("委员联络委员会");
        main.TextContent.ShouldContain("只向委员本人和主席会议、秘书长等全面审核的人员显示");
        main.QuerySelector("a[href*=docx]").ShouldBeNull();
        var file = await office.GetAsync($"/office/appraisal/2023/members/{world.Person}?format=docx");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Whoever_reviews_all_of_it_sees_the_whole()
    {
        var world = await WithFactsAsync();
        foreach (var role in new[] { "chairpersons-meeting", "secretary-general", "office-staff" })
        {
            var reader = await world.Committee.SignInAsync(role);
            var text = (await reader.GetPageAsync($"/office/appraisal/2023/members/{world.Person}"))
                .QuerySelector("main")!
                .TextContent;
            text.ShouldContain("优秀");
            text.ShouldContain("读书活动");
        }
    }

    [Fact]
    public async Task The_list_counts_the_own_records_and_betrays_no_grade()
    {
        var world = await WithFactsAsync();
        var office = await world.Committee.SignInForOfficeAsync("culture-history");
        var row = (await office.GetPageAsync("/office/appraisal/2023")).QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        // Two readings and the lecture, which is everybody's.
        row.QuerySelectorAll("td.num").Select(cell => cell.TextContent).ShouldBe(["3", "0"]);
        var filtered = await office.GetPageAsync("/office/appraisal/2023?show=poor");
        filtered.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        filtered.QuerySelector("select[name=show]").ShouldBeNull();
        filtered.QuerySelector("main")!.TextContent.ShouldNotContain("优秀");
    }

    [Fact]
    public async Task Results_quota_trials_and_duty_files_are_for_those_who_see_the_whole()
    {
        var world = await WithFactsAsync();
        var draft = await world.Committee.DraftSheetAsync(Sheet);
        var office = await world.Committee.SignInForOfficeAsync("member-liaison");
        foreach (
            var path in new[]
            {
                "/office/appraisal/2023/results",
                "/office/appraisal/2023/quota",
                $"/office/appraisal/sheets/{draft}/what-if",
                $"/office/members/{world.Person}/duty-file",
            }
        )
        {
            (await office.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await office.GetPageAsync($"/office/members/{world.Person}")).QuerySelector("a[href$=duty-file]").ShouldBeNull();
        (await office.GetPageAsync("/office/appraisal/2023/cycle")).QuerySelector("main").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_office_registers_in_its_own_name_only()
    {
        var world = await WithFactsAsync();
        var office = await world.Committee.SignInForOfficeAsync("member-liaison");
        var options = (await office.GetPageAsync(Duties + "/new"))
            .QuerySelectorAll("select[name='Input.Office'] option")
            .Select(option => option.GetAttribute("value"));
        options.ShouldContain("member-liaison");
        options.ShouldNotContain("economy");
        var fields = DutiesWorld.Typed(world.Seat);
        fields["Input.Office"] = "economy";
        (await DutiesWorld.ErrorsAsync(await office.SubmitAsync(Duties + "/new", fields, DutiesWorld.Form))).ShouldContain(
            "“经济委员会”的记录由该单位自己登记"
        );
        await office.RegisterAsync(DutiesWorld.Typed(world.Seat));
    }

    [Fact]
    public async Task Another_offices_record_is_not_found_and_not_confirmed()
    {
        var world = await WithFactsAsync();
        var writer = await world.Committee.SignInForOfficeAsync("member-liaison");
        var id = await writer.RegisterAsync(DutiesWorld.Typed(world.Seat));
        var other = await world.Committee.SignInForOfficeAsync("economy");
        (await other.GetAsync($"{Duties}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"{Duties}/{id}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetPageAsync(Duties)).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await other.GetPageAsync("/office")).QuerySelector("main")!.TextContent.ShouldNotContain("履职登记待确认");
        var colleague = await world.Committee.SignInForOfficeAsync("member-liaison");
        await colleague.ConfirmAsync(id);
        (await world.StateAsync(id)).ShouldBe(DutyState.Confirmed);
    }

    [Fact]
    public async Task The_office_that_recorded_a_line_answers_the_objection_to_it()
    {
        var world = await WithFactsAsync();
        await world.Member.DoneAsync($"/my/appraisal/2023/objections/new?fact={world.Charity}", new() { ["Words"] = "应为两次" });
        var id = await world.ObjectionAsync();
        var other = await world.Committee.SignInForOfficeAsync("culture-history");
        (await other.GetAsync($"/office/appraisal/objections/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetPageAsync("/office/appraisal/objections")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await other.GetPageAsync("/office")).QuerySelector("main")!.TextContent.ShouldNotContain("待答复的异议");

        var own = await world.Committee.SignInForOfficeAsync("member-liaison");
        (await own.GetPageAsync("/office")).QuerySelector("main")!.TextContent.ShouldContain("待答复的异议");
        var page = await own.GetPageAsync($"/office/appraisal/objections/{id}");
        page.QuerySelector("main")!.TextContent.ShouldContain("委员联络委员会");
        await world.RemindAsync();
        (await world.MessagesOfAsync(own)).ShouldBe(1);
        (await world.MessagesOfAsync(other)).ShouldBe(0);
        await own.DoneAsync(
            $"/office/appraisal/objections/{id}",
            new() { ["Granted"] = "False", ["Words"] = "签到表上只有一次" }
        );
    }

    [Fact]
    public async Task What_is_missing_is_answered_by_any_office()
    {
        var world = await WithFactsAsync();
        await world.Member.DoneAsync(
            "/my/appraisal/2023/objections/new",
            new()
            {
                ["What"] = "城北协商议事会",
                ["HappenedOn"] = "2023-05-08",
                ["Words"] = "我参加了",
            }
        );
        var office = await world.Committee.SignInForOfficeAsync("economy");
        (await office.GetPageAsync($"/office/appraisal/objections/{await world.ObjectionAsync()}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("任一委室");
    }

    private async Task<FieldWorld> WithFactsAsync()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync(Sheet);
        var seat = await committee.EnrolAsync("张三", "第一中学");
        var person = await committee.PersonAsync(seat);
        await committee.RecordDutyAsync(seat, "study.reading-attended", 2);
        await committee.RecordDutyAsync(seat, "duty.lecture", 1, UnitOfCount.Sessions);
        var charity = await committee.RecordDutyAsync(seat, "duty.charity", 1, UnitOfCount.Times);
        return new FieldWorld(committee, seat, person, charity[0].Id, await committee.SignInAsync(person, "member"));
    }

    private sealed record FieldWorld(TestCommittee Committee, Guid Seat, Guid Person, Guid Charity, Visitor Member)
    {
        public Task<Guid> ObjectionAsync() => Committee.InDbAsync(db => db.Set<Objection>().Select(row => row.Id).SingleAsync());

        public Task<DutyState> StateAsync(Guid id) =>
            Committee.InDbAsync(db => db.Set<DutyRecord>().Where(row => row.Id == id).Select(row => row.State).SingleAsync());

        public Task<int> MessagesOfAsync(Visitor of) =>
            Committee.InDbAsync(db => db.Set<Message>().CountAsync(message => message.AccountId == of.AccountId));

        /// <summary>On the last day but one.</summary>
        public Task RemindAsync() =>
            Committee.DoAsync(async services =>
            {
                var due = await services
                    .GetRequiredService<AppDb>()
                    .Set<Objection>()
                    .Select(row => row.AnswerDueOn)
                    .SingleAsync();
                var clock = new FakeTimeProvider(new DateTimeOffset(due.AddDays(-1), new TimeOnly(1, 0), TimeSpan.Zero));
                await ActivatorUtilities.CreateInstance<ObjectionReminders>(services, (TimeProvider)clock).RunAsync(default);
            });
    }
}
