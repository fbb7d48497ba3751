using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What stands open to people at a place.</summary>
public enum VenueKind
{
    Room,
    Workstation,
    Studio,
    ContactPoint,
}

/// <summary>Something at a place that people can go to: it has an address and hours, a number for the public, and is closed, never deleted.</summary>
public abstract class PlaceVenue : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestAddress = 200;
    public const int LongestAbout = 1000;
    public const int LongestMeets = 200;
    public const int LongestPhone = 40;

    public abstract VenueKind Kind { get; }
    public Guid PlaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Address { get; private set; }
    public DateOnly OpenedOn { get; private set; }

    /// <summary>What it is, in words for the public.</summary>
    public string? About { get; private set; }

    /// <summary>When it meets or is open, in words.</summary>
    public string? Meets { get; private set; }

    /// <summary>A number of the house that the public may ring; never a person's own.</summary>
    public string? PublicPhone { get; private set; }

    /// <summary>The member who answers for it: the head of a workstation, whose name a studio bears, who keeps a contact point.</summary>
    public Guid? MembershipId { get; private set; }
    public string? MemberName { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }

    public bool IsOpen => ClosedOn is null;

    /// <summary>A new venue at a place, with the step it leaves.</summary>
    /// <exception cref="RefusedException">What was entered is not in order, or the place is closed.</exception>
    public static (T Venue, PlaceStep Step) Open<T>(Place place, VenueDetails details, DateOnly today, Doer doer)
        where T : PlaceVenue, new()
    {
        var venue = new T { PlaceId = place.Id };
        RefusedException.ThrowIf(place.WhyNotChange() ?? details.Faults(venue.Kind, today).FirstOrDefault());
        venue.Take(details);
        return (venue, PlaceStep.Of(venue.Id, PlaceVerb.Founded, doer, detail: venue.Name));
    }

    public Refusal? WhyNotChange() => IsOpen ? null : new Refusal("VenueClosed", Name);

    public PlaceStep Change(VenueDetails details, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? details.Faults(Kind, today).FirstOrDefault());
        var (earlierName, earlierMember) = (Name, MembershipId);
        Take(details);
        return MembershipId != earlierMember ? PlaceStep.Of(Id, PlaceVerb.HeadNamed, doer, detail: MemberName)
            : Name != earlierName ? PlaceStep.Of(Id, PlaceVerb.Renamed, doer, detail: earlierName)
            : PlaceStep.Of(Id, PlaceVerb.Changed, doer);
    }

    public Refusal? WhyNotClose() => WhyNotChange();

    public PlaceStep Close(Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotClose() ?? ending.Fault(OpenedOn, today));
        (ClosedOn, ClosedBecause) = (ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Closed, doer, ClosedBecause);
    }

    private void Take(VenueDetails details)
    {
        Name = details.Name!.Trim();
        Address = Blank.ToNull(details.Address);
        OpenedOn = details.OpenedOn!.Value;
        About = Blank.ToNull(details.About);
        Meets = Blank.ToNull(details.Meets);
        PublicPhone = Blank.ToNull(details.PublicPhone);
        if (Kind != VenueKind.Room)
            (MembershipId, MemberName) = (details.MembershipId, details.MemberName);
    }
}

/// <summary>协商议事室 (ConsultationRoom): where the council of a place meets and residents are heard.</summary>
[ShownToPublic]
public sealed class ConsultationRoom : PlaceVenue
{
    public override VenueKind Kind => VenueKind.Room;
}

/// <summary>委员工作站 (MemberWorkstation): the members' front-line station; the member who answers for it is its head (站长).</summary>
[ShownToPublic]
public sealed class MemberWorkstation : PlaceVenue
{
    public override VenueKind Kind => VenueKind.Workstation;
}

/// <summary>委员工作室 (MemberStudio): named after a member.</summary>
[ShownToPublic]
public sealed class MemberStudio : PlaceVenue
{
    public override VenueKind Kind => VenueKind.Studio;
}

/// <summary>社情民意联系点 (OpinionContactPoint): where opinion is collected.</summary>
[ShownToPublic]
public sealed class OpinionContactPoint : PlaceVenue
{
    public override VenueKind Kind => VenueKind.ContactPoint;
}

/// <summary>A venue as it is entered.</summary>
public sealed record VenueDetails
{
    public string? Name { get; init; }
    public string? Address { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public string? About { get; init; }
    public string? Meets { get; init; }
    public string? PublicPhone { get; init; }
    public Guid? MembershipId { get; init; }
    public string? MemberName { get; init; }

    /// <summary>What is wrong with it, each beside its field.</summary>
    /// <param name="kind">A studio is nobody's without a member.</param>
    /// <param name="today">In the committee's zone.</param>
    public IEnumerable<Refusal> Faults(VenueKind kind, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("VenueNameMissing").At(nameof(Name));
        if (OpenedOn is null)
            yield return new Refusal("VenueOpenedMissing").At(nameof(OpenedOn));
        if (OpenedOn > today)
            yield return new Refusal("VenueOpensToCome").At(nameof(OpenedOn));
        if (kind == VenueKind.Studio && MembershipId is null)
            yield return new Refusal("StudioMemberMissing").At(nameof(MembershipId));
        var tooLong = Blank.TooLong(
            (nameof(Name), Name, PlaceVenue.LongestName),
            (nameof(Address), Address, PlaceVenue.LongestAddress),
            (nameof(About), About, PlaceVenue.LongestAbout),
            (nameof(Meets), Meets, PlaceVenue.LongestMeets),
            (nameof(PublicPhone), PublicPhone, PlaceVenue.LongestPhone)
        );
        foreach (var fault in tooLong)
            yield return fault;
    }
}
