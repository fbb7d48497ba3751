using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>How many of those who vote must agree, where a council's rule asks for a vote.</summary>
public enum VoteThreshold
{
    MoreThanHalf,
    TwoThirds,
    ThreeQuarters,
    All,
}

/// <summary>
/// 协商议事会 (ConsultationCouncil): the people of a place who consult, 1+7 of them seated for a term, X called for each matter. Its rule
/// says how a session goes; result is by consensus unless the rule asks for a vote.
/// </summary>
[ShownToPublic]
public sealed class ConsultationCouncil : CommitteeEntity
{
    public const int LongestName = 100;
    public const int MostMinutes = 60;
    public const int MostConcerned = 100;
    public const int UsualReworks = 2;
    public const int MostReworksAllowed = 9;

    private ConsultationCouncil() { }

    public Guid PlaceId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>None: consensus, with dissent noted.</summary>
    public VoteThreshold? Vote { get; private set; }

    /// <summary>How long one may speak at a time, in minutes; none: no limit.</summary>
    public int? SpeakingMinutes { get; private set; }

    /// <summary>How many of the residents concerned must be present.</summary>
    public int LeastConcerned { get; private set; }

    /// <summary>How often a matter may go back to its handling unit (重新办理).</summary>
    public int MostReworks { get; private set; } = UsualReworks;

    /// <summary>Number of the present term, from 1.</summary>
    public int Term { get; private set; }
    public DateOnly TermFrom { get; private set; }

    /// <summary>The last day of the present term; none while it is open.</summary>
    public DateOnly? TermUntil { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }

    public bool IsOpen => ClosedOn is null;

    public bool AsksForVote => Vote is not null;

    /// <exception cref="RefusedException">What was entered is not in order, or the place is closed.</exception>
    public static (ConsultationCouncil Council, PlaceStep Step) Found(Place place, CouncilDetails details, Doer doer)
    {
        RefusedException.ThrowIf(place.WhyNotChange() ?? details.Faults().FirstOrDefault());
        var council = new ConsultationCouncil { PlaceId = place.Id, Term = 1 };
        council.Take(details);
        (council.TermFrom, council.TermUntil) = (details.TermFrom!.Value, details.TermUntil);
        return (council, PlaceStep.Of(council.Id, PlaceVerb.Founded, doer, detail: council.Name));
    }

    public Refusal? WhyNotChange() => IsOpen ? null : new Refusal("CouncilClosed", Name);

    public PlaceStep Change(CouncilDetails details, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? details.Faults().FirstOrDefault());
        Take(details);
        (TermFrom, TermUntil) = (details.TermFrom!.Value, details.TermUntil);
        return PlaceStep.Of(Id, PlaceVerb.Changed, doer);
    }

    /// <summary>Why the next term cannot begin on a day.</summary>
    public Refusal? WhyNotBeginTerm(DateOnly? from) =>
        !IsOpen ? new Refusal("CouncilClosed", Name)
        : from is null ? new Refusal("TermDayMissing").At("TermFrom")
        : from <= TermFrom ? new Refusal("TermBeforeLast").At("TermFrom")
        : null;

    /// <summary>Begins the next term; seats of the one before end the day before.</summary>
    public IReadOnlyList<PlaceStep> BeginTerm(DateOnly from, DateOnly? until, IEnumerable<CouncilSeat> seats, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotBeginTerm(from));
        foreach (var seat in seats.Where(seat => seat.IsHeld && seat.From < from))
            seat.EndWithTerm(from.AddDays(-1));
        (Term, TermFrom, TermUntil) = (Term + 1, from, until);
        return [PlaceStep.Of(Id, PlaceVerb.TermBegun, doer, detail: $"{Term}")];
    }

    public PlaceStep Close(Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? ending.Fault(TermFrom, today));
        (ClosedOn, ClosedBecause) = (ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Closed, doer, ClosedBecause);
    }

    /// <summary>Whether a vote carries; always when the rule asks for none.</summary>
    /// <param name="agreeing">How many agree.</param>
    /// <param name="voting">How many voted; nobody carries nothing.</param>
    public bool Carries(int agreeing, int voting) => Carries(Vote, agreeing, voting);

    /// <summary>The same by a rule of which only the threshold is known.</summary>
    public static bool Carries(VoteThreshold? threshold, int agreeing, int voting) =>
        threshold switch
        {
            null => true,
            _ when voting <= 0 => false,
            VoteThreshold.MoreThanHalf => 2 * agreeing > voting,
            VoteThreshold.TwoThirds => 3 * agreeing >= 2 * voting,
            VoteThreshold.ThreeQuarters => 4 * agreeing >= 3 * voting,
            _ => agreeing == voting,
        };

    private void Take(CouncilDetails details)
    {
        Name = details.Name!.Trim();
        Vote = details.Vote;
        SpeakingMinutes = details.SpeakingMinutes;
        LeastConcerned = details.LeastConcerned;
        MostReworks = details.MostReworks;
    }
}

/// <summary>A council and its rule as they are entered.</summary>
public sealed record CouncilDetails
{
    public string? Name { get; init; }
    public VoteThreshold? Vote { get; init; }
    public int? SpeakingMinutes { get; init; }
    public int LeastConcerned { get; init; }
    public int MostReworks { get; init; } = ConsultationCouncil.UsualReworks;
    public DateOnly? TermFrom { get; init; }
    public DateOnly? TermUntil { get; init; }

    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("CouncilNameMissing").At(nameof(Name));
        foreach (var fault in Blank.TooLong((nameof(Name), Name, ConsultationCouncil.LongestName)))
            yield return fault;
        if (SpeakingMinutes is < 1 or > ConsultationCouncil.MostMinutes)
            yield return new Refusal("NumberOutside", 1, ConsultationCouncil.MostMinutes).At(nameof(SpeakingMinutes));
        if (LeastConcerned is < 0 or > ConsultationCouncil.MostConcerned)
            yield return new Refusal("NumberOutside", 0, ConsultationCouncil.MostConcerned).At(nameof(LeastConcerned));
        if (MostReworks is < 0 or > ConsultationCouncil.MostReworksAllowed)
            yield return new Refusal("NumberOutside", 0, ConsultationCouncil.MostReworksAllowed).At(nameof(MostReworks));
        if (TermFrom is null)
            yield return new Refusal("TermDayMissing").At(nameof(TermFrom));
        if (TermUntil < TermFrom)
            yield return new Refusal("EndBeforeBegin").At(nameof(TermUntil));
    }
}
