using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Platform.Data;
using Concentric.Rules.Opinion;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Opinion;

/// <summary>A committee that asks one question, with its office.</summary>
public sealed class OpinionWorld
{
    /// <summary>Five that divide people and three that do not.</summary>
    public static readonly string[] Seeds =
    [
        "小区应当先修停车场",
        "小区应当先修儿童乐园",
        "停车费可以涨一点",
        "绿地可以改成车位",
        "夜里应当禁止外来车辆",
        "楼道灯要尽快修好",
        "公告应当贴到每个单元",
        "电动车要有充电棚",
    ];

    private OpinionWorld(TestCommittee committee, Visitor office, Guid question) =>
        (Committee, Office, Question) = (committee, office, question);

    public TestCommittee Committee { get; }
    public Visitor Office { get; }
    public Guid Question { get; }
    public string Path => $"/questions/{Question}";
    public string OfficePath => $"/office/consultation/questions/{Question}";

    /// <summary>Where the trial of an import was shown.</summary>
    public string Tried { get; set; } = "";

    /// <summary>A draft without statements.</summary>
    public static async Task<OpinionWorld> CreateEmptyAsync(Installation installation)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        var written = await office.SubmitAsync(
            "/office/consultation/questions/new",
            new()
            {
                ["Input.Title"] = "停车难，怎么办？",
                ["Input.Introduction"] = "请大家来商量。",
                ["Input.TakesStatements"] = "true",
            }
        );
        var question = Guid.Parse(written.Headers.Location!.ToString().Split('/')[^1]);
        return new OpinionWorld(committee, office, question);
    }

    public static async Task<OpinionWorld> CreateAsync(Installation installation, bool isOpen = true)
    {
        var world = await CreateEmptyAsync(installation);
        await world.Office.SubmitAsync(
            world.OfficePath,
            new() { ["Lines"] = string.Join('\n', Seeds) },
            "form[action*='handler=Seed']"
        );
        if (isOpen)
            await world.Office.SubmitAsync(world.OfficePath, [], "form[action*='handler=Open']");
        return world;
    }

    /// <summary>Text of the page's main part.</summary>
    public static async Task<string> MainAsync(Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    /// <summary>Answers the statement that the page asks, and says which it was.</summary>
    public async Task<string> AnswerAsync(Visitor visitor, Vote choice, Guid? statement = null)
    {
        var path = statement is null ? Path : $"{Path}?statement={statement}";
        var page = await visitor.GetPageAsync(path);
        var form = (IHtmlFormElement)page.QuerySelector("form.opinion-ask")!;
        var asked = form.QuerySelector("h2")!.TextContent.Trim();
        var answer = await visitor.SendAsync(path, form, new() { ["Choice"] = choice.ToString() });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return asked;
    }

    public Task<List<OpinionVote>> VotesAsync() =>
        Committee.InDbAsync(db => db.Set<OpinionVote>().AsNoTracking().Where(row => row.QuestionId == Question).ToListAsync());

    public async Task<Guid> StatementAsync(string text) =>
        (
            await Committee.InDbAsync(db =>
                db.Set<OpinionStatement>().SingleAsync(row => row.QuestionId == Question && row.Text == text)
            )
        ).Id;

    /// <summary>So many devices answer the seeds alike: one sign each, + agrees, - does not, 0 passes, a gap is no answer.</summary>
    public Task VoteAsync(int first, int people, string signs) =>
        Committee.DoAsync(async services =>
        {
            var ballots = services.GetRequiredService<OpinionBallot>();
            var question = (await ballots.FindAsync(Question, CancellationToken.None))!;
            var statements = await services
                .GetRequiredService<AppDb>()
                .Set<OpinionStatement>()
                .Where(row => row.QuestionId == Question)
                .ToDictionaryAsync(row => row.Text, row => row.Id);
            for (var person = first; person < first + people; person++)
            {
                var voice = new Voice(VoiceKind.Device, person.ToString("x64"));
                for (var at = 0; at < signs.Length; at++)
                {
                    if (signs[at] == ' ')
                        continue;
                    // One in the camp passes, each on something else.
                    var vote =
                        at == person % signs.Length ? Vote.Pass
                        : signs[at] == '+' ? Vote.Agree
                        : signs[at] == '-' ? Vote.Disagree
                        : Vote.Pass;
                    (
                        await ballots.CastAsync(question, statements[Seeds[at]], vote, voice, CancellationToken.None)
                    ).ShouldBeNull();
                }
            }
        });
}
