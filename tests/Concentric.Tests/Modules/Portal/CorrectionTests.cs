using System.Net;
using Concentric.Modules.Portal.Corrections;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Portal;

/// <summary>纠错: readers tell what is wrong, the office says what it made of it.</summary>
public sealed class CorrectionTests(Installation installation)
{
    [Fact]
    public async Task A_reader_tells_what_is_wrong_and_the_office_settles_it()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        var sent = await world
            .Committee.Anonymous()
            .SubmitAsync(
                $"/articles/{id}/correction",
                new() { ["Text"] = "人数应为十二人。", ["Contact"] = "13800000000" },
                "main form[method=post]"
            );
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var editor = await world.Committee.SignInAsync("chief-editor");
        (await editor.GetPageAsync("/office/articles/suggestions"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("人数应为十二人");
        var suggestion = await SuggestionAsync(world);
        var path = $"/office/articles/suggestions/{suggestion.Id}";
        var refused = await editor.SubmitAsync(path + "?handler=Decline", new(), "main form[method=post]");
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await editor.SubmitAsync(path + "?handler=Accept", new() { ["Answer"] = "已更正" }, "main form[method=post]")
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        suggestion = await SuggestionAsync(world);
        suggestion.State.ShouldBe(CorrectionState.Accepted);
        suggestion.Contact.ShouldBeNull("The way to reach the reader is kept only until the answer.");
    }

    [Fact]
    public async Task While_nobody_told_anything_the_list_says_so_and_offers_no_empty_button()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var editor = await committee.SignInAsync("chief-editor");
        var empty = (await editor.GetPageAsync("/office/articles/suggestions")).QuerySelector(".empty-state")!;
        empty.TextContent.ShouldContain("没有纠错建议");
        empty.QuerySelector("a").ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_or_endless_suggestion_is_refused_beside_its_field()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        foreach (var text in new[] { " ", new string('长', 1001) })
        {
            var response = await world
                .Committee.Anonymous()
                .SubmitAsync($"/articles/{id}/correction", new() { ["Text"] = text }, "main form[method=post]");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Visitor.ParseAsync(await response.Content.ReadAsStringAsync()))
                .QuerySelector(".field.invalid")
                .ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task The_page_of_the_form_is_never_kept()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        (await world.Committee.Anonymous().GetAsync($"/articles/{id}/correction")).Headers.ETag.ShouldBeNull();
    }

    private static Task<ArticleCorrection> SuggestionAsync(PublicWorld world) =>
        world.Committee.InDbAsync(db => db.Set<ArticleCorrection>().SingleAsync());
}
