using System.Text.RegularExpressions;
using Concentric.Platform.Web.Components;
using Concentric.Platform.Web.Layouts;
using Concentric.Tests.Conventions;

namespace Concentric.Tests.Platform.Web;

public sealed partial class ComponentTests
{
    [Fact]
    public void Every_icon_that_a_page_shows_is_in_the_sprite()
    {
        var known = Product.Text("src/Concentric/islands/icons.txt").Split('\n').Select(line => line.Trim()).ToHashSet();
        var asked =
            from file in Product.Sources("src/Concentric", ".cshtml", ".cs")
            from Match match in Icon().Matches(Product.Text(file))
            let name = match.Groups.Values.Skip(1).First(part => part.Success).Value
            where !known.Contains(name)
            select $"{file}: {name}";
        asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 8)]
    [InlineData(27, 32)]
    [InlineData(332, 400)]
    [InlineData(12_345, 16_000)]
    public void An_axis_ends_at_the_least_round_number_whose_quarters_are_round(int greatest, int expected) =>
        BarChartTagHelper.Ceiling(greatest).ShouldBe(expected);

    [Theory]
    [InlineData(1, 2, "1 2")]
    [InlineData(1, 9, "1 2 9")]
    [InlineData(5, 9, "1 4 5 6 9")]
    [InlineData(9, 9, "1 8 9")]
    public void Paging_shows_the_ends_and_the_neighbours(int page, int pages, string expected) =>
        string.Join(' ', PaginationTagHelper.Shown(page, pages)).ShouldBe(expected);

    [Theory]
    [InlineData("/members/42", "/members")]
    [InlineData("/members/import", "/members/import")]
    [InlineData("/", "/")]
    [InlineData("/membership", null)]
    public void The_longest_address_above_the_page_is_where_the_reader_is(string path, string? expected)
    {
        NavigationLink[] links =
        [
            new("a", "/", "home"),
            new("b", "/members", "users"),
            new("c", "/members/import", "file-import"),
        ];
        Navigation.MarkCurrent(links, path).SingleOrDefault(link => link.IsCurrent)?.Path.ShouldBe(expected);
        if (expected is null)
            Navigation.MarkCurrent(links, path).ShouldAllBe(link => !link.IsCurrent);
    }

    [Theory]
    [InlineData("/sessions/42", "/sessions")]
    [InlineData("/matters/42", "/matters")]
    public void Whoever_is_on_a_page_of_a_section_is_in_the_section(string path, string expected)
    {
        NavigationLink[] links =
        [
            new("a", "/matters", "messages") { Section = [new("b", "/matters", "messages"), new("c", "/sessions", "calendar")] },
            new("d", "/figures", "chart-bar"),
        ];
        var marked = Navigation.MarkCurrent(links, path);
        marked.Where(link => link.IsCurrent).ShouldHaveSingleItem().Path.ShouldBe("/matters");
        marked[0].Section.Where(page => page.IsCurrent).ShouldHaveSingleItem().Path.ShouldBe(expected);
    }

    [GeneratedRegex(
        """<icon name="([a-z0-9-]+)"|\bicon="([a-z0-9-]+)"|new EmptyList\(\s*"([a-z0-9-]+)"|Icon:\s*"([a-z0-9-]+)"|Svg\("([a-z0-9-]+)["]"""
    )]
    private static partial Regex Icon();
}
