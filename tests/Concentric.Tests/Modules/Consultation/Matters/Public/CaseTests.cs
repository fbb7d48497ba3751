using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Portal;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Public;

/// <summary>协商案例: an editor makes an article of a good example, from its public words alone.</summary>
public sealed class CaseTests(Installation installation)
{
    [Fact]
    public async Task A_closed_and_cleared_matter_becomes_a_draft_that_leads_back_to_it()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await ColumnAsync(world);
        var id = await world.MatterAsync(MatterState.Closed);
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"{MatterWorld.Office}/{id}")).QuerySelector($"a[href$='{id}/case']").ShouldBeNull();
        await RefusedAsync(office, id, "经审核公开的事项才能写成案例。");
        await world.ClearAsync(id);
        (await office.GetPageAsync($"{MatterWorld.Office}/{id}")).QuerySelector($"a[href$='{id}/case']").ShouldNotBeNull();
        var sent = await office.SubmitAsync($"{MatterWorld.Office}/{id}/case", []);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var article = await world.Committee.InDbAsync(db => db.Set<Article>().AsNoTracking().SingleAsync());
        article.State.ShouldBe(ArticleState.Draft);
        article.Title.ShouldBe("支渠漏水");
        article.BodyText.ShouldContain(PublicActs.PublicText);
        article.BodyText.ShouldContain("支渠修好了。");
        article.BodyText.ShouldNotContain(MatterLife.Details.Text!);
        article.BodyHtml.ShouldContain($"/matters/{id}");
    }

    [Fact]
    public async Task What_is_still_on_its_way_is_no_example()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.InProgress);
        await world.ClearAsync(id);
        await RefusedAsync(await world.Committee.SignInAsync("office-staff"), id, "办结以后才能写成案例。");
    }

    private static async Task RefusedAsync(Visitor office, Guid id, string because)
    {
        var page = await office.GetPageAsync($"{MatterWorld.Office}/{id}/case");
        page.QuerySelector("main")!.TextContent.ShouldContain(because);
        page.QuerySelector("main form[method=post]").ShouldBeNull("no draft is offered");
    }

    private static Task ColumnAsync(MatterWorld world) =>
        world.Committee.DoAsync(async services =>
        {
            await services.GetRequiredService<ColumnDesk>().AddUsualAsync(default);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
}
