using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>Something that could be done to a matter in the office, and why not.</summary>
/// <param name="Verb">What.</param>
/// <param name="WhyNot">None when whoever reads may do it now.</param>
/// <param name="IsNext">Whether it is what is usually done next.</param>
public sealed record MatterOffer(MatterVerb Verb, Refusal? WhyNot, bool IsNext)
{
    /// <summary>Done without a form: nothing has to be said.</summary>
    public bool IsWordless => MatterOffers.Wordless.Contains(Verb);

    /// <summary>The last part of the address of its form.</summary>
    public string Slug => MatterWording.Slug(Verb);
}

/// <summary>What can be done to a matter in the office, for its page and for the cards of the board.</summary>
public sealed class MatterOffers(MatterReasons reasons, MatterField field, CurrentActor actor, Words words)
{
    /// <summary>What needs no words at all.</summary>
    public static IReadOnlyList<MatterVerb> Wordless { get; } = [MatterVerb.SeekFeedback, MatterVerb.SettleFeedback];

    /// <summary>What a card of the board can do at once.</summary>
    public static IReadOnlyList<MatterVerb> AtOnce { get; } = [MatterVerb.Accept, MatterVerb.Approve, .. Wordless];

    /// <summary>What stands in the way of something that nobody asks for just now: it is not worth a line.</summary>
    private static readonly string[] NotAskedFor =
    [
        "ExtensionNotAsked",
        "ReturnSettledAlready",
        "MatterNotPublic",
        "MatterClearTooEarly",
        "MatterEnded",
    ];

    /// <summary>What sessions do: they conclude a matter by being held.</summary>
    public static IReadOnlyList<MatterVerb> InSessions { get; } =
    [MatterVerb.BeginSession, MatterVerb.Conclude, MatterVerb.DraftMinutes, MatterVerb.SignMinutes, MatterVerb.TakeBack];

    /// <summary>Every deed that the state allows, the usual one first; what only others may do tells who.</summary>
    public async Task<IReadOnlyList<MatterOffer>> ForAsync(Matter matter, CancellationToken cancellation)
    {
        var next = NextOf(matter);
        var offers = new List<MatterOffer>();
        foreach (var verb in Verbs(matter.State).Concat([MatterVerb.AddWords, MatterVerb.Clear, MatterVerb.Conceal]))
        {
            var refusal = await reasons.WhyNotAsync(matter, verb, cancellation);
            if (refusal?.Code is { } code && NotAskedFor.Contains(code))
                continue;
            offers.Add(new MatterOffer(verb, refusal, verb == next));
        }

        // Where it cannot be handled again any more, it is closed as what it came to.
        if (next == MatterVerb.Rework && offers.Exists(offer => offer is { Verb: MatterVerb.Rework, WhyNot: not null }))
            offers = offers.ConvertAll(offer => offer with { IsNext = offer.Verb == MatterVerb.Close });
        return [.. offers.OrderByDescending(offer => offer.IsNext)];
    }

    /// <summary>The usual step; of what the submitter is not satisfied with, having it handled again.</summary>
    private static MatterVerb? NextOf(Matter matter) =>
        matter is { State: MatterState.FeedbackGiven, Satisfaction: SatisfactionMark.NotSatisfied }
            ? MatterVerb.Rework
            : MatterMoves.NextOf(matter.State);

    /// <summary>
    /// The moves that lead a matter of this state and place to another column, for whoever reads. What stands in the way beyond that, the
    /// move itself tells.
    /// </summary>
    public async Task<IReadOnlyList<MatterMove>> MovesAsync(MatterState state, Guid placeId, CancellationToken cancellation)
    {
        var open = new List<MatterMove>();
        foreach (var move in MatterMoves.From(state).Where(move => Verbs(state).Contains(move.Verb)))
        {
            if (move.To is null || !actor.Can(move.Permission!))
                continue;
            var scope = await field.OfAsync(move.Permission!, cancellation);
            if (scope.IsWhole || scope.Places.Contains(placeId))
                open.Add(move);
        }

        return [.. open.OrderByDescending(move => move.Verb == MatterMoves.NextOf(state))];
    }

    /// <summary>The columns to which a matter of this state is led by somebody else, or elsewhere, in the words of its page.</summary>
    public IReadOnlyDictionary<MatterPhase, string> WhyNotMoves(MatterState state) =>
        MatterMoves
            .From(state)
            .Where(move => move.To is { } to && MatterPhases.Of(to) != MatterPhases.Of(state))
            .GroupBy(move => MatterPhases.Of(move.To!.Value))
            .ToDictionary(group => group.Key, group => WhyNotHere(group.First()));

    private string WhyNotHere(MatterMove move) =>
        InSessions.Contains(move.Verb) ? words["Matter.NextInSession", words["MatterVerb." + move.Verb]]
        : move.Permission == MatterPermissions.Handle ? words["Matter.NextByUnit"]
        : words.Of(
            actor.Can(move.Permission!)
                ? new Refusal("MatterOutsideField")
                : new Refusal("MatterNotPermitted", reasons.WhoMay(move.Permission!))
        );

    /// <summary>What the office itself does from a state: not the handling unit, nor a session.</summary>
    private static IEnumerable<MatterVerb> Verbs(MatterState state) =>
        MatterMoves
            .From(state)
            .Where(move =>
                move.Permission != MatterPermissions.Handle
                && move.Verb != MatterVerb.RefuseExtension
                && !InSessions.Contains(move.Verb)
            )
            .Select(move => move.Verb)
            .Distinct();
}

/// <summary>What can be done without a form, from a page or a card of the board.</summary>
internal static class MattersAtOnce
{
    /// <summary>Does it; none when the verb needs a form.</summary>
    internal static async Task<MatterAnswer?> DoAtOnceAsync(
        this MatterActs acts,
        Guid id,
        MatterVerb verb,
        CancellationToken cancellation
    ) =>
        verb switch
        {
            MatterVerb.Accept => await acts.AcceptAsync(id, cancellation: cancellation),
            MatterVerb.Approve => await acts.DoAsync(
                id,
                new MatterDeed(verb, (matter, act) => matter.Approve(words: null, act)),
                cancellation
            ),
            MatterVerb.SeekFeedback => await acts.DoAsync(
                id,
                new MatterDeed(verb, (matter, act) => matter.SeekFeedback(act)),
                cancellation
            ),
            MatterVerb.SettleFeedback => await acts.DoAsync(
                id,
                new MatterDeed(verb, (matter, act) => matter.SettleFeedback(act)),
                cancellation
            ),
            _ => null,
        };
}
