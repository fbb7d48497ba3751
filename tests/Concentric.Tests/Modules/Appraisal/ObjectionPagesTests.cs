using System.Net;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Messages;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>A member objects to one line; the recording office answers, the chairpersons' meeting is the second instance.</summary>
public sealed class ObjectionPagesTests(Installation installation)
{
    private const string Granted = "Granted";

    [Fact]
    public async Task A_granted_objection_waits_for_the_correction_and_then_shows_the_old_line_struck_through()
    {
        var world = await WithOneLineAsync();
        var id = await world.RaiseAsync();
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync("/office")).QuerySelector("main")!.TextContent.ShouldContain("待答复的异议");
        var path = $"/office/appraisal/objections/{id}";
        await office.DoneAsync(path, new() { [Granted] = "True", ["Words"] = "签到表上确有签名" });

        (await world.Member.GetPageAsync($"/my/appraisal/objections/{id}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("签到表上确有签名");
        (await world.Member.GetPageAsync("/messages")).QuerySelector("main")!.TextContent.ShouldContain("您的异议：已认可");
        (await office.GetPageAsync("/office/appraisal/objections?f.state=uncorrected"))
            .QuerySelectorAll("tbody tr")
            .ShouldHaveSingleItem();

        await world.TakeBackAsync();
        var page = await office.GetPageAsync(path);
        page.QuerySelectorAll(".struck").ShouldHaveSingleItem();
        page.QuerySelector("main")!.TextContent.ShouldContain("原记录已撤回");
        (await office.GetPageAsync("/office/appraisal/objections?f.state=uncorrected"))
            .QuerySelectorAll("tbody tr")
            .ShouldBeEmpty();
        (await world.Member.GetPageAsync("/my/appraisal/2023")).QuerySelector(".struck").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refusal_goes_to_the_chairpersons_meeting_and_not_to_whoever_refused()
    {
        var world = await WithOneLineAsync();
        var id = await world.RaiseAsync();
        var secretary = await world.Committee.SignInAsync("office-staff", "chairpersons-meeting");
        var path = $"/office/appraisal/objections/{id}";
        await secretary.DoneAsync(path, new() { [Granted] = "False", ["Words"] = "签到表上没有签名" });
        await world.Member.DoneAsync($"/my/appraisal/objections/{id}", new() { ["Words"] = "有照片为证" });

        (await secretary.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("您作过初次答复");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var incomplete = await AnsweredAsync(await chair.SubmitAsync(path, new() { [Granted] = "True", ["Words"] = "予以更正" }));
        incomplete.QuerySelector("[name=Meeting]")!.GetAttribute("aria-invalid").ShouldBe("true");
        incomplete.QuerySelector("[name=Day]")!.GetAttribute("aria-invalid").ShouldBe("true");
        incomplete.QuerySelector("textarea[name=Words]")!.TextContent.ShouldContain("予以更正");
        await chair.DoneAsync(
            path,
            new()
            {
                [Granted] = "True",
                ["Words"] = "予以更正",
                ["Meeting"] = "第21次主席会议",
                ["Day"] = "2023-05-09",
            }
        );
        var text = (await world.Member.GetPageAsync($"/my/appraisal/objections/{id}")).QuerySelector("main")!.TextContent;
        text.ShouldContain("复议认可");
        text.ShouldContain("第21次主席会议");
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_answered_with_the_record_that_came()
    {
        var world = await WithOneLineAsync();
        var form = "/my/appraisal/2023/objections/new";
        var wrong = await AnsweredAsync(
            await world.Member.SubmitAsync(form, new() { ["HappenedOn"] = "2023-02-30", ["Words"] = "我参加了" })
        );
        wrong.QuerySelector("[name=HappenedOn]")!.GetAttribute("value").ShouldBe("2023-02-30");
        var other = await AnsweredAsync(
            await world.Member.SubmitAsync(form, new() { ["HappenedOn"] = "2022-05-08", ["Words"] = "我参加了" })
        );
        other.QuerySelector("[name=What]")!.GetAttribute("aria-invalid").ShouldBe("true");
        other.QuerySelector("[name=HappenedOn]")!.GetAttribute("aria-invalid").ShouldBe("true");
        await world.Member.DoneAsync(
            form,
            new()
            {
                ["What"] = "城北协商议事会 𠮷䶮",
                ["HappenedOn"] = "2023-05-08",
                ["Words"] = "我参加了",
            }
        );
        var id = await world.IdAsync();
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"/office/appraisal/objections/{id}";
        await office.DoneAsync(path, new() { [Granted] = "True", ["Words"] = "漏登" });
        (await office.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("还没有关于这位委员的新记录");
        var facts = await world.Committee.RecordDutyAsync(world.Seat, "duty.council-session", 1);
        await office.DoneAsync(path, new() { ["Fact"] = facts[0].Id.ToString() });
        (await world.Member.GetPageAsync($"/my/appraisal/objections/{id}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("更正后的记录");
    }

    [Fact]
    public async Task One_line_has_one_objection_that_may_be_withdrawn()
    {
        var world = await WithOneLineAsync();
        var id = await world.RaiseAsync();
        var again = await AnsweredAsync(await world.Member.SubmitAsync(world.NewPath, new() { ["Words"] = "再提一次" }));
        again.QuerySelector("main")!.TextContent.ShouldContain("对这条记录的异议已经提出");
        await world.Member.DoneAsync($"/my/appraisal/objections/{id}", [], "form[action*=Withdraw]");
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"/office/appraisal/objections/{id}")).QuerySelector("textarea").ShouldBeNull();
        await world.RaiseAsync();
    }

    [Fact]
    public async Task Whoever_owes_an_answer_is_reminded_once_before_the_last_day_and_once_after()
    {
        var world = await WithOneLineAsync();
        await world.RaiseAsync();
        var office = await world.Committee.SignInAsync("office-staff");
        Task<int> RemindAsync(string day) =>
            world.Committee.DoAsync(async services =>
            {
                var clock = new FakeTimeProvider(new DateTimeOffset(DateOnly.Parse(day), new TimeOnly(8, 0), TimeSpan.Zero));
                await ActivatorUtilities.CreateInstance<ObjectionReminders>(services, (TimeProvider)clock).RunAsync(default);
                return await services
                    .GetRequiredService<AppDb>()
                    .Set<Message>()
                    .CountAsync(message => message.AccountId == office.AccountId);
            });

        // Raised on Wednesday 10 May 2023, due five working days later, on the 17th.
        (await RemindAsync("2023-05-12")).ShouldBe(0);
        (await RemindAsync("2023-05-15")).ShouldBe(1);
        (await RemindAsync("2023-05-16")).ShouldBe(1);
        (await RemindAsync("2023-05-18")).ShouldBe(2);
        (await RemindAsync("2023-05-19")).ShouldBe(2);
    }

    [Fact]
    public async Task Others_see_no_objection_and_object_to_no_line_of_somebody_else()
    {
        var world = await WithOneLineAsync();
        var id = await world.RaiseAsync();
        var li = await world.Committee.EnrolAsync("李四");
        var person = await world.Committee.InDbAsync(db =>
            db.Set<Membership>().Where(seat => seat.Id == li).Select(seat => seat.PersonId).SingleAsync()
        );
        var other = await world.Committee.SignInAsync(person, "member");
        (await other.GetAsync($"/my/appraisal/objections/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(world.NewPath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/office/appraisal/objections/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        (await chair.GetPageAsync($"/office/appraisal/objections/{id}")).QuerySelector("textarea").ShouldBeNull();
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> AnsweredAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
    }

    private async Task<ObjectionWorld> WithOneLineAsync()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync();
        var seat = await committee.EnrolAsync("张三");
        var person = await committee.InDbAsync(db => db.Set<Membership>().Select(row => row.PersonId).SingleAsync());
        var facts = await committee.RecordDutyAsync(seat, "study.reading-attended", 1);
        return new ObjectionWorld(committee, seat, facts[0].Id, await committee.SignInAsync(person, "member"));
    }

    private sealed record ObjectionWorld(TestCommittee Committee, Guid Seat, Guid Line, Visitor Member)
    {
        public string NewPath => $"/my/appraisal/2023/objections/new?fact={Line}";

        public async Task<Guid> RaiseAsync()
        {
            await Member.DoneAsync(NewPath, new() { ["Words"] = "我全程参加了" });
            return await IdAsync();
        }

        public Task<Guid> IdAsync() =>
            Committee.InDbAsync(db =>
                db.Set<Objection>().OrderByDescending(row => row.RaisedAt).Select(row => row.Id).FirstAsync()
            );

        public Task TakeBackAsync() =>
            Committee.DoAsync(async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                services
                    .GetRequiredService<Ledger>()
                    .Retract(await db.Facts.SingleAsync(fact => fact.Id == Line), "签到表核对有误", new DateOnly(2023, 5, 1));
                await db.SaveChangesAsync();
            });
    }
}
