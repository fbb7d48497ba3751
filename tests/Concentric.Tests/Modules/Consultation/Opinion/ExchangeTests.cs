using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Opinion;

/// <summary>Votes go out and come in as Polis writes them; what comes in is checked first and written all or not at all.</summary>
public sealed class ExchangeTests(Installation installation)
{
    private const string Comments =
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        + "1,x,0,7,1,1,1,修好路灯\n2,x,1,7,0,0,-1,\"广告, \"\"真的\"\"\"\n3,x,2,8,1,0,0,多设几条长椅\n";

    private const string Votes =
        "timestamp,datetime,comment-id,voter-id,vote\n20,x,0,a,1\n10,x,0,a,-1\n15,x,0,b,-1\n16,x,2,b,1\n";

    [Fact]
    public async Task What_goes_out_comes_in_as_the_same_answers()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 9, "+-+++++");
        await world.VoteAsync(9, 7, "-+---+ ");
        await world.Committee.Anonymous().SubmitAsync(world.Path + "/statements/new", new() { ["Text"] = "=车位应当抽签" });
        await OpinionWorld.MainAsync(world.Office, world.Path + "/results");
        var comments = await FileAsync(world, "comments.csv");
        comments.ShouldContain(",0,'=车位应当抽签");
        var table = await FileAsync(world, "participants-votes.csv");
        table.Split("\r\n")[0].ShouldBe("participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2,3,4,5,6,7,8");
        foreach (var votes in new[] { await FileAsync(world, "votes.csv"), table })
        {
            var other = await OpinionWorld.CreateEmptyAsync(installation);
            (await ImportAsync(other, comments, votes)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await AnswersAsync(other)).ShouldBe(await AnswersAsync(world));
            (await other.StatementAsync("=车位应当抽签")).ShouldNotBe(Guid.Empty);
        }
    }

    [Fact]
    public async Task A_foreign_export_is_tried_first_and_its_people_are_pseudonyms()
    {
        var world = await OpinionWorld.CreateEmptyAsync(installation);
        var tried = await TryAsync(world, Comments, Votes);
        tried.ShouldContain("3 条，其中通过 1 条");
        (await world.VotesAsync()).ShouldBeEmpty();
        await ImportAsync(world, Comments, Votes);
        (await AnswersAsync(world)).ShouldBe(["修好路灯 Agree", "修好路灯 Disagree", "多设几条长椅 Agree"]);
        var voters = await world.Committee.InDbAsync(db => db.Set<OpinionVoter>().AsNoTracking().ToListAsync());
        voters.ShouldAllBe(voter => voter.Kind == VoiceKind.Imported && voter.Digest.Length == 64);
        (await world.VotesAsync()).Min(vote => vote.CastAt).ShouldBe(DateTimeOffset.FromUnixTimeSeconds(15));
        (await TryAsync(world, Comments, Votes)).ShouldContain("只能导入到空的草稿中");
    }

    [Theory]
    [InlineData("comment-id,moderated\n1,1\n", Votes, "comment-body")]
    [InlineData(Comments, "comment-id,voter-id,vote\n0,a,7\n", "Line 2: '7' is no vote")]
    [InlineData(Comments, "comment-id,voter-id,vote\n9,a,1\n", "votes.csv 第 2 行：编号“9”的陈述不在 comments.csv 里")]
    [InlineData("comment-id,moderated,comment-body\n1,1,打13812345678\n", "comment-id,voter-id,vote\n", "像是电话")]
    public async Task A_file_at_fault_names_its_line_and_nothing_comes_in(string comments, string votes, string told)
    {
        var world = await OpinionWorld.CreateEmptyAsync(installation);
        (await TryAsync(world, comments, votes)).ShouldContain(told);
        (await world.Committee.InDbAsync(db => db.Set<OpinionStatement>().CountAsync())).ShouldBe(0);
    }

    private static async Task<string> FileAsync(OpinionWorld world, string name)
    {
        var file = await world.Office.GetAsync($"{world.OfficePath}/{name}");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF');
    }

    private static async Task<List<string>> AnswersAsync(OpinionWorld world) =>
        await world.Committee.InDbAsync(async db =>
        {
            var texts = await db.Set<OpinionStatement>().ToDictionaryAsync(row => row.Id, row => row.Text);
            var votes = await db.Set<OpinionVote>().AsNoTracking().ToListAsync();
            return votes.Select(vote => $"{texts[vote.StatementId]} {vote.Choice}").Order(StringComparer.Ordinal).ToList();
        });

    private static async Task<string> TryAsync(OpinionWorld world, string comments, string votes)
    {
        var path = world.OfficePath + "/import";
        var page = await world.Office.GetPageAsync(path);
        if (page.QuerySelector("main form[action*='handler=Try']") is not IHtmlFormElement form)
            return page.QuerySelector("main")!.TextContent;
        using var sent = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            sent.Add(new StringContent(input.Value), input.Name!);
        sent.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(comments)), "Comments", "comments.csv");
        sent.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(votes)), "Votes", "votes.csv");
        var answer = await world.Office.Client.PostAsync(
            new Uri($"{world.Office.Base}{path}?handler=Try", UriKind.Relative),
            sent
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        world.Tried = answer.Headers.Location!.ToString()[world.Office.Base.Length..];
        return WebUtility.HtmlDecode(await (await world.Office.GetAsync(world.Tried)).Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> ImportAsync(OpinionWorld world, string comments, string votes)
    {
        await TryAsync(world, comments, votes);
        return await world.Office.SubmitAsync(world.Tried, [], "form[action*='handler=Import']");
    }
}
