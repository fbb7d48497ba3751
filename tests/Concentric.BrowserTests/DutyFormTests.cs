using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>
/// The form of a duty renews its parts from the server while it is filled in: nothing that was typed is lost, nothing is kept before
/// the button that keeps it, and without a script the same buttons do the same.
/// </summary>
public sealed class DutyFormTests(DemoSite site)
{
    private const string New = "/office/appraisal/duties/new";
    private const string Title = "关于增设社区托育点的提案";
    private const string Members = ".duty-members > li";
    private const string Found = ".duty-found button";

    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1440, "en")]
    public async Task Fields_and_members_come_without_leaving_the_page(int width, string language)
    {
        var office = await site.OpenAsync("office", width, language);
        await office.GoAsync(New);
        var (page, loads) = (office.Page, 0);
        page.Load += (_, _) => loads++;
        (await page.Locator("[data-without-script]").CountAsync()).ShouldBe(0);

        await page.FillAsync("[name='Input.Title']", $"{Title} {width}");
        await page.FillAsync("[name='Input.OccurredOn']", "2023-11-20");
        await page.SelectOptionAsync("[name='Input.Office']", "proposals");
        await page.SelectOptionAsync("[name='Input.Kind']", "duty.proposal");
        await page.SelectOptionAsync("[name='Input.Step']", "filed");
        await AddAsync(page, "张", 1);
        await AddAsync(page, "李", 2);
        // The parts of two authors are asked for; what the first fields say is still there.
        (await page.Locator($"{Members} select[name$=Part]").CountAsync()).ShouldBe(2);
        (await page.InputValueAsync("[name='Input.Title']")).ShouldBe($"{Title} {width}");
        (await page.InputValueAsync("[name='Input.Step']")).ShouldBe("filed");
        (await office.ComplaintsAsync()).ShouldBeEmpty();
        await page.Locator($"{Members} button").Last.ClickAsync();
        await Assertions.Expect(page.Locator(Members)).ToHaveCountAsync(1);
        loads.ShouldBe(0);

        await page.SelectOptionAsync($"{Members} select[name$=Part]", "Sole");
        await page.Locator("main form .form-actions button").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith(New, StringComparison.Ordinal));
        (await page.InnerTextAsync("h1")).ShouldBe($"{Title} {width}");
        (await office.ComplaintsAsync()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Return_in_the_search_finds_and_keeps_nothing()
    {
        var office = await site.OpenAsync("office", 390);
        await office.GoAsync(New);
        var page = office.Page;
        await page.FillAsync("#find", "王");
        await page.PressAsync("#find", "Enter");
        await Assertions.Expect(page.Locator(Found).First).ToBeVisibleAsync();
        (await page.Locator(".error-summary").CountAsync()).ShouldBe(0);
        await page.Locator(Found).First.ClickAsync();
        await Assertions.Expect(page.Locator(Members)).ToHaveCountAsync(1);
        // The next name can be typed at once.
        await Assertions.Expect(page.Locator("#find")).ToBeFocusedAsync();
        (await page.InputValueAsync("#find")).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_server_finds_wrong_keeps_all_that_was_typed()
    {
        var office = await site.OpenAsync("office", 390);
        await office.GoAsync(New);
        var page = office.Page;
        await page.SelectOptionAsync("[name='Input.Kind']", "duty.honour");
        await AddAsync(page, "赵", 1);
        await page.Locator("main form .form-actions button").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        (await page.Locator(Members).CountAsync()).ShouldBe(1);
        (await page.InputValueAsync("[name='Input.Kind']")).ShouldBe("duty.honour");
        (await office.ComplaintsAsync()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_the_same_buttons_do_the_same()
    {
        await using var context = await site.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        var office = new Reader(page, $"{site.Address}/suzhou");
        await office.SignInAsync("office", site.Password);
        await office.GoAsync(New);
        await page.FillAsync("[name='Input.Title']", Title + "（无脚本）");
        await page.FillAsync("[name='Input.OccurredOn']", "2023-11-21");
        await page.SelectOptionAsync("[name='Input.Office']", "member-liaison");
        await page.SelectOptionAsync("[name='Input.Kind']", "duty.honour");
        await page.ClickAsync("[data-without-script]");
        await page.SelectOptionAsync("[name='Input.Step']", "county");
        await page.FillAsync("#find", "周");
        await page.ClickAsync("button[value=find]");
        await page.Locator(Found).First.ClickAsync();
        (await page.Locator(Members).CountAsync()).ShouldBe(1);
        await page.Locator("main form .form-actions button").ClickAsync();
        (await page.InnerTextAsync("h1")).ShouldBe(Title + "（无脚本）");
    }

    private static async Task AddAsync(IPage page, string name, int expected)
    {
        await page.FillAsync("#find", name);
        await page.Locator(Found, new() { HasText = name }).First.ClickAsync();
        await Assertions.Expect(page.Locator(Members)).ToHaveCountAsync(expected);
    }
}
