using System.Text;
using System.Text.RegularExpressions;
using Concentric.BrowserTests.World;

namespace Concentric.BrowserTests;

/// <summary>A statement on paper fills its pages: a category goes on where the next line is, and no page is left blank.</summary>
public sealed partial class PrintedStatementTests(DemoSite site)
{
    /// <summary>A4 without its margins of 18 and 20 mm, in CSS pixels.</summary>
    private const int Width = 658;
    private const double Height = 971;

    [Fact]
    public async Task No_page_is_begun_before_the_one_before_is_full()
    {
        var member = await site.OpenAsync("member", Width);
        await member.GoAsync("/my/appraisal/2023");
        var paper = await member.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        await member.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var length = await member.Page.EvaluateAsync<double>("() => document.documentElement.scrollHeight");
        var pages = Pages().Count(Encoding.Latin1.GetString(paper));
        pages.ShouldBeGreaterThan(1);
        pages.ShouldBeLessThanOrEqualTo((int)Math.Ceiling(length / Height));
        await member.Page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex Pages();
}
