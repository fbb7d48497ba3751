using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Members;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Members;

/// <summary>Members get their accounts by slips that are printed once.</summary>
public sealed class InvitationPagesTests(Installation installation)
{
    [Fact]
    public async Task All_that_a_filter_lets_through_are_invited_and_the_slips_address_leads_to_a_password()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟", sector: "education");
        await committee.EnrolAsync("章薇", sector: "education");
        await committee.EnrolAsync("李娜", sector: "agriculture");
        var office = await committee.SignInAsync("office-staff");
        var slips = await RegisterPagesTests.AnsweredAsync(
            await office.SubmitAsync("/office/members/invitations?all=true&f.sector=education", [])
        );
        var shown = slips.QuerySelectorAll(".slip").Select(slip => slip.TextContent).ToList();
        shown.Count.ShouldBe(2);
        slips.QuerySelectorAll(".slip svg").Length.ShouldBe(2);
        var accounts = await committee.InDbAsync(db =>
            db.Accounts.Where(account => account.PersonId != null).Select(account => account.UserName).Order().ToListAsync()
        );
        accounts.ShouldBe(["zhangwei", "zhangwei2"]);

        var address = slips.QuerySelector(".slip .slip-address")!.TextContent.Trim();
        var visitor = committee.Anonymous();
        var page = await visitor.GetPageAsync(new Uri(address).AbsolutePath[committee.Path.Length..]);
        page.QuerySelector("input[type=password]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Inviting_again_ends_the_first_slip_and_leaves_those_alone_who_sign_in_already()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.EnrolAsync("张伟");
        await committee.EnrolAsync("李娜");
        var person = await committee.InDbAsync(db =>
            db.Set<Person>().Where(row => row.Name == "李娜").Select(row => row.Id).SingleAsync()
        );
        await committee.SignInAsync(person, "member");
        var office = await committee.SignInAsync("office-staff");
        var first = await InviteAllAsync(office);
        var second = await InviteAllAsync(office);
        second.ShouldHaveSingleItem().ShouldNotBe(first.ShouldHaveSingleItem());
        (await committee.InDbAsync(db => db.Set<Invitation>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_in_use_without_an_address_takes_the_one_in_the_register()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var member = await MemberAsync(committee, new PersonDetails { Name = "李娜", Email = "lina@example.org" });
        var office = await committee.SignInAsync("office-staff");
        var asked = await office.GetPageAsync("/office/members/invitations?all=true");
        asked.QuerySelector("main")!.TextContent.ShouldContain("1 个在用的账号没有邮箱");
        var answer = await office.SubmitAsync("/office/members/invitations?all=true", []);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EmailAsync(committee, member)).ShouldBe("lina@example.org");
        (await committee.InDbAsync(db => db.Set<Invitation>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_corrects_an_address_in_the_register_corrects_the_account()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var member = await MemberAsync(committee, new PersonDetails { Name = "李娜" });
        var person = await committee.InDbAsync(db =>
            db.Accounts.Where(row => row.Id == member.AccountId).Select(row => row.PersonId).SingleAsync()
        );
        var office = await committee.SignInAsync("office-staff");
        async Task SaveAsync(string address) =>
            (await office.SubmitAsync($"/office/members/{person}/edit", new() { ["Input.Email"] = address })).StatusCode.ShouldBe(
                HttpStatusCode.Redirect
            );
        await SaveAsync("lina@example.org");
        (await EmailAsync(committee, member)).ShouldBe("lina@example.org");
        await SaveAsync("lina@example.net");
        (await EmailAsync(committee, member)).ShouldBe("lina@example.net");

        await member.SubmitAsync("/account", new() { ["Email"] = "nana@example.com" }, "form[action*=Email]");
        await SaveAsync("");
        (await EmailAsync(committee, member)).ShouldBe("nana@example.com");
    }

    private static async Task<Visitor> MemberAsync(TestCommittee committee, PersonDetails details)
    {
        await committee.EnrolAsync(details, MembersWorld.Seat());
        var person = await committee.InDbAsync(db =>
            db.Set<Person>().Where(row => row.Name == details.Name).Select(row => row.Id).SingleAsync()
        );
        return await committee.SignInAsync(person, "member");
    }

    private static Task<string?> EmailAsync(TestCommittee committee, Visitor member) =>
        committee.InDbAsync(db => db.Accounts.Where(row => row.Id == member.AccountId).Select(row => row.Email).SingleAsync());

    [Fact]
    public async Task Those_ticked_in_the_list_are_asked_about_before_anything_happens()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seat = await committee.EnrolAsync("张伟");
        await committee.EnrolAsync("李娜");
        var office = await committee.SignInAsync("office-staff");
        var list = await office.GetPageAsync("/office/members");
        var form = (IHtmlFormElement)list.QuerySelector("form:has(input[name=ids])")!;
        form.SetAttribute("action", committee.Path + "/office/members?handler=Invite");
        var answer = await office.SendAsync("/office/members", form, new() { ["ids"] = seat.ToString() });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var asked = await office.GetPageAsync(answer.Headers.Location!.OriginalString[committee.Path.Length..]);
        asked.QuerySelector("main table")!.TextContent.ShouldContain("张伟");
        asked.QuerySelector("main table")!.TextContent.ShouldNotContain("李娜");
        (await committee.InDbAsync(db => db.Set<Invitation>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_may_not_invite_does_not_find_the_page()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var chair = await committee.SignInAsync("chairpersons-meeting");
        (await chair.GetAsync("/office/members/invitations?all=true")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<List<string>> InviteAllAsync(Visitor office)
    {
        var slips = await RegisterPagesTests.AnsweredAsync(await office.SubmitAsync("/office/members/invitations?all=true", []));
        return [.. slips.QuerySelectorAll(".slip .slip-address").Select(address => address.TextContent)];
    }
}
