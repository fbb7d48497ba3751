using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>A file that no request may carry is refused beside its field before it is sent, and nothing that was typed is lost.</summary>
public sealed class LargeFileTests(DemoSite site) : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private const string Files = "[name='Input.Files']";
    private readonly string folder = Directory.CreateTempSubdirectory("concentric-large-").FullName;

    [Theory]
    [InlineData(390, "zh-CN", "30 MB")]
    [InlineData(1440, "en", "at most 30 MB")]
    public async Task A_gigabyte_is_refused_beside_its_field_and_what_was_typed_stays(int width, string language, string told)
    {
        var member = await site.OpenAsync("member", width, language);
        await member.GoAsync("/my/duties/report");
        var page = member.Page;
        await page.FillAsync("[name='Input.Title']", "走访养老院");
        await page.SetInputFilesAsync(Files, FileOf(Gigabyte));
        await page.Locator("main form .form-actions button").ClickAsync();

        var error = page.Locator("#Input_Files-error");
        await Assertions.Expect(error).ToContainTextAsync(told);
        (await page.Locator(Files).GetAttributeAsync("aria-describedby"))!.ShouldContain("Input_Files-error");
        (await page.InputValueAsync("[name='Input.Title']")).ShouldBe("走访养老院");
        (await member.ComplaintsAsync()).ShouldBeEmpty();

        await page.SetInputFilesAsync(Files, FileOf(1000));
        await Assertions.Expect(error).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private string FileOf(long bytes)
    {
        var path = Path.Combine(folder, $"{bytes}.pdf");
        using var file = File.Create(path);
        file.SetLength(bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
