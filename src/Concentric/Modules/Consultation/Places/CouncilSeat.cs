using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>One of the 1+7 of a council, for a term: a person by name, or a member by seat. X is called for each matter and sits nowhere.</summary>
[ShownToPublic]
public sealed class CouncilSeat : CommitteeEntity
{
    public const int LongestName = 50;
    public const int LongestPost = 100;

    private CouncilSeat() { }

    public Guid CouncilId { get; private set; }
    public int Term { get; private set; }

    /// <summary>What the seat is for, as in <c>data/consultation/council-composition.yaml</c>.</summary>
    public string SeatKind { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The post that brings the person into the council, in words.</summary>
    public string? Post { get; private set; }

    /// <summary>The member's seat, where a member sits as one.</summary>
    public Guid? MembershipId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day; none while the seat is held.</summary>
    public DateOnly? Until { get; private set; }
    public string? LeftBecause { get; private set; }

    public bool IsHeld => Until is null;

    /// <exception cref="RefusedException">What was entered is not in order, or the council is closed.</exception>
    public static (CouncilSeat Seat, PlaceStep Step) Take(
        ConsultationCouncil council,
        SeatDetails details,
        CouncilComposition composition,
        Doer doer
    )
    {
        RefusedException.ThrowIf(council.WhyNotChange() ?? details.Faults(council, composition).FirstOrDefault());
        var seat = new CouncilSeat
        {
            CouncilId = council.Id,
            Term = council.Term,
            SeatKind = details.SeatKind!,
            Name = details.Name!.Trim(),
            Post = Blank.ToNull(details.Post),
            MembershipId = details.MembershipId,
            From = details.From!.Value,
        };
        return (seat, PlaceStep.Of(council.Id, PlaceVerb.SeatTaken, doer, detail: seat.Name));
    }

    public Refusal? WhyNotLeave() => IsHeld ? null : new Refusal("SeatLeft", Name);

    public PlaceStep Leave(Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotLeave() ?? ending.Fault(From, today));
        (Until, LeftBecause) = (ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(CouncilId, PlaceVerb.SeatLeft, doer, LeftBecause, Name);
    }

    internal void EndWithTerm(DateOnly lastDay) => Until = lastDay;
}

/// <summary>A seat as it is entered.</summary>
public sealed record SeatDetails
{
    public string? SeatKind { get; init; }
    public string? Name { get; init; }
    public string? Post { get; init; }
    public Guid? MembershipId { get; init; }
    public DateOnly? From { get; init; }

    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults(ConsultationCouncil council, CouncilComposition composition)
    {
        if (composition.Find(SeatKind) is not { Called: false })
            yield return new Refusal("SeatKindMissing").At(nameof(SeatKind));
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("SeatNameMissing").At(nameof(Name));
        if (From is null)
            yield return new Refusal("SeatDayMissing").At(nameof(From));
        if (From < council.TermFrom || From > council.TermUntil)
            yield return new Refusal("SeatOutsideTerm").At(nameof(From));
        foreach (
            var fault in Blank.TooLong(
                (nameof(Name), Name, CouncilSeat.LongestName),
                (nameof(Post), Post, CouncilSeat.LongestPost)
            )
        )
            yield return fault;
    }
}
