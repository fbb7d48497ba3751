using Concentric.Platform.Data;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>A statement with its votes.</summary>
/// <param name="Text">In its own words.</param>
/// <param name="Votes">Overall, or of the group it marks.</param>
/// <param name="OfGroups">In the order of the groups; none where so few answered that they could be told.</param>
/// <param name="Answer">The reader's own.</param>
public sealed record StatementResult(Guid Id, string Text, VoteCount Votes, IReadOnlyList<VoteCount?> OfGroups, Vote? Answer);

/// <summary>A statement that marks a group, or that all share, and on which side.</summary>
public sealed record MarkingStatement(string Text, bool Agrees, VoteCount Votes);

/// <summary>A group of people who answer alike.</summary>
/// <param name="Letter">A, B, C …</param>
/// <param name="People">None where they are too few to be told.</param>
public sealed record GroupResult(int Label, string Letter, int? People, IReadOnlyList<MarkingStatement> Marks);

/// <summary>What a reader may see of a question's answers.</summary>
public sealed record QuestionResults
{
    /// <summary>Fewer are not told about: each could be found out by the others.</summary>
    public const int FewestVoters = 7;

    /// <summary>Groups of fewer people together are chance.</summary>
    public const int FewestForMap = OpinionGroups.FewestPeople;

    public required int Voters { get; init; }
    public required int Votes { get; init; }
    public DateTimeOffset? ComputedAt { get; init; }

    public bool IsHidden => Voters < FewestVoters;

    public IReadOnlyList<StatementResult> Statements { get; init; } = [];
    public IReadOnlyList<MarkingStatement> Shared { get; init; } = [];

    /// <summary>None where there are too few people for groups, or all answer alike.</summary>
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];
    public int LeftOut { get; init; }

    /// <summary>The number of groups that has looked clearer lately, and for how many counts running.</summary>
    public (int Groups, int Wins)? Challenger { get; init; }

    public MapDrawing? Map { get; init; }

    /// <summary>The group nearest to the reader's own answers.</summary>
    public GroupResult? Nearest { get; init; }
}

/// <summary>Puts together what a reader may see: nothing below seven voters, no count of a group below three people.</summary>
public sealed class OpinionResults(AppDb db, OpinionCount count, OpinionBallot ballots)
{
    public async Task<QuestionResults> OfAsync(Guid questionId, Voice? voice, CancellationToken cancellation)
    {
        var (result, picture) = await count.CurrentAsync(questionId, cancellation);
        if (result is null || picture is null || result.Voters < QuestionResults.FewestVoters)
            return new QuestionResults { Voters = result?.Voters ?? 0, Votes = result?.Votes ?? 0 };
        var texts = await db.Set<OpinionStatement>()
            .AsNoTracking()
            .Where(row => row.QuestionId == questionId)
            .ToDictionaryAsync(row => row.Id, row => row.Text, cancellation);
        var answers = (await ballots.LookAsync(questionId, voice, cancellation))
            .Statements.Where(one => one.Answer is not null)
            .ToDictionary(one => one.Id, one => one.Answer!.Value);
        return Tell(result, picture, new Answers(texts, answers));
    }

    private static QuestionResults Tell(OpinionResult result, OpinionPicture picture, Answers own)
    {
        var hasMap = picture.Groups.Count > 1 && picture.Participants - picture.LeftOut >= QuestionResults.FewestForMap;
        var withheld = hasMap
            ? SmallCounts.Withheld([.. picture.Groups.Select(group => group.People)], picture.Participants)
            : [];
        var groups = hasMap ? picture.Groups.Select((group, at) => Group(picture, group, withheld[at], own)).ToList() : [];
        var place = hasMap ? own.PlaceIn(picture) : null;
        return new QuestionResults
        {
            Voters = result.Voters,
            Votes = result.Votes,
            ComputedAt = result.ComputedAt,
            Statements = [.. picture.Statements.Select(one => Statement(one, withheld, own))],
            Shared = [.. picture.Consensus.Select(one => Marking(picture, one, picture.Statements[one.Statement].Votes, own))],
            Groups = groups,
            LeftOut = picture.LeftOut,
            Challenger = picture.Count is { Challenger: { } other, Wins: > 0 } ? (other, picture.Count.Wins) : null,
            Map = hasMap ? MapDrawing.Of(picture, withheld, place) : null,
            Nearest = place is { } at && picture.Nearest(at) is { } nearest ? groups[nearest] : null,
        };
    }

    private static GroupResult Group(OpinionPicture picture, PicturedGroup group, bool isWithheld, Answers own) =>
        new(
            group.Label,
            Letter(group.Label),
            isWithheld ? null : group.People,
            isWithheld
                ? []
                :
                [
                    .. group
                        .Representative.Where(one => one.Votes.Seen >= SmallCounts.Fewest)
                        .Select(one => Marking(picture, one, one.Votes, own)),
                ]
        );

    private static MarkingStatement Marking(OpinionPicture picture, RepresentativeStatement one, VoteCount votes, Answers own) =>
        new(own.TextOf(picture.Statements[one.Statement]), one.Agrees, votes);

    private static StatementResult Statement(PicturedStatement one, IReadOnlyList<bool> groupWithheld, Answers own)
    {
        var id = Guid.ParseExact(one.Statement, "N");
        var small = SmallCounts.Withheld([.. one.OfGroups.Select(group => group.Seen)], one.Votes.Seen);
        var ofGroups = groupWithheld.Select((isWithheld, at) => isWithheld || small[at] ? null : (VoteCount?)one.OfGroups[at]);
        return new StatementResult(id, own.TextOf(one), one.Votes, [.. ofGroups], own.To(id));
    }

    internal static string Letter(int label) => ((char)('A' + label)).ToString();

    /// <summary>The words of the statements and the reader's own answers.</summary>
    private sealed class Answers(Dictionary<Guid, string> texts, Dictionary<Guid, Vote> given)
    {
        internal string TextOf(PicturedStatement one) => texts.GetValueOrDefault(Guid.ParseExact(one.Statement, "N"), "");

        internal Vote? To(Guid statement) => given.TryGetValue(statement, out var vote) ? vote : null;

        /// <summary>Where the reader stands; nowhere before as many answers as grouping asks for.</summary>
        internal MapPoint? PlaceIn(OpinionPicture picture)
        {
            var own = picture
                .Statements.Index()
                .Select(pair => (At: pair.Index, Vote: To(Guid.ParseExact(pair.Item.Statement, "N"))))
                .Where(pair => pair.Vote is not null)
                .ToDictionary(pair => pair.At, pair => pair.Vote!.Value);
            return own.Count >= Math.Min(OpinionGroups.FewestVotes, picture.Statements.Count) ? picture.Place(own) : null;
        }
    }
}
