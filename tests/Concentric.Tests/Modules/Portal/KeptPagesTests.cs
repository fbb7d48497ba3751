using System.Net;
using Concentric.Modules.Portal.Views;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>Public pages are kept until what they show changes; readings are counted without knowing the reader.</summary>
public sealed class KeptPagesTests(Installation installation)
{
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36";

    [Fact]
    public async Task A_save_that_the_public_sees_changes_every_kept_page()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var first = await world.PublishAsync("第一篇");
        var reader = world.Committee.Anonymous();
        (await TitlesAsync(reader, "/")).ShouldContain("第一篇");
        await world.PublishAsync("第二篇");
        (await TitlesAsync(reader, "/")).ShouldContain("第二篇");
        (await TitlesAsync(reader, $"/articles/{first}")).ShouldContain("第二篇");
        await world.ChangeAsync(first, (article, doer) => article.Withdraw("有误", doer));
        (await TitlesAsync(reader, "/")).ShouldNotContain("第一篇");
        (await reader.GetAsync($"/articles/{first}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_page_is_answered_from_memory_until_then()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        var reader = world.Committee.Anonymous();
        (await reader.GetAsync($"/articles/{id}")).Headers.Age.ShouldBeNull();
        (await reader.GetAsync($"/articles/{id}")).Headers.Age.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_so_instead_of_getting_it_again()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        var reader = world.Committee.Anonymous();
        var tag = (await reader.GetAsync($"/articles/{id}")).Headers.ETag!;
        (await AskAsync(reader, $"/articles/{id}", tag.ToString())).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await world.PublishAsync("第二篇");
        var changed = await AskAsync(reader, $"/articles/{id}", tag.ToString());
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Languages_and_looks_have_pages_of_their_own_and_so_have_those_who_are_signed_in()
    {
        var world = await PublicWorld.CreateAsync(installation);
        await world.PublishAsync("第一篇");
        var (chinese, english) = (world.Committee.Anonymous(), world.Committee.Anonymous());
        await english.GetAsync("/preferences?language=en");
        (await chinese.GetPageAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        (await english.GetPageAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe("en");
        var staff = await world.Committee.SignInAsync("office-staff");
        var own = await staff.GetAsync("/");
        own.Headers.ETag.ShouldBeNull();
        (await own.Content.ReadAsStringAsync()).ShouldContain("/sign-out");
        (await (await chinese.GetAsync("/")).Content.ReadAsStringAsync()).ShouldNotContain("/sign-out");
    }

    [Fact]
    public async Task An_address_with_a_query_that_the_page_does_not_know_is_not_kept()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var reader = world.Committee.Anonymous();
        await reader.GetAsync("/?utm=first");
        (await (await reader.GetAsync("/?utm=second")).Content.ReadAsStringAsync()).ShouldNotContain("first");
    }

    [Fact]
    public async Task Committees_share_neither_pages_nor_articles_nor_finds()
    {
        var (ours, theirs) = (await PublicWorld.CreateAsync(installation), await PublicWorld.CreateAsync(installation));
        var foreign = await theirs.PublishAsync("他们的协商议政");
        var own = await ours.PublishAsync("我们的协商议政");
        (await TitlesAsync(ours.Committee.Anonymous(), "/")).ShouldNotContain("他们的");
        (await TitlesAsync(theirs.Committee.Anonymous(), "/")).ShouldNotContain("我们的");
        (await ours.Committee.Anonymous().GetAsync($"/articles/{foreign}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.Committee.Anonymous().GetAsync($"/articles/{own}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TitlesAsync(ours.Committee.Anonymous(), "/search?q=协商")).ShouldNotContain("他们的");
    }

    [Theory]
    [InlineData(Browser, null, 1)]
    [InlineData("Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)", null, 0)]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0)", null, 0)]
    [InlineData("curl/8.5.0", null, 0)]
    [InlineData("", null, 0)]
    [InlineData(Browser, "prefetch;prerender", 0)]
    public async Task A_person_who_reads_is_counted_a_program_is_not(string agent, string? purpose, long counted)
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{world.Committee.Path}/articles/{id}");
        if (agent.Length > 0)
            request.Headers.Add("User-Agent", agent);
        if (purpose is not null)
            request.Headers.Add("Sec-Purpose", purpose);
        var response = await world.Committee.Anonymous().Client.SendAsync(request);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await ViewsAsync(world, id)).ShouldBe(counted);
    }

    [Fact]
    public async Task Readings_of_a_kept_page_count_each_time_and_a_question_for_the_head_never()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        var reader = world.Committee.Anonymous();
        reader.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        for (var time = 0; time < 3; time++)
            await reader.GetPageAsync($"/articles/{id}");
        await reader.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{world.Committee.Path}/articles/{id}"));
        (await ViewsAsync(world, id)).ShouldBe(3);
        await reader.GetPageAsync($"/articles/{id}");
        (await ViewsAsync(world, id)).ShouldBe(4);
    }

    private async Task<long> ViewsAsync(PublicWorld world, Guid id)
    {
        await installation.Services.GetRequiredService<ViewCounter>().FlushAsync();
        return await world.Committee.InDbAsync(db =>
            db.Set<ArticleView>().Where(view => view.ArticleId == id).SumAsync(view => view.Count)
        );
    }

    private static async Task<string> TitlesAsync(Visitor reader, string path) =>
        (await reader.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    private static Task<HttpResponseMessage> AskAsync(Visitor reader, string path, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, reader.Base + path);
        request.Headers.Add("If-None-Match", tag);
        return reader.Client.SendAsync(request);
    }
}
