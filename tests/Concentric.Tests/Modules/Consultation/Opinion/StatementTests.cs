using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Opinion;

/// <summary>Statements that residents offer are looked at first; what breaks the rules is pointed out.</summary>
public sealed class StatementTests(Installation installation)
{
    [Theory]
    [InlineData("有事打 13812345678 找老王", "13812345678")]
    [InlineData("加我微信 1381 2345 678", "1381 2345 678")]
    [InlineData("我的号码１３８１２３４５６７８", "13812345678")]
    [InlineData("写信到 wang@example.cn", "wang@example.cn")]
    [InlineData("身份证62210219900101123X登记", "62210219900101123X")]
    public async Task Personal_data_is_refused_in_words(string text, string found)
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var answer = await world.Committee.Anonymous().SubmitAsync(world.Path + "/statements/new", new() { ["Text"] = text });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(found);
        (await StatementsAsync(world)).ShouldAllBe(statement => statement.IsSeed);
    }

    [Fact]
    public void A_year_and_an_amount_are_no_personal_data() =>
        OpinionStatement.WhyNotText("2023年以来每户已交 120000 元，停车费不要再涨").ShouldBeNull();

    [Fact]
    public async Task An_offered_statement_is_asked_once_it_is_accepted_and_its_author_is_told()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        (await OfferAsync(world, resident, "车位应当抽签")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("等待审核");
        (await OpinionWorld.MainAsync(world.Committee.Anonymous(), world.Path)).ShouldNotContain("车位应当抽签");
        await DecideAsync(world, "车位应当抽签", "Accept", null);
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("大家可以表态");
        (await OpinionWorld.MainAsync(world.Committee.Anonymous(), world.Path)).ShouldContain("共 9 条");
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_and_its_author_reads_it()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        await OfferAsync(world, resident, "物业都是骗子");
        var without = await DecideAsync(world, "物业都是骗子", "Reject", null);
        without.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await without.Content.ReadAsStringAsync()).ShouldContain("退回时请选择原因");
        (await DecideAsync(world, "物业都是骗子", "Reject", nameof(StatementFault.Insult))).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("没有采用，原因：辱骂或攻击他人");
        (await StatementsAsync(world)).Count.ShouldBe(9);
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_the_rest_of_the_page_is_accepted()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        foreach (var text in new[] { "车位应当抽签", "车位应当拍卖", "买车的人自己想办法" })
            await OfferAsync(world, world.Committee.Anonymous(), text);
        (await OpinionWorld.MainAsync(world.Office, "/office")).ShouldContain("待审核的陈述");
        var path = world.OfficePath + "/moderation";
        var page = await world.Office.GetPageAsync(path);
        var form = (IHtmlFormElement)page.QuerySelector("form:has([name=seen])")!;
        var rejected = await world.StatementAsync("买车的人自己想办法");
        var fields = Fields(form);
        fields.Add(new($"verdict.{rejected}", "Reject"));
        fields.RemoveAll(field => field.Key == $"fault.{rejected}");
        fields.Add(new($"fault.{rejected}", nameof(StatementFault.Unclear)));
        fields.Add(new("AcceptRest", "true"));
        (await PostAsync(world, path, fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OpinionWorld.MainAsync(world.Office, path)).ShouldContain("都处理完了");
        (await StatementsAsync(world))
            .Where(statement => !statement.IsSeed)
            .CountBy(statement => statement.State)
            .ShouldBe([new(StatementState.Accepted, 2), new(StatementState.Rejected, 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_voters_point_out_reaches_the_moderator_and_a_rejected_statement_is_asked_no_more()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var statement = await world.StatementAsync(OpinionWorld.Seeds[0]);
        foreach (var words in new[] { "这是广告", "不合适" })
            await world
                .Committee.Anonymous()
                .SubmitAsync($"{world.Path}/statements/{statement}/flag", new() { ["Words"] = words });
        var queue = await OpinionWorld.MainAsync(world.Office, world.OfficePath + "/moderation?view=flagged");
        queue.ShouldContain("这是广告");
        queue.ShouldContain("不合适");
        await DecideAsync(world, OpinionWorld.Seeds[0], "Reject", nameof(StatementFault.OffTopic), "?view=flagged");
        (await OpinionWorld.MainAsync(world.Office, world.OfficePath + "/moderation?view=flagged")).ShouldContain("都处理完了");
        (await OpinionWorld.MainAsync(world.Committee.Anonymous(), world.Path)).ShouldContain("共 7 条");
    }

    [Fact]
    public async Task Who_may_only_read_is_shown_what_waits_without_a_way_to_it()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await OfferAsync(world, world.Committee.Anonymous(), "车位应当抽签");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        foreach (var path in new[] { "/office/consultation/questions", world.OfficePath })
        {
            (await world.Office.GetPageAsync(path)).QuerySelector("a[href*=moderation]").ShouldNotBeNull();
            (await chair.GetPageAsync(path)).QuerySelector("a[href*=moderation]").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Members_and_the_public_do_not_get_into_the_office()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var member = await world.Committee.SignInAsync("member");
        foreach (var path in new[] { "", "/moderation", "/edit", "/import", "/votes.csv" })
            (await member.GetAsync(world.OfficePath + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task The_same_words_are_not_offered_twice()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var answer = await OfferAsync(world, world.Committee.Anonymous(), OpinionWorld.Seeds[2]);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已经有人提过了");
    }

    private static Task<HttpResponseMessage> OfferAsync(OpinionWorld world, Visitor visitor, string text) =>
        visitor.SubmitAsync(world.Path + "/statements/new", new() { ["Text"] = text });

    private static async Task<HttpResponseMessage> DecideAsync(
        OpinionWorld world,
        string text,
        string verdict,
        string? fault,
        string view = ""
    )
    {
        var id = await world.StatementAsync(text);
        return await world.Office.SubmitAsync(
            world.OfficePath + "/moderation" + view,
            new() { [$"verdict.{id}"] = verdict, [$"fault.{id}"] = fault ?? "" },
            "form:has([name=seen])"
        );
    }

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        [
            .. form
                .Elements.OfType<IHtmlInputElement>()
                .Where(input => input is { Type: "hidden", Name: not null })
                .Select(input => KeyValuePair.Create(input.Name!, input.Value)),
        ];

    private static Task<HttpResponseMessage> PostAsync(
        OpinionWorld world,
        string path,
        IEnumerable<KeyValuePair<string, string>> fields
    ) => world.Office.Client.PostAsync(new Uri(world.Office.Base + path, UriKind.Relative), new FormUrlEncodedContent(fields));

    private static Task<List<OpinionStatement>> StatementsAsync(OpinionWorld world) =>
        world.Committee.InDbAsync(db => db.Set<OpinionStatement>().AsNoTracking().ToListAsync());
}
