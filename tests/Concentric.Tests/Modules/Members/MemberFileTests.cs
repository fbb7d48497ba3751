using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Concentric.Modules.Members;
using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Messages;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Members;

/// <summary>Contacts and sensitive data are masked; every look behind the mask is written down and shown to the member.</summary>
public sealed class MemberFileTests(Installation installation)
{
    private const string Contacts = "form:has(input[name=fields][value=contacts])";
    private const string Sensitive = "form:has(input[name=fields][value=sensitive])";

    [Fact]
    public async Task A_phone_number_is_masked_until_somebody_who_may_asks_for_it_and_that_is_logged()
    {
        var (committee, person) = await WithZhangAsync();
        var office = await committee.SignInAsync("office-staff");
        var path = $"/office/members/{person}";
        var masked = (await office.GetPageAsync(path)).QuerySelector("main")!;
        masked.TextContent.ShouldContain("138****1234");
        masked.InnerHtml.ShouldNotContain("13800001234");
        (await LooksAsync(committee)).ShouldBeEmpty();

        var answer = await office.SubmitAsync(path, [], Contacts);
        var open = await RegisterPagesTests.AnsweredAsync(answer);
        open.QuerySelector("main")!.TextContent.ShouldContain("13800001234");
        open.QuerySelector("main")!.TextContent.ShouldNotContain("裕固族");
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        var look = (await LooksAsync(committee)).ShouldHaveSingleItem();
        (look.PersonId, look.ViewerName, look.Fields).ShouldBe((person, office.UserName, "contacts"));
        (await office.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain(office.UserName);
    }

    [Fact]
    public async Task Party_and_ethnicity_are_for_those_whose_role_allows_it()
    {
        var (committee, person) = await WithZhangAsync();
        var path = $"/office/members/{person}";
        var office = await committee.SignInAsync("office-staff");
        (await office.GetPageAsync(path)).QuerySelector(Sensitive).ShouldBeNull();
        var form = (IHtmlFormElement)(await office.GetPageAsync(path)).QuerySelector(Contacts)!;
        (await office.SendAsync(path, form, new() { ["fields"] = "sensitive" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await LooksAsync(committee)).ShouldBeEmpty();

        var secretary = await committee.SignInAsync("secretary-general");
        var open = await RegisterPagesTests.AnsweredAsync(await secretary.SubmitAsync(path, [], Sensitive));
        open.QuerySelector("main")!.TextContent.ShouldContain("裕固族");
        (await LooksAsync(committee)).ShouldHaveSingleItem().Fields.ShouldBe("party,ethnicity");
    }

    [Fact]
    public async Task Who_edits_without_seeing_sensitive_data_leaves_it_as_it_is()
    {
        var (committee, person) = await WithZhangAsync();
        var office = await committee.SignInAsync("office-staff");
        await office.DoneAsync(
            $"/office/members/{person}/edit",
            new()
            {
                ["Input.Post"] = "副校长",
                ["Input.Ethnicity"] = "汉族",
                ["Input.Party"] = "none",
            }
        );
        var kept = await committee.InDbAsync(db => db.Set<Person>().SingleAsync());
        (kept.Post, kept.Ethnicity, kept.Party).ShouldBe(("副校长", "裕固族", "communist-party"));
    }

    [Fact]
    public async Task The_members_own_file_is_open_to_them_and_says_who_looked()
    {
        var (committee, person) = await WithZhangAsync();
        var office = await committee.SignInAsync("office-staff");
        await office.SubmitAsync($"/office/members/{person}", [], Contacts);
        var member = await committee.SignInAsync(person, "member");
        var mine = (await member.GetPageAsync("/my/file")).QuerySelector("main")!.TextContent;
        mine.ShouldContain("13800001234");
        mine.ShouldContain("裕固族");
        mine.ShouldContain(office.UserName);
        (await LooksAsync(committee)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_member_takes_the_own_data_along()
    {
        var (committee, person) = await WithZhangAsync();
        var member = await committee.SignInAsync(person, "member");
        using var data = JsonDocument.Parse(
            await (await member.GetAsync("/my/file/data?format=json")).Content.ReadAsStringAsync()
        );
        data.RootElement.GetProperty("person").GetProperty("name").GetString().ShouldBe("张伟");
        data.RootElement.GetProperty("person").GetProperty("phone").GetString().ShouldBe("13800001234");
        (await member.GetAsync("/my/file/data?format=xlsx")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var nobody = await committee.SignInAsync("member");
        (await nobody.GetAsync("/my/file/data")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_asks_for_a_correction_and_is_told_the_answer()
    {
        var (committee, person) = await WithZhangAsync();
        var member = await committee.SignInAsync(person, "member");
        (await member.SubmitAsync("/my/file", new() { ["Text"] = "" }, "#correction form")).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await member.DoneAsync("/my/file", new() { ["Text"] = "我已调任第二中学" }, "#correction form");

        var office = await committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"/office/members/{person}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("我已调任第二中学");
        await office.DoneAsync("/office/members/corrections", new() { ["Answer"] = "已更正" });

        (await member.GetPageAsync("/my/file")).QuerySelector("#correction")!.TextContent.ShouldContain("已更正");
        var told = await committee.InDbAsync(db =>
            db.Set<Message>().SingleAsync(message => message.AccountId == member.AccountId)
        );
        (told.Kind, told.Path).ShouldBe(("members.correction-answered", "/my/file"));
        told.Body.ShouldContain("已更正");
        (await committee.InDbAsync(db => db.Set<CorrectionRequest>().SingleAsync())).AnsweredBy.ShouldBe(office.UserName);
    }

    private async Task<(TestCommittee Committee, Guid Person)> WithZhangAsync()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync(
            new PersonDetails
            {
                Name = "张伟",
                Unit = "第一中学",
                Phone = "138 0000 1234",
                Party = "communist-party",
                Ethnicity = "裕固族",
            },
            MembersWorld.Seat()
        );
        return (committee, await RegisterPagesTests.PersonAsync(committee));
    }

    private static Task<List<FieldLook>> LooksAsync(TestCommittee committee) =>
        committee.InDbAsync(db => db.Set<FieldLook>().ToListAsync());
}
