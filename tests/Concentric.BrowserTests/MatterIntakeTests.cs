using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>A matter comes in: from a resident on a cheap phone, and at the desk by the keyboard alone.</summary>
public sealed class MatterIntakeTests(DemoSite site)
{
    private const string New = "/matters/new";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_resident_raises_a_matter_on_a_phone_and_follows_it(string language)
    {
        var resident = await site.OpenAsync(width: 390, language: language);
        var page = resident.Page;
        await resident.GoAsync(New);
        await CheckAsync(resident);
        await resident.FollowAsync("main a.button[href*='/matters/new/what']");
        await CheckAsync(resident);
        await page.FillAsync("#Text", $"村口的路灯坏了三个月，晚上老人出门不方便。({language})");
        await NextAsync(resident, "/matters/new/kind");
        await page.CheckAsync("input[value=roads]");
        await NextAsync(resident, "/matters/new/where");
        await page.FillAsync("#Find", "村");
        await page.Locator("button[formaction]").ClickAsync();
        await CheckAsync(resident);
        await page.Locator("input[name=PlaceId]").First.CheckAsync();
        await page.FillAsync("#Locality", "三组村口");
        await NextAsync(resident, "/matters/new/pictures");
        await CheckAsync(resident);
        await NextAsync(resident, "/matters/new/contact");
        await page.CheckAsync("input[value=known]");
        await page.FillAsync("#Phone", "13800001234");
        await CheckAsync(resident);
        await NextAsync(resident, "/matters/new/check");
        await CheckAsync(resident);
        await resident.SubmitAsync("form#send");
        resident.Path.ShouldBe("/matters/new/sent");
        await CheckAsync(resident);
        (await page.Locator(".receipt-qr svg").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(150);
        await resident.FollowAsync("main a.button[href*='/matters/follow/']");
        await CheckAsync(resident);
        await page.Locator("details:has(#add) > summary").ClickAsync();
        await page.FillAsync("#add-words", "昨天有人摔倒了。");
        await resident.SubmitAsync("form#add");
        (await page.InnerTextAsync("main")).ShouldContain("昨天有人摔倒了。");
        await CheckAsync(resident);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_outlasts_a_lost_connection_and_a_closed_page()
    {
        var resident = await site.OpenAsync(width: 390);
        var page = resident.Page;
        await resident.GoAsync(New + "/what");
        await page.FillAsync("#Text", "断网时写的话");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("main form .form-actions button");
        await Assertions.Expect(page.Locator(".draft-line[role=alert]")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await resident.GoAsync("/");
        await resident.GoAsync(New + "/what");
        (await page.InputValueAsync("#Text")).ShouldBe("断网时写的话");
        await Assertions.Expect(page.Locator(".draft-line[role=status]")).ToBeVisibleAsync();
        await CheckAsync(resident);
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// The measure of the desk: how many fields are filled and keys pressed. Two minutes are 120 seconds; a practised typist makes three
    /// signs a second and a Tab or a choice in half a second.
    /// </summary>
    [Fact]
    public async Task At_the_desk_a_matter_is_entered_by_the_keyboard_in_under_two_minutes()
    {
        var office = await site.OpenAsync("office", 1440);
        var page = office.Page;
        await office.GoAsync("/office/consultation/matters/new");
        await CheckAsync(office);
        var place = (await page.Locator("#places option").First.GetAttributeAsync("value"))!;
        var (fields, keys, signs) = (0, 0, 0);

        async Task TypeAsync(string text)
        {
            fields++;
            signs += text.Length;
            await page.Keyboard.InsertTextAsync(text);
        }

        async Task PressAsync(string key)
        {
            keys++;
            await page.Keyboard.PressAsync(key);
        }

        async Task ToAsync(string field)
        {
            await PressAsync("Tab");
            (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe(field);
        }

        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("Input.Text");
        await TypeAsync("三组的支渠漏水，两轮水都没有灌上，希望修渠。");
        await ToAsync("Input.Place");
        await TypeAsync(place);
        await ToAsync("Input.Topic");
        fields++;
        await PressAsync("1");
        await ToAsync("Input.Phone");
        await TypeAsync("13800001234");
        await ToAsync("Input.Name");
        await TypeAsync("王大妈");
        await PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        (await page.Locator(".code-groups span").CountAsync()).ShouldBe(6);
        // The next caller: one key.
        (await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')")).ShouldEndWith(
            "/office/consultation/matters/new"
        );
        fields.ShouldBe(5);
        keys.ShouldBe(6);
        (signs / 3.0 + keys / 2.0).ShouldBeLessThan(60);
        await CheckAsync(office);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task While_it_is_typed_similar_matters_and_personal_data_are_shown()
    {
        var office = await site.OpenAsync("office", 390);
        var page = office.Page;
        const string text = "小学门口没有斑马线，孩子过马路危险。";
        await office.GoAsync("/office/consultation/matters/new");
        var place = (await page.Locator("#places option").Last.GetAttributeAsync("value"))!;
        await page.FillAsync("[name='Input.Text']", text);
        await page.FillAsync("[name='Input.Place']", place);
        await page.SelectOptionAsync("[name='Input.Topic']", "roads");
        await page.ClickAsync("#desk .form-actions button");
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await office.GoAsync("/office/consultation/matters/new");
        await page.FillAsync("[name='Input.Place']", place);
        await page.FillAsync("[name='Input.Text']", "孩子上小学过马路没有斑马线，家长电话13800001234");
        await Assertions.Expect(page.Locator("[data-part=similar] a").First).ToContainTextAsync("斑马线");
        await Assertions.Expect(page.Locator("[data-part=personal] mark")).ToHaveTextAsync("13800001234");
        (await page.InputValueAsync("[name='Input.Place']")).ShouldBe(place);
        await CheckAsync(office);
        await page.Context.CloseAsync();
    }

    private static async Task NextAsync(Reader reader, string path)
    {
        await reader.SubmitAsync("main form:has(.form-actions) .form-actions");
        reader.Path.ShouldBe(path);
    }

    private static async Task CheckAsync(Reader reader) => (await reader.ComplaintsAsync()).ShouldBeEmpty();
}
