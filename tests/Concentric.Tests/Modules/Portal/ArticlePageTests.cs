using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Concentric.Modules.Portal;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>The public page of an article: where it stands, who wrote it, what to read next.</summary>
public sealed class ArticlePageTests(Installation installation)
{
    [Fact]
    public async Task The_trail_and_the_source_line_tell_where_the_article_stands_and_who_made_it()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync(
            "召开协商会议",
            column: world.Notices,
            with: details => details with { Author = "朱某某", Collector = "采编组", Editor = "责编某" }
        );
        var page = await world.Committee.Anonymous().GetPageAsync($"/articles/{id}");
        page.QuerySelectorAll(".breadcrumb a").Select(link => link.TextContent).ShouldBe(["首页", "要闻", "通知公告"]);
        page.QuerySelector("h1")!.TextContent.ShouldBe("召开协商会议");
        var source = page.QuerySelector(".source-line")!.TextContent;
        foreach (var part in new[] { "来源：测试区政协", "作者：朱某某", "采编：采编组", "责任编辑：责编某", "发布时间：2023年" })
            source.ShouldContain(part);
    }

    [Fact]
    public async Task Related_reading_speaks_of_the_same_matter_and_hot_articles_are_those_read_most()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var talk = await world.PublishAsync("招商小组赴北京考察", "招商小组赴北京考察企业，签订框架协议。");
        var alike = await world.PublishAsync("委员提供招商信息", "委员提供招商信息，企业前来考察，签订协议。");
        for (var number = 0; number < 4; number++)
            await world.PublishAsync($"读书分享第{number}期", "书香政协，委员读书。");
        await ReadAsync(world, alike, times: 1);
        var page = await world.Committee.Anonymous().GetPageAsync($"/articles/{talk}");
        var lists = page.QuerySelectorAll(".side-list");
        lists.Select(list => list.QuerySelector("h2")!.TextContent).ShouldBe(["相关阅读", "热门文章", "最新文章"]);
        lists[0].QuerySelector("a")!.TextContent.ShouldBe("委员提供招商信息");
        lists[1].QuerySelectorAll("a").Select(link => link.TextContent).ShouldBe(["委员提供招商信息"]);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_and_says_so()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("内容有误的文章", "秘密的正文");
        await world.ChangeAsync(id, (article, doer) => article.Withdraw("数据有误", doer));
        var response = await world.Committee.Anonymous().GetAsync($"/articles/{id}");
        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("撤下");
        body.ShouldNotContain("秘密的正文");
    }

    [Fact]
    public async Task A_correction_after_publishing_is_said_on_the_page()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("协商会议", "到会十人。");
        await world.ChangeAsync(
            id,
            (article, doer) =>
                article.Edit(
                    new ArticleDetails
                    {
                        ColumnId = article.ColumnId,
                        Title = article.Title,
                        Source = article.Source,
                        Body = new CleanBody("<p>到会十二人。</p>", "到会十二人。"),
                    },
                    "人数有误，应为十二人",
                    doer
                )
        );
        var page = await world.Committee.Anonymous().GetPageAsync($"/articles/{id}");
        page.QuerySelector("[role=note]")!.TextContent.ShouldContain("人数有误");
        page.QuerySelector(".prose")!.TextContent.ShouldContain("十二人");
    }

    [Fact]
    public async Task A_draft_is_not_found()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.Committee.DoAsync(async services =>
        {
            var article = Article.Draft(
                new ArticleDetails
                {
                    ColumnId = world.News,
                    Title = "草稿",
                    Body = new CleanBody("<p>x</p>", "x"),
                },
                new Doer(Guid.CreateVersion7(), "撰稿", installation.Clock.GetUtcNow())
            );
            services.GetRequiredService<AppDb>().Add(article);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return article.Id;
        });
        (await world.Committee.Anonymous().GetAsync($"/articles/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Attachments_tell_their_kind_and_size()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("带附件的文章");
        await world.Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var (file, _) = await services
                .GetRequiredService<FileStore>()
                .StoreAsync("%PDF-1.4 test"u8.ToArray(), "通知.pdf", FilePurpose.Evidence, "portal.article", id);
            var article = await db.Set<Article>().Include(row => row.Attachments).SingleAsync(row => row.Id == id);
            article.Attach(file!.Id, "会议通知");
            await db.SaveChangesAsync();
        });
        var page = await world.Committee.Anonymous().GetPageAsync($"/articles/{id}");
        page.QuerySelector(".attachments li")!.TextContent.ShouldContain("PDF 13 B");
    }

    [Fact]
    public async Task Programs_read_what_it_is()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("标题</script><b>", with: details => details with { Author = "朱某某" });
        var page = await world.Committee.Anonymous().GetPageAsync($"/articles/{id}");
        var data = page.QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => JsonDocument.Parse(script.TextContent).RootElement)
            .ToList();
        data[0].GetProperty("@type").GetString().ShouldBe("NewsArticle");
        data[0].GetProperty("headline").GetString().ShouldBe("标题</script><b>");
        data[0].GetProperty("datePublished").GetString()!.ShouldEndWith("+08:00");
        data[0].GetProperty("author").GetProperty("name").GetString().ShouldBe("朱某某");
        data[1].GetProperty("@type").GetString().ShouldBe("BreadcrumbList");
        data[1].GetProperty("itemListElement").GetArrayLength().ShouldBe(3);
        page.QuerySelector("link[rel=canonical]")!
            .GetAttribute("href")
            .ShouldBe($"http://localhost{world.Committee.Path}/articles/{id}");
        page.QuerySelector("meta[property='og:type']")!.GetAttribute("content").ShouldBe("article");
        page.QuerySelector("link[type='application/atom+xml']").ShouldNotBeNull();
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
    }

    [Fact]
    public async Task A_page_with_a_long_article_is_small_on_its_way()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var words = string.Concat(Enumerable.Range(0, 4000).Select(number => (char)(0x4E00 + (number * 37 % 3000))));
        var id = await world.PublishAsync("一篇长文章", words);
        for (var number = 0; number < 12; number++)
            await world.PublishAsync($"第{number}次常委会会议专题学习研讨交流活动在区政协召开", words[..200]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{world.Committee.Path}/articles/{id}");
        request.Headers.Add("Accept-Encoding", "br");
        var response = await world.Committee.Anonymous().Client.SendAsync(request);
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        var compressed = await response.Content.ReadAsByteArrayAsync();
        compressed.Length.ShouldBeLessThanOrEqualTo(
            60 * 1024 - 20 * 1024,
            "The style sheet and the icons are part of the 60 kB."
        );
        using var plain = new StreamReader(new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress));
        (await plain.ReadToEndAsync()).ShouldContain("一篇长文章");
    }

    private async Task ReadAsync(PublicWorld world, Guid id, int times)
    {
        var reader = world.Committee.Anonymous();
        reader.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/121.0");
        for (var time = 0; time < times; time++)
            await reader.GetPageAsync($"/articles/{id}");
        await installation.Services.GetRequiredService<Concentric.Modules.Portal.Views.ViewCounter>().FlushAsync();
        // What is read now is hot at the latest when the shelf is made anew.
        installation.Clock.Advance(TimeSpan.FromMinutes(6));
    }
}
