using System.Net;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform;

/// <summary>A real installation begins with a command, and everything after it is done in the browser by three administrators.</summary>
public sealed class CommitteeFoundingTests(Installation installation)
{
    private const string Password = "correct horse battery staple 7";

    private CommitteeFounding Founding => installation.Services.GetRequiredService<CommitteeFounding>();

    [Fact]
    public async Task A_new_committee_has_three_administrators_who_set_their_own_passwords_and_share_the_work()
    {
        var committee = New("f" + Guid.CreateVersion7().ToString("N")[14..]);
        var links = await Founding.FoundAsync(committee);
        links.Select(link => link.Account).ShouldBe(["system", "security", "audit"]);
        var world = new TestCommittee(installation, committee);

        var system = await EnterAsync(world, links[0]);
        (await system.GetAsync("/office/accounts/new")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await system.GetAsync("/office/audit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StepsAsync(system)).ShouldBe(["/office/settings", "/office/accounts/new"]);
        (await StepsAsync(await EnterAsync(world, links[1]))).ShouldBeEmpty();
        var audit = await EnterAsync(world, links[2]);
        (await (await audit.GetAsync("/office/audit")).Content.ReadAsStringAsync()).ShouldContain("建立委员会（命令行）");
        (await audit.GetAsync("/office/accounts/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_desk_names_what_a_new_committee_still_has_to_prepare_until_it_is_done()
    {
        var committee = New("f" + Guid.CreateVersion7().ToString("N")[14..]);
        await Founding.FoundAsync(committee);
        var world = new TestCommittee(installation, committee);
        var secretary = await world.SignInAsync("secretary-general");
        (await StepsAsync(secretary)).ShouldBe(
            ["/office/appraisal/sheets", "/office/consultation/places/import", "/office/members/import", "/office/columns"],
            ignoreOrder: true
        );
        await secretary.SubmitAsync("/office/columns", [], "form[action*=Usual]");
        (await StepsAsync(secretary)).ShouldNotContain("/office/columns");
        (await world.Anonymous().GetPageAsync("/")).QuerySelector("main a[href$='/matters/new']").ShouldBeNull();
        (await world.Anonymous().GetPageAsync("/matters/new")).QuerySelector("a[href*='/matters/new/what']").ShouldBeNull();
    }

    [Theory]
    [InlineData("Suzhou", "CommitteeSlugWrong")]
    [InlineData("a", "CommitteeSlugWrong")]
    [InlineData("-county", "CommitteeSlugWrong")]
    [InlineData("county/office", "CommitteeSlugWrong")]
    [InlineData("committees", "CommitteeSlugTaken")]
    [InlineData("health", "CommitteeSlugTaken")]
    public async Task An_address_that_cannot_be_a_committees_is_refused_and_nothing_is_stored(string slug, string code)
    {
        (await Founding.WhyNotAsync(slug)).ShouldNotBeNull().Code.ShouldBe(code);
        await Should.ThrowAsync<RefusedException>(() => Founding.FoundAsync(New(slug)));
        await using var scope = installation.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<AppDb>().Committees.AnyAsync(row => row.Slug == slug)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_committee_that_is_there_is_not_made_twice()
    {
        var there = await TestCommittee.CreateAsync(installation);
        (await Founding.WhyNotAsync(there.Committee.Slug)).ShouldNotBeNull().Code.ShouldBe("CommitteeSlugTaken");
    }

    [Fact]
    public async Task Who_lost_the_link_or_the_password_gets_a_new_one_and_the_old_link_ends()
    {
        var committee = New("f" + Guid.CreateVersion7().ToString("N")[14..]);
        var lost = (await Founding.FoundAsync(committee))[1];
        var world = new TestCommittee(installation, committee);
        var fresh = (await Founding.InviteAgainAsync(committee, "Security")).ShouldNotBeNull();
        (await (await world.Anonymous().GetAsync(Within(world, lost))).Content.ReadAsStringAsync()).ShouldNotContain(
            "type=\"password\""
        );
        await EnterAsync(world, fresh);
        (await Founding.InviteAgainAsync(committee, "nobody")).ShouldBeNull();
    }

    [Fact]
    public async Task Where_there_are_more_committees_than_one_the_root_leads_to_their_list()
    {
        var one = await TestCommittee.CreateAsync(installation);
        await TestCommittee.CreateAsync(installation);
        var anybody = one.Anonymous();
        var root = await anybody.Client.GetAsync(new Uri("/", UriKind.Relative));
        root.Headers.Location!.ToString().ShouldBe("/committees");
        var list = await anybody.Client.GetStringAsync(
            new Uri("/committees?q=" + Uri.EscapeDataString(one.Committee.Name), UriKind.Relative)
        );
        list.ShouldContain(one.Committee.Name);
        list = await anybody.Client.GetStringAsync(new Uri("/committees?q=nothing-of-the-kind", UriKind.Relative));
        list.ShouldContain("href=\"/committees\"");
        (await anybody.GetAsync("/committees")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Visitor> EnterAsync(TestCommittee world, InvitationLink link)
    {
        var visitor = world.Anonymous();
        var answer = await visitor.SubmitAsync(Within(world, link), new() { ["Password"] = Password, ["Again"] = Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(world.Path + "/office");
        return visitor;
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(Visitor visitor) =>
        [
            .. (await visitor.GetPageAsync("/office"))
                .QuerySelectorAll("section[aria-labelledby=first-steps] li a")
                .Select(link => link.GetAttribute("href")![visitor.Base.Length..]),
        ];

    private static string Within(TestCommittee world, InvitationLink link) => link.Path[world.Path.Length..];

    private static Committee New(string slug) =>
        new()
        {
            Slug = slug,
            Name = "政协新设县委员会",
            ShortName = "新设县政协",
            EnglishName = "New County Committee",
        };
}
