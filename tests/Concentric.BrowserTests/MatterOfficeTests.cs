using System.Text;
using System.Text.RegularExpressions;
using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>Matters in the office: the board, and the page of every act that a state allows.</summary>
public sealed partial class MatterOfficeTests(DemoSite site)
{
    private const string Matters = "/office/consultation/matters";
    private const string Board = Matters + "/board";

    [Fact]
    public async Task A_card_is_dragged_to_the_column_that_its_menu_leads_to()
    {
        var office = await site.OpenAsync("office", 1440);
        var page = office.Page;
        await office.GoAsync(Board);
        var card = page.Locator("[data-phase=Screening] [data-card]:has(button[data-to=Approval])").First;
        var title = (await card.Locator(".board-title").TextContentAsync())!;
        var address = (await card.Locator(".board-title").GetAttributeAsync("href"))!;
        await card.DragToAsync(page.Locator("[data-phase=Approval] h2"));
        await Assertions.Expect(page.Locator($"[data-phase=Screening] .board-title[href='{address}']")).ToHaveCountAsync(0);
        await page.GotoAsync(new Uri(new Uri(page.Url), address).ToString());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已受理");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_card_is_moved_by_keyboard_through_its_menu()
    {
        var office = await site.OpenAsync("office", 1440);
        var page = office.Page;
        await office.GoAsync(Board);
        var menu = page.Locator("[data-phase=Screening] .board-menu:has(button[data-to=Approval]) summary").First;
        var address = await page.Locator("[data-phase=Screening] [data-card]:has(button[data-to=Approval]) .board-title")
            .First.GetAttributeAsync("href");
        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var button = page.Locator("[data-phase=Screening] button[data-to=Approval]").First;
        while (!await button.EvaluateAsync<bool>("button => button === document.activeElement"))
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[data-phase=Screening] .board-title[href='{address}']")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_card_dropped_on_a_column_to_which_it_cannot_go_says_why_not()
    {
        var office = await site.OpenAsync("office", 1440);
        var page = office.Page;
        await office.GoAsync(Board);
        await page.Locator("[data-phase=Approval] [data-card]").First.DragToAsync(page.Locator("[data-phase=Handling] h2"));
        await Assertions.Expect(page.Locator("[data-board-told]")).ToContainTextAsync("报送之后才能交办。");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_poster_of_a_place_is_one_sheet_of_paper()
    {
        var office = await site.OpenAsync("office", 1440);
        await office.GoAsync("/office/consultation/places/xiaobacun/poster");
        await Assertions.Expect(office.Page.Locator("button[data-print]")).ToBeVisibleAsync();
        var sheets = Encoding.Latin1.GetString(await office.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        SheetMark.Count(sheets).ShouldBe(1);
        await office.Page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex SheetMark { get; }

    [Theory]
    [InlineData("office", 1440, "zh-CN")]
    [InlineData("office", 390, "en")]
    public async Task Every_act_that_a_state_allows_has_a_sound_page(string account, int width, string language)
    {
        var reader = await site.OpenAsync(account, width, language);
        var complaints = new List<string>();
        foreach (var path in new[] { Board, Matters + "/map", "/office/consultation/tasks" })
        {
            await reader.GoAsync(path);
            complaints.AddRange(await reader.ComplaintsAsync());
        }

        await reader.GoAsync(Matters);
        var states = await reader.Page.EvalOnSelectorAllAsync<string[]>(
            "[name='f.state'] option",
            "choices => choices.map(choice => choice.value).filter(value => value)"
        );
        states.Length.ShouldBeGreaterThan(15);
        foreach (var state in states)
        {
            await reader.GoAsync($"{Matters}?f.state={state}");
            var first = reader.Page.Locator($"table a[href*='{Matters}/']").First;
            if (await first.CountAsync() == 0)
                continue;
            await first.ClickAsync();
            await reader.Page.WaitForLoadStateAsync(LoadState.Load);
            complaints.AddRange(await reader.ComplaintsAsync());
            var acts = await reader.Page.EvalOnSelectorAllAsync<string[]>(
                "section:has(> #next) a.button",
                "links => links.map(link => link.href)"
            );
            foreach (var act in acts)
            {
                (await reader.Page.GotoAsync(act))!.Status.ShouldBe(200, act);
                complaints.AddRange(await reader.ComplaintsAsync());
            }
        }

        await reader.Page.Context.CloseAsync();
        complaints.Distinct().ShouldBeEmpty();
    }
}
