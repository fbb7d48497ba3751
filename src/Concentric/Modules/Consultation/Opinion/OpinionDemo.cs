using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>The first committee's questions: one that is open, with statements to moderate, and one that is closed. Each has its groups.</summary>
public sealed class OpinionDemo(DataFolder data) : IDemoPart
{
    private const string Office = "office";
    private const int VotersInASave = 60;

    /// <summary>Of a hundred answers of a group, so many are as the group's, and so many of the rest pass.</summary>
    private const int Faithful = 86;
    private const int Passing = 94;

    /// <summary>Of a hundred statements somebody answers so many.</summary>
    private const int Answered = 90;

    public int Order => 75;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        if (!world.IsFirst)
            return;
        var before = world.Clock.Now;
        foreach (var planned in data.ReadYaml<DemoQuestionsPlan>("demo/opinion.yaml").Questions)
            await AskAsync(world, planned, before.Year, cancellation);
        world.Clock.Now = before;
    }

    private static async Task AskAsync(DemoCommittee world, DemoQuestion planned, int year, CancellationToken cancellation)
    {
        var first = planned.From is { } from ? Day(year, from) : world.Today.AddDays(-planned.OpensDaysAgo);
        var question = Guid.Empty;
        world.At(first);
        await world.DoAsAsync(
            Office,
            "question",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<OpinionDesk>());
                var row = OpinionQuestion.Write(
                    new QuestionDetails
                    {
                        Title = planned.Title,
                        Introduction = planned.Introduction.Trim(),
                        OpensOn = first,
                        ClosesOn = planned.To is { } to ? Day(year, to) : null,
                    },
                    world.Clock.GetUtcNow()
                );
                db.Add(row);
                await db.SaveChangesAsync(cancellation);
                await desk.SeedAsync(row, string.Join('\n', planned.Statements.Select(one => one.Text)), cancellation);
                await desk.OpenAsync(row, cancellation);
                question = row.Id;
            }
        );
        for (var voter = 0; voter < planned.Voters; voter += VotersInASave)
            await VoteAsync(world, planned, question, (voter, Math.Min(planned.Voters, voter + VotersInASave)), cancellation);
        await OfferAsync(world, planned, question, first, cancellation);
        if (planned.To is { } last)
        {
            world.At(Day(year, last), 18);
            await world.DoAsAsync(
                Office,
                "close question",
                async services =>
                {
                    var desk = services.GetRequiredService<OpinionDesk>();
                    await desk.CloseAsync((await desk.FindAsync(question, cancellation))!, cancellation);
                }
            );
        }

        await world.DoAsync(
            "opinion map",
            services => services.GetRequiredService<OpinionCount>().FollowAsync(question, cancellation)
        );
    }

    private static Task VoteAsync(
        DemoCommittee world,
        DemoQuestion planned,
        Guid question,
        (int From, int To) voters,
        CancellationToken cancellation
    ) =>
        world.DoAsync(
            "votes",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var statements = await db.Set<OpinionStatement>()
                    .Where(row => row.QuestionId == question)
                    .ToDictionaryAsync(row => row.Text, row => row.Id, cancellation);
                for (var number = voters.From; number < voters.To; number++)
                    AddVoter(world, planned, question, number, statements, db);
                await db.SaveChangesAsync(cancellation);
            }
        );

    private static void AddVoter(
        DemoCommittee world,
        DemoQuestion planned,
        Guid question,
        int number,
        Dictionary<string, Guid> statements,
        AppDb db
    )
    {
        world.Clock.Now += TimeSpan.FromMinutes(7 + world.Random.Next(90));
        var voter = new OpinionVoter
        {
            QuestionId = question,
            Kind = VoiceKind.Device,
            Digest = OpinionVoter.DigestOf(question, VoiceKind.Device, number.ToString("x32", CultureInfo.InvariantCulture)),
            CameAt = world.Clock.GetUtcNow(),
        };
        db.Add(voter);
        var group = GroupOf(planned, number);
        foreach (var statement in planned.Statements.Where(_ => world.Random.Next(100) < Answered))
        {
            world.Clock.Now += TimeSpan.FromSeconds(6);
            db.Add(
                new OpinionVote
                {
                    QuestionId = question,
                    VoterId = voter.Id,
                    StatementId = statements[statement.Text],
                    Choice = Choose(statement.Signs[group], world.Random),
                    CastAt = world.Clock.GetUtcNow(),
                }
            );
        }
    }

    /// <summary>Spread evenly by the groups' shares.</summary>
    private static int GroupOf(DemoQuestion planned, int number)
    {
        var place = number * 37 % 100;
        for (var group = 0; group < planned.Groups.Count - 1; group++)
        {
            place -= planned.Groups[group];
            if (place < 0)
                return group;
        }

        return planned.Groups.Count - 1;
    }

    private static Vote Choose(char sign, Random random)
    {
        var lot = random.Next(100);
        return sign == '0' ? (Vote)(random.Next(3) - 1)
            : lot < Faithful ? (sign == '+' ? Vote.Agree : Vote.Disagree)
            : lot < Passing ? Vote.Pass
            : sign == '+' ? Vote.Disagree
            : Vote.Agree;
    }

    private static Task OfferAsync(
        DemoCommittee world,
        DemoQuestion planned,
        Guid question,
        DateOnly first,
        CancellationToken cancellation
    ) =>
        world.DoAsAsync(
            Office,
            "offered statements",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var voters = await db.Set<OpinionVoter>()
                    .Where(row => row.QuestionId == question)
                    .OrderBy(row => row.CameAt)
                    .Select(row => row.Id)
                    .Take(planned.Offered.Count + 1)
                    .ToListAsync(cancellation);
                world.At(first.AddDays(3), 20);
                var desk = services.GetRequiredService<OpinionDesk>();
                foreach (var (at, offered) in planned.Offered.Index())
                {
                    var statement = OpinionStatement.Offer(question, voters[at], offered.Text, world.Clock.GetUtcNow());
                    if (offered.Fault is { } fault)
                        statement.Reject(fault, desk.Doer);
                    db.Add(statement);
                }

                if (planned.Flagged is { } flagged)
                {
                    var text = planned.Statements[flagged.Statement - 1].Text;
                    var statement = await db.Set<OpinionStatement>()
                        .SingleAsync(row => row.QuestionId == question && row.Text == text, cancellation);
                    var flag = new OpinionFlag
                    {
                        QuestionId = question,
                        StatementId = statement.Id,
                        VoterId = voters[^1],
                        Words = flagged.Words,
                        RaisedAt = world.Clock.GetUtcNow(),
                    };
                    db.Add(flag);
                }

                await db.SaveChangesAsync(cancellation);
            }
        );

    /// <summary>Month and day.</summary>
    private static DateOnly Day(int year, string day) =>
        DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary><c>data/demo/opinion.yaml</c>.</summary>
public sealed class DemoQuestionsPlan
{
    public List<DemoQuestion> Questions { get; set; } = [];
}

/// <summary>A question and how its groups answer.</summary>
public sealed class DemoQuestion
{
    public string Title { get; set; } = "";
    public string Introduction { get; set; } = "";

    /// <summary>Month and day of the first day; none: so many days before the world is built.</summary>
    public string? From { get; set; }
    public string? To { get; set; }
    public int OpensDaysAgo { get; set; }
    public int Voters { get; set; }

    /// <summary>Percent.</summary>
    public List<int> Groups { get; set; } = [];
    public List<DemoOpinionStatement> Statements { get; set; } = [];
    public List<DemoOpinionStatement> Offered { get; set; } = [];
    public DemoOpinionFlag? Flagged { get; set; }
}

public sealed class DemoOpinionStatement
{
    public string Text { get; set; } = "";

    /// <summary>One a group: + agrees, - does not, 0 is undecided.</summary>
    public string Signs { get; set; } = "";
    public StatementFault? Fault { get; set; }
}

public sealed class DemoOpinionFlag
{
    /// <summary>Counted from 1.</summary>
    public int Statement { get; set; }
    public string Words { get; set; } = "";
}
