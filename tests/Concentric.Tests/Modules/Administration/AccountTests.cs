using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Administration;

public sealed class AccountTests(Installation installation)
{
    [Theory]
    [InlineData("/office/accounts")]
    [InlineData("/office/accounts/new")]
    [InlineData("/office/audit")]
    [InlineData("/office/settings")]
    public async Task What_is_not_for_the_office_staff_is_not_found(string path)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        (await staff.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await committee.Anonymous().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_account_is_made_invited_given_a_role_and_signs_in()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var system = await committee.SignInAsync("system-administrator");
        var security = await committee.SignInAsync("security-administrator");
        var made = await system.SubmitAsync(
            "/office/accounts/new",
            new() { ["Input.UserName"] = "lanlan", ["Input.DisplayName"] = "林岚" }
        );
        var path = made.Headers.Location!.ToString()[committee.Path.Length..];
        (await system.SubmitAsync(path, [], "form[action*=Invite]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await system.GetPageAsync(path)).QuerySelector("code")!.TextContent;
        await security.SubmitAsync(
            path,
            new() { ["Chosen"] = "office-staff", ["Why"] = "办公室工作人员" },
            "form[action*=Roles]"
        );

        var newcomer = committee.Anonymous();
        var invitation = link[(link.IndexOf(committee.Path, StringComparison.Ordinal) + committee.Path.Length)..];
        (
            await (
                await newcomer.SubmitAsync(invitation, new() { ["Password"] = "1234567890", ["Again"] = "1234567890" })
            ).Content.ReadAsStringAsync()
        ).ShouldContain("太常见");
        (
            await newcomer.SubmitAsync(invitation, new() { ["Password"] = "jade river 2023", ["Again"] = "jade river 2023" })
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await newcomer.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await committee.Anonymous().GetPageAsync(invitation)).Body!.TextContent.ShouldContain("已经用过");
        var audit = await committee.SignInAsync("audit-administrator");
        (await audit.GetPageAsync("/office/audit")).QuerySelector("main")!.TextContent.ShouldContain("提交：邀请");
    }

    [Fact]
    public async Task A_role_is_held_for_one_office_or_for_the_whole_committee()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var security = await committee.SignInAsync("security-administrator");
        var staff = await committee.SignInAsync("office-staff");
        var path = $"/office/accounts/{staff.AccountId}";
        Task<List<string?>> ScopesAsync() =>
            committee.InDbAsync(db =>
                db.Set<AccountRole>().Where(role => role.AccountId == staff.AccountId).Select(role => role.Scope).ToListAsync()
            );

        await security.SubmitAsync(path, new() { ["Office"] = "proposals", ["Why"] = "提案委工作人员" }, "form[action*=Roles]");
        (await ScopesAsync()).ShouldBe(["proposals"]);
        (await security.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("委室工作人员（提案委员会）");
        var unknown = await security.SubmitAsync(path, new() { ["Office"] = "nowhere", ["Why"] = "试" }, "form[action*=Roles]");
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("没有这个委室");
        await security.SubmitAsync(path, new() { ["Office"] = "", ["Why"] = "调回办公室" }, "form[action*=Roles]");
        (await ScopesAsync()).ShouldBe([null]);
    }

    [Fact]
    public async Task An_endless_reason_and_half_an_address_are_refused_in_the_readers_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        var path = $"/office/accounts/{staff.AccountId}";
        var tooLong = new Dictionary<string, string> { ["Why"] = new('长', 201) };
        var system = await committee.SignInAsync("system-administrator");
        var security = await committee.SignInAsync("security-administrator");
        foreach (var (visitor, form) in new[] { (system, "form[action*=Disable]"), (security, "form[action*=Roles]") })
            (await (await visitor.SubmitAsync(path, tooLong, form)).Content.ReadAsStringAsync()).ShouldContain(
                "最多 200 个字，现在有 201 个"
            );
        var half = await system.SubmitAsync(
            "/office/accounts/new",
            new()
            {
                ["Input.UserName"] = "lanlan",
                ["Input.DisplayName"] = "林岚",
                ["Input.Email"] = "lanlan",
            }
        );
        (await half.Content.ReadAsStringAsync()).ShouldContain("邮箱地址不完整");
    }

    [Fact]
    public async Task Each_question_of_an_account_has_a_label_of_its_own()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        var page = await (await committee.SignInAsync("system-administrator")).GetPageAsync(
            $"/office/accounts/{staff.AccountId}"
        );
        foreach (var input in page.QuerySelectorAll("main input:not([type=hidden])"))
            page.QuerySelector($"label[for='{input.Id}']").ShouldNotBeNull(input.Id);
    }

    [Fact]
    public async Task The_three_administrators_never_meet_in_one_account()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var security = await committee.SignInAsync("security-administrator");
        var other = await committee.SignInAsync("system-administrator");
        var path = $"/office/accounts/{other.AccountId}";
        var form = (IHtmlFormElement)(await security.GetPageAsync(path)).QuerySelector("form[action*=Roles]")!;
        foreach (var box in form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]"))
            box.IsChecked = box.Value is "system-administrator" or "audit-administrator";
        var answer = await security.SendAsync(path, form, new() { ["Why"] = "人手不够" });
        (await answer.Content.ReadAsStringAsync()).ShouldContain("三员分立");
        (await committee.InDbAsync(db => db.Set<AccountRole>().CountAsync(role => role.AccountId == other.AccountId))).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task Who_alone_can_act_as_an_administrator_is_neither_disabled_nor_loses_the_role()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var system = await committee.SignInAsync("system-administrator");
        var security = await committee.SignInAsync("security-administrator");
        var audit = await committee.SignInAsync("audit-administrator");
        var path = $"/office/accounts/{audit.AccountId}";
        var page = await security.GetPageAsync(path);
        var roles = (IHtmlFormElement)page.QuerySelector("form[action*=Roles]")!;
        page.QuerySelector("main")!.TextContent.ShouldContain("这是唯一能用的“审计管理员”账号");
        var staff = await committee.SignInAsync("office-staff");
        var disable = (IHtmlFormElement)
            (await system.GetPageAsync($"/office/accounts/{staff.AccountId}")).QuerySelector("form[action*=Disable]")!;
        (await system.GetPageAsync(path)).QuerySelector("form[action*=Disable]").ShouldBeNull();

        disable.SetAttribute("action", $"{committee.Path}{path}?handler=Disable");
        var forced = await system.SendAsync(path, disable, new() { ["Why"] = "离任" });
        (await forced.Content.ReadAsStringAsync()).ShouldContain("不能停用；请先让另一个账号担任");
        foreach (var box in roles.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]"))
            box.IsChecked = box.Value == "member";
        var lost = await security.SendAsync(path, roles, new() { ["Why"] = "离任" });
        (await lost.Content.ReadAsStringAsync()).ShouldContain("不能取消这个角色");
        (await audit.GetAsync("/office/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);

        // One that was invited and never signed in cannot act yet; one that can sets the first one free.
        await committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var invited = new Account
            {
                UserName = "newcomer",
                NormalizedUserName = "NEWCOMER",
                DisplayName = "新人",
            };
            invited.Roles.Add(new AccountRole { Role = "audit-administrator" });
            db.Accounts.Add(invited);
            await db.SaveChangesAsync();
        });
        (await system.GetPageAsync(path)).QuerySelector("form[action*=Disable]").ShouldBeNull();
        await committee.SignInAsync("audit-administrator");
        (await system.SubmitAsync(path, new() { ["Why"] = "离任" }, "form[action*=Disable]")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await audit.GetAsync("/office/audit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_account_that_may_do_nothing_yet_waits_for_the_security_administrator()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var security = await committee.SignInAsync("security-administrator");
        (await security.GetPageAsync("/office")).QuerySelector("main")!.TextContent.ShouldNotContain("还没有角色的账号");
        var newcomer = await committee.SignInAsync();
        var desk = await security.GetPageAsync("/office");
        var waiting = desk.QuerySelectorAll("main a").Single(link => link.TextContent.Contains("还没有角色的账号"));
        var list = (await security.GetPageAsync(waiting.GetAttribute("href")![committee.Path.Length..])).QuerySelector(
            "main tbody"
        )!;
        list.TextContent.ShouldContain(newcomer.UserName);
        list.TextContent.ShouldNotContain(security.UserName);
        var account = await security.GetPageAsync($"/office/accounts/{newcomer.AccountId}");
        account.QuerySelector("main")!.TextContent.ShouldContain("还没有可选的：请办公室先建立");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_at_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var here = await committee.SignInAsync("office-staff");
        var elsewhere = committee.Anonymous();
        await elsewhere.SubmitAsync(
            "/sign-in",
            new() { ["Input.UserName"] = here.UserName, ["Input.Password"] = TestCommittee.Password }
        );
        (await elsewhere.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await here.SubmitAsync("/account", [], "form[action*=Everywhere]");
        (await elsewhere.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Everybody_says_where_mail_for_them_goes()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        Task<HttpResponseMessage> SaveAsync(string address) =>
            staff.SubmitAsync("/account", new() { ["Email"] = address }, "form[action*=Email]");
        Task<string?> EmailAsync() =>
            committee.InDbAsync(db => db.Accounts.Where(row => row.Id == staff.AccountId).Select(row => row.Email).SingleAsync());

        (await SaveAsync("lin@example.org")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await EmailAsync()).ShouldBe("lin@example.org");
        var page = await staff.GetPageAsync("/account");
        page.QuerySelector<IHtmlInputElement>("#Email")!.Value.ShouldBe("lin@example.org");
        (
            await committee.InDbAsync(db => db.AuditEntries.AnyAsync(row => row.Changes!.Contains("lin@example.org")))
        ).ShouldBeTrue();

        foreach (var wrong in new[] { "lin", "lin@", "林岚 <lin@example.org>", "a@example.org, b@example.org" })
        {
            var again = await Visitor.ParseAsync(await (await SaveAsync(wrong)).Content.ReadAsStringAsync());
            again.QuerySelector("#Email")!.GetAttribute("aria-invalid").ShouldBe("true", wrong);
            again.QuerySelector<IHtmlInputElement>("#Email")!.Value.ShouldBe(wrong);
        }

        (await EmailAsync()).ShouldBe("lin@example.org");
        await SaveAsync("");
        (await EmailAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        var stranger = committee.Anonymous();
        for (var guess = 0; guess < 5; guess++)
            await stranger.SubmitAsync(
                "/sign-in",
                new() { ["Input.UserName"] = staff.UserName, ["Input.Password"] = "guess " + guess }
            );
        var answer = await stranger.SubmitAsync(
            "/sign-in",
            new() { ["Input.UserName"] = staff.UserName, ["Input.Password"] = TestCommittee.Password }
        );
        (await answer.Content.ReadAsStringAsync()).ShouldContain("锁定");
    }

    [Fact]
    public async Task A_stale_settings_form_shows_both_versions_and_keeps_what_was_typed()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var first = await committee.SignInAsync("system-administrator");
        var second = await committee.SignInAsync("system-administrator");
        var form = (IHtmlFormElement)(await second.GetPageAsync("/office/settings")).QuerySelector("main form[method=post]")!;
        await first.SubmitAsync("/office/settings", new() { ["Input.Motto"] = "活力政协" });
        var answer = await second.SendAsync("/office/settings", form, new() { ["Input.Motto"] = "履职先锋" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector(".plain-table")!.TextContent.ShouldContain("活力政协");
        page.QuerySelector<IHtmlInputElement>("[name='Input.Motto']")!.Value.ShouldBe("履职先锋");
    }

    [Fact]
    public async Task The_audit_trail_tells_who_did_what_and_why_and_hides_secrets()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var system = await committee.SignInAsync("system-administrator");
        var target = await committee.SignInAsync("member");
        await system.SubmitAsync(
            $"/office/accounts/{target.AccountId}",
            new() { ["Why"] = "本人已离任" },
            "form[action*=Disable]"
        );
        var audit = await committee.SignInAsync("audit-administrator");
        var text = (await audit.GetPageAsync("/office/audit")).QuerySelector("main")!.TextContent;
        text.ShouldContain("本人已离任");
        text.ShouldContain($"账号“{target.UserName}”：");
        text.ShouldContain("登录凭据 … → …");
        var disabledAt = await committee.InDbAsync(db =>
            db.Accounts.Where(row => row.Id == target.AccountId).Select(row => row.DisabledAt).SingleAsync()
        );
        var inShanghai = disabledAt!.Value.ToOffset(TimeSpan.FromHours(8));
        text.ShouldContain($"停用时间 ∅ → {inShanghai:yyyy-MM-dd HH:mm}");
        text.ShouldContain("提交：账号 · 停用");
        text.ShouldNotContain("{");
    }
}
