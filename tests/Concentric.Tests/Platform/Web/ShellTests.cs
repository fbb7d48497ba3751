using System.Net;
using System.Text.RegularExpressions;
using Concentric.Platform.Web.Assets;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform.Web;

/// <summary>The shell around every page: language, look, assets, forms that say what is wrong.</summary>
public sealed partial class ShellTests(Installation installation)
{
    [Fact]
    public async Task A_reader_changes_language_and_look_without_a_script_and_comes_back_to_the_page()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var reader = committee.Anonymous();
        (await reader.GetPageAsync("/sign-in")).DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");

        var answer = await reader.GetAsync($"/preferences?language=en&theme=dark&view=senior&back={committee.Path}/sign-in");
        answer.Headers.Location!.ToString().ShouldBe($"{committee.Path}/sign-in");
        var page = await reader.GetPageAsync("/sign-in");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        page.DocumentElement.GetAttribute("data-view").ShouldBe("senior");
        page.Title.ShouldBe("Sign in · Test District Committee");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task The_way_back_never_leaves_the_site(string back)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var answer = await committee.Anonymous().GetAsync($"/preferences?theme=dark&back={Uri.EscapeDataString(back)}");
        answer.Headers.Location!.ToString().ShouldBe(committee.Path + "/");
    }

    [Fact]
    public async Task A_form_with_a_fault_says_so_on_top_and_in_the_title_and_keeps_what_was_typed()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var answer = await committee
            .Anonymous()
            .SubmitAsync("/sign-in", new() { ["Input.UserName"] = "𠮷某", ["Input.Password"] = "wrong" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.Title.ShouldStartWith("错误\uFF1A");
        var summary = page.QuerySelector(".error-summary")!;
        summary.GetAttribute("autofocus").ShouldNotBeNull();
        summary.TextContent.ShouldContain("有 1 处需要更正");
        page.QuerySelector("#Input_UserName")!.GetAttribute("value").ShouldBe("𠮷某");
        page.QuerySelector("#Input_Password")!.GetAttribute("value").ShouldBeNull();
    }

    [Fact]
    public async Task Built_assets_are_sent_compressed_and_kept_for_ever()
    {
        var href = installation.Services.GetRequiredService<BuiltAssets>().Href("app.css");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(href, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        var answer = await installation.CreateClient().SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentLength!.Value.ShouldBeLessThanOrEqualTo(14 * 1024);
    }

    [Theory]
    [InlineData("progress.ts", 1)]
    [InlineData("dates.ts", 1)]
    [InlineData("tables.ts", 1)]
    [InlineData("icons.svg", 10)]
    [InlineData("editor.ts", 140)]
    public void Each_island_stays_within_its_budget(string entry, int kilobytes)
    {
        var assets = installation.Services.GetRequiredService<BuiltAssets>();
        assets.Find(assets.Href(entry))!.Brotli!.Length.ShouldBeLessThanOrEqualTo(kilobytes * 1024);
    }

    [Fact]
    public async Task No_page_carries_an_inline_style_or_script()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var html = await (await committee.Anonymous().GetAsync("/sign-in")).Content.ReadAsStringAsync();
        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<style");
        InlineScript().IsMatch(html).ShouldBeFalse();
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\son[a-z]+=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();
}
