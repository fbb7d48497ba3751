using System.Globalization;
using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>The point of a place is set by a click, with the arrow keys, or typed; without script it is typed.</summary>
public sealed class PlacePositionTests(DemoSite site)
{
    private const string Place = "/office/consultation/places/xiaobacun/edit";

    [Fact]
    public async Task A_click_sets_the_point_the_arrow_keys_move_it_and_typed_numbers_move_the_mark()
    {
        var office = await site.OpenAsync("office", 1440);
        var page = office.Page;
        await office.GoAsync(Place);
        var (north, east) = (page.Locator("[name='Input.Latitude']"), page.Locator("[name='Input.Longitude']"));
        var map = page.Locator("[data-position-map] svg");
        var box = (await map.BoundingBoxAsync())!;
        await map.ClickAsync(
            new()
            {
                Position = new() { X = box.Width / 4, Y = box.Height / 4 },
            }
        );
        var (first, left) = (await NumberAsync(north), await NumberAsync(east));
        await map.ClickAsync(
            new()
            {
                Position = new() { X = box.Width * 3 / 4, Y = box.Height * 3 / 4 },
            }
        );
        (await NumberAsync(north)).ShouldBeLessThan(first, "South is below.");
        (await NumberAsync(east)).ShouldBeGreaterThan(left, "East is to the right.");

        var before = await NumberAsync(north);
        await map.FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        (await NumberAsync(north)).ShouldBeGreaterThan(before);
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync(await north.InputValueAsync());

        var mark = await page.Locator("[data-mark]").GetAttributeAsync("transform");
        await north.FillAsync((before - 0.001m).ToString(CultureInfo.InvariantCulture));
        (await page.Locator("[data-mark]").GetAttributeAsync("transform")).ShouldNotBe(mark);
        await page.ClickAsync("main form[method=post] button[type=submit]");
        await office.GoAsync(Place);
        (await NumberAsync(north)).ShouldBe(before - 0.001m);
        (await office.ComplaintsAsync()).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task<decimal> NumberAsync(ILocator field) =>
        decimal.Parse(await field.InputValueAsync(), CultureInfo.InvariantCulture);
}
