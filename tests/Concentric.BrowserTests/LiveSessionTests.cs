using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>
/// A session is held with two browsers: the convener's, whose network goes away for a while, and the screen of the room. Nothing that the
/// convener wrote is lost, and the screen shows each change without being touched.
/// </summary>
public sealed class LiveSessionTests(DemoSite site)
{
    private const string Sessions = "/office/consultation/sessions";
    private const string Agreement = "form[action*='handler=Point']:has([value=Agreement])";
    private const string Dissent = "form[action*='handler=Point']:has([value=Dissent])";
    private const string Queue = "[data-live-queue] li";

    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1440, "en")]
    public async Task The_convener_goes_on_while_the_network_is_away_and_the_room_sees_it_when_it_is_back(
        int width,
        string language
    )
    {
        var convener = await site.OpenAsync("secretary", width, language);
        var page = convener.Page;
        await BeginAsync(convener);
        (await convener.ComplaintsAsync()).ShouldBeEmpty();
        var code = (await page.GetAttributeAsync("[data-live]", "data-live-events"))!.Split('/')[^2];
        var room = await site.OpenAsync(width: 1440, language: language);
        await room.GoAsync($"/screen/{code}");

        await page.ClickAsync("form[action*='handler=TakeUp'] button");
        await Assertions.Expect(room.Page.Locator(".screen-current h2")).Not.ToBeEmptyAsync();
        await page.ClickAsync("form[action*='handler=Speak'] button[value=Resident]");
        await Assertions.Expect(room.Page.Locator("[data-clock-time]")).ToContainTextAsync(":");
        (await room.ComplaintsAsync()).ShouldBeEmpty();

        await page.Context.SetOfflineAsync(true);
        await WriteAsync(page, Agreement, "先修主管，再修支管。");
        await WriteAsync(page, Dissent, "三户认为应当先修支管。");
        await Assertions.Expect(page.Locator(Queue)).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[data-live-network]")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(Queue)).ToHaveCountAsync(0, new() { Timeout = 15_000 });

        var points = room.Page.Locator(".screen-current li");
        await Assertions.Expect(points).ToHaveCountAsync(2);
        (await points.AllInnerTextsAsync()).ShouldBe(["先修主管，再修支管。", "三户认为应当先修支管。"]);
        await Assertions.Expect(page.Locator("form[action*='handler=Reword'] textarea")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
        await room.Page.Context.CloseAsync();
    }

    private static async Task WriteAsync(IPage page, string form, string words)
    {
        await page.FillAsync($"{form} textarea", words);
        await page.ClickAsync($"{form} button");
    }

    /// <summary>Plans a session with the first matter that can come to one, and begins it.</summary>
    private static async Task BeginAsync(Reader convener)
    {
        var page = convener.Page;
        await convener.GoAsync(Sessions + "/new");
        var places = await page.Locator("[name='Input.PlaceId'] option")
            .EvaluateAllAsync<string[]>(
                "options => options.filter(one => one.value && !one.text.startsWith('\u3000')).map(one => one.value)"
            );
        foreach (var place in places)
        {
            await convener.GoAsync($"{Sessions}/new?place={place}");
            if (await page.Locator("[name='Input.Matters']").CountAsync() > 0)
                break;
        }

        await page.FillAsync("[name='Input.Title']", "管道怎么修");
        await page.FillAsync("[name='Input.Day']", "2027-01-10");
        await page.CheckAsync("[name='Input.Organiser'][value=Village]");
        await page.SelectOptionAsync("[name='Input.MembersPart']", "mediated");
        await page.Locator("[name='Input.Matters']").First.CheckAsync();
        await convener.SubmitAsync("main form");
        await convener.SubmitAsync("form[action*='handler=Begin']");
    }
}
