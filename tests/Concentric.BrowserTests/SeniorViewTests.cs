using Concentric.BrowserTests.World;
using Concentric.Platform.Web.Layouts;

namespace Concentric.BrowserTests;

/// <summary>长辈版 by the numbers of the public rules for elder-friendly sites: text from 18 to 30 px, lines 1.3, main targets 60 px.</summary>
public sealed class SeniorViewTests(DemoSite site)
{
    private const string TextSizes = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length > 0)
          .filter(e => !e.closest('.visually-hidden, .skip'))
          .map(e => [parseFloat(getComputedStyle(e).fontSize), parseFloat(getComputedStyle(e).lineHeight) || 99])
          .map(([size, line]) => [size, line / size])
        """;

    private async Task<Reader> OpenAsync(string look, int width)
    {
        var reader = await site.OpenAsync(width: width);
        await reader.Page.Context.AddCookiesAsync([
            new()
            {
                Name = Look.CookieName,
                Value = look,
                Url = site.Address,
            },
        ]);
        await reader.GoAsync("/sign-in");
        return reader;
    }

    [Theory]
    [InlineData("light.senior.normal", 18, 390)]
    [InlineData("dark.senior.normal", 18, 1440)]
    [InlineData("light.senior.larger", 26, 390)]
    public async Task Text_is_large_and_lines_are_apart(string look, int least, int width)
    {
        var reader = await OpenAsync(look, width);
        var texts = await reader.Page.EvaluateAsync<double[][]>(TextSizes);
        texts.Length.ShouldBeGreaterThan(5);
        texts.Min(text => text[0]).ShouldBeGreaterThanOrEqualTo(least);
        texts.Min(text => text[1]).ShouldBeGreaterThanOrEqualTo(1.29);
        (await reader.ComplaintsAsync()).ShouldBeEmpty();
        await reader.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Main_targets_are_sixty_pixels_high()
    {
        var reader = await OpenAsync("light.senior.normal", 390);
        var heights = await reader.Page.EvalOnSelectorAllAsync<double[]>(
            "main .button, main .input",
            "elements => elements.map(e => e.getBoundingClientRect().height)"
        );
        heights.Length.ShouldBeGreaterThanOrEqualTo(3);
        heights.Min().ShouldBeGreaterThanOrEqualTo(60);
        await reader.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_switch_stands_on_the_first_page_and_needs_no_script()
    {
        await using var context = await site.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{site.Address}/suzhou/sign-in");
        await page.ClickAsync("a[href*='view=senior']");
        (await page.GetAttributeAsync("html", "data-view")).ShouldBe("senior");
        page.Url.ShouldEndWith("/suzhou/sign-in");
    }
}
