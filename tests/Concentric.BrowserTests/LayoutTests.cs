using Concentric.BrowserTests.World;
using Microsoft.Playwright;

namespace Concentric.BrowserTests;

/// <summary>What a demanding designer sees at a glance: lines that are lines, on a screen and on paper.</summary>
public sealed class LayoutTests(DemoSite site)
{
    /// <summary>A4 without its margins, in CSS pixels.</summary>
    private const int Paper = 658;

    [Fact]
    public async Task On_paper_a_table_stays_a_table_that_fits_it()
    {
        var office = await site.OpenAsync("office", Paper, "en");
        await office.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var path in new[] { "/office/consultation/matters", "/office/figures/2023/matters-solved", "/office/members" })
        {
            await office.GoAsync(path);
            (
                await office.Page.EvaluateAsync<string>(
                    "() => getComputedStyle(document.querySelector('.data-table tbody tr')).display"
                )
            ).ShouldBe("table-row", path);
            (
                await office.Page.EvaluateAsync<int>("() => document.querySelector('.data-table').scrollWidth")
            ).ShouldBeLessThanOrEqualTo(Paper, path);
        }

        await office.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/office/consultation/sessions/new")]
    [InlineData("/office/meetings/new")]
    [InlineData("/office/appraisal/duties/new")]
    public async Task Fields_beside_each_other_have_their_inputs_on_one_line_whichever_has_a_hint(string path)
    {
        var office = await site.OpenAsync("office");
        await office.GoAsync(path);
        // Of each field: where its label and where its input begins.
        var places = await office.Page.EvaluateAsync<double[][]>(
            """
            () => [...document.querySelectorAll(".form-grid div.field:not(.wide)")]
              .filter((field) => field.querySelector(":scope > label") && field.querySelector(".input"))
              .map((field) => [field.querySelector("label"), field.querySelector(".input")].map((part) => part.getBoundingClientRect().top))
            """
        );
        var rows = places.GroupBy(place => Math.Round(place[0])).Where(row => row.Count() > 1).ToList();
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
            row.Select(place => Math.Round(place[1])).Distinct().Count().ShouldBe(1, $"the row at {row.Key} px");
        await office.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_longest_name_of_a_committee_takes_two_lines_of_the_bar_on_a_phone()
    {
        var office = await site.OpenAsync("office", 390, "en");
        await office.GoAsync("/office");
        var before = await HeightAsync(office.Page);
        await office.Page.EvaluateAsync(
            "() => { document.querySelector('.topbar .brand-name').textContent = 'Committee of a Banner whose Name is very long '.repeat(4); }"
        );
        (await HeightAsync(office.Page)).ShouldBe(before);
        await office.Page.Context.CloseAsync();
    }

    private static Task<double> HeightAsync(IPage page) =>
        page.EvaluateAsync<double>("() => document.querySelector('.topbar').getBoundingClientRect().height");
}
