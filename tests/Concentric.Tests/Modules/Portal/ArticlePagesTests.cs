using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Portal;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>The editorial office at work: what each person sees and may do.</summary>
public sealed class ArticlePagesTests(Installation installation)
{
    [Fact]
    public async Task An_article_goes_through_three_reviews_to_the_public_and_back()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.ApproveAsync("关于举办读书会的通知");
        (await room.ReadAsync(path)).State.ShouldBe(ArticleState.Approved);
        var open = path.Replace("/office", "");
        (await room.Committee.Anonymous().GetAsync(open)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await room.Second.SubmitAsync(path, [], "form[action*=Publish]");
        (await room.Committee.Anonymous().GetPageAsync(open)).QuerySelector("h1")!.TextContent.ShouldBe("关于举办读书会的通知");

        var refused = await room.Second.SubmitAsync(path, new() { ["Reason"] = " " }, "form[action*=Withdraw]");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("请写明理由");
        await room.Second.SubmitAsync(path, new() { ["Reason"] = "时间有变" }, "form[action*=Withdraw]");
        var gone = await room.Committee.Anonymous().GetAsync(open);
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("时间有变");
    }

    [Fact]
    public async Task Reviewers_see_their_own_stage_and_nobody_reviews_twice()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync("稿件");
        await room.Writer.SubmitAsync(path, [], "form[action*=Submit]");
        (await room.Final.GetPageAsync(path)).QuerySelector("form[action*=Pass]").ShouldBeNull("the first review is another's");
        (await room.First.GetPageAsync("/office/articles?f.desk=mine")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await room.First.SubmitAsync(path, [], "form[action*=Pass]");

        var again = await room.First.GetPageAsync(path);
        again.QuerySelector("form[action*=Pass]").ShouldBeNull();
        again.QuerySelector("main")!.TextContent.ShouldContain("您已审过这一稿");
        (await room.First.GetPageAsync("/office/articles?f.desk=mine")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_returned_article_tells_its_writer_why()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync("稿件");
        await room.Writer.SubmitAsync(path, [], "form[action*=Submit]");
        await room.First.SubmitAsync(path, new() { ["Reason"] = "请核对人数" }, "form[action*=Return]");
        var page = await room.Writer.GetPageAsync(path);
        page.QuerySelector(".notice.warn")!.TextContent.ShouldContain("请核对人数");
        page.QuerySelector("form[action*=Submit]").ShouldNotBeNull();
        (
            await room.Committee.InDbAsync(db =>
                db.Set<Message>().SingleAsync(message => message.AccountId == room.Writer.AccountId)
            )
        ).Body.ShouldBe("请核对人数");
    }

    [Fact]
    public async Task A_scheduled_article_comes_out_at_its_time_even_if_the_server_slept()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.ApproveAsync("定时稿件");
        var now = installation.Clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now.AddMinutes(90), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var past = await room.Final.SubmitAsync(
            path,
            new() { ["PublishOn"] = "2020-01-01", ["PublishTime"] = "08:00" },
            "form[action*=Schedule]"
        );
        (await past.Content.ReadAsStringAsync()).ShouldContain("发布时间应晚于现在");
        await room.Final.SubmitAsync(
            path,
            new() { ["PublishOn"] = $"{local:yyyy-MM-dd}", ["PublishTime"] = $"{local:HH:mm}" },
            "form[action*=Schedule]"
        );
        var planned = (await room.ReadAsync(path)).PublishAt!.Value;
        await RunAsync(room);
        (await room.ReadAsync(path)).State.ShouldBe(ArticleState.Scheduled);

        installation.Clock.Advance(TimeSpan.FromHours(3));
        await RunAsync(room);
        await RunAsync(room);
        var article = await room.ReadAsync(path);
        article.State.ShouldBe(ArticleState.Published);
        article.PublishedAt.ShouldBe(planned);
        article.Steps.Count(step => step.Verb == ArticleVerb.Publish).ShouldBe(1, "running twice publishes once");
    }

    [Fact]
    public async Task A_script_in_an_article_is_taken_out_and_the_writer_is_told()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync(
            "稿件",
            "<p onclick=\"x()\">字</p><script>alert(1)</script><p><img src=\"https://a.example/b.jpg\"></p>"
        );
        var page = await room.Writer.GetPageAsync(path);
        page.QuerySelector("main .flash, main [role=status]")!.TextContent.ShouldContain("去掉了 2 处脚本");
        page.Body!.InnerHtml.ShouldNotContain("alert(1)");
    }

    [Fact]
    public async Task A_stale_form_shows_both_versions_and_keeps_what_was_typed()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync("稿件");
        var form = (IHtmlFormElement)(await room.Writer.GetPageAsync(path + "/edit")).QuerySelector("main form[method=post]")!;
        await room.Second.SubmitAsync(path + "/edit", new() { ["Input.Body"] = "<p>别人的字。</p>" });
        var answer = await room.Writer.SendAsync(path + "/edit", form, new() { ["Input.Body"] = "<p>我的字。</p>" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector(".notice")!.TextContent.ShouldContain("别人的字。");
        page.QuerySelector("textarea[data-editor]")!.TextContent.ShouldContain("我的字。");
        (await room.ReadAsync(path)).BodyText.ShouldBe("别人的字。");

        await room.Writer.SendAsync(path + "/edit", (IHtmlFormElement)page.QuerySelector("main form[method=post]")!, []);
        (await room.ReadAsync(path)).BodyText.ShouldBe("我的字。", "saving again is a decision");
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal()
    {
        var room = await Newsroom.OpenAsync(installation);
        var answer = await room.Writer.SubmitAsync(
            "/office/articles/new",
            new() { ["Input.Title"] = "", ["Input.Body"] = "<p>辛苦写的字。</p>" }
        );
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("textarea[data-editor]")!.TextContent.ShouldContain("辛苦写的字。");
        page.QuerySelector("#Input_Title-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Personal_numbers_are_acknowledged_before_an_article_is_submitted()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync("稿件", "<p>电话13812345678。</p>");
        await room.Writer.SubmitAsync(path, [], "form[action*=Submit]");
        (await room.ReadAsync(path)).State.ShouldBe(ArticleState.Draft);
        await room.Writer.SubmitAsync(path, new() { ["Acknowledged"] = "true" }, "form[action*=Submit]");
        (await room.ReadAsync(path)).State.ShouldBe(ArticleState.FirstReview);
    }

    [Fact]
    public async Task Two_revisions_are_compared_in_words_that_were_added_and_removed()
    {
        var room = await Newsroom.OpenAsync(installation);
        var path = await room.WriteAsync("稿件", "<p>二十人参加。</p>");
        await room.Writer.SubmitAsync(
            path + "/edit",
            new() { ["Input.Body"] = "<p>三十人参加。</p>", ["Input.Note"] = "核对签到表" }
        );
        var page = await room.First.GetPageAsync(path + "/revisions");
        page.QuerySelector(".difference del")!.TextContent.ShouldBe("二");
        page.QuerySelector(".difference ins")!.TextContent.ShouldBe("三");
        page.QuerySelector("tbody")!.TextContent.ShouldContain("核对签到表");
        (await room.First.GetAsync(path + "/revisions?from=1&to=9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_is_uploaded_for_the_editor_and_seen_by_the_public_only_with_its_article()
    {
        var room = await Newsroom.OpenAsync(installation);
        var form = (IHtmlFormElement)
            (await room.Writer.GetPageAsync("/office/articles/new")).QuerySelector("main form[method=post]")!;
        var address = form.QuerySelector("textarea[data-editor]")!.GetAttribute("data-upload")!;
        using var upload = new MultipartFormDataContent
        {
            { new ByteArrayContent(Convert.FromBase64String(OnePixel)), "file", "会场.png" },
            {
                new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
        };
        var answer = await room.Writer.Client.PostAsync(new Uri(address, UriKind.Relative), upload);
        var url = System
            .Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync())
            .RootElement.GetProperty("url")
            .GetString()!;
        (await room.First.Client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await room.Committee.Anonymous().Client.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

        var path = await room.WriteAsync("有图", $"<p>字</p><p><img src=\"{url}\" alt=\"会场\"></p>");
        (await room.ReadAsync(path)).CoverFileId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/office/articles")]
    [InlineData("/office/articles/new")]
    [InlineData("/office/columns")]
    public async Task What_is_not_for_members_is_not_found(string path)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        (await (await committee.SignInAsync("member")).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_committees_article_is_not_found()
    {
        var here = await Newsroom.OpenAsync(installation);
        var there = await Newsroom.OpenAsync(installation);
        var path = await there.WriteAsync("别家的稿件");
        (await here.Writer.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string OnePixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static Task RunAsync(Newsroom room) =>
        room.Committee.DoAsync(services => services.GetRequiredService<PublishingJob>().RunAsync(default));
}
