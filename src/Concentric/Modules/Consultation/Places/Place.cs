using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What a place of the tree is (街道, 乡镇, 村, 社区, 市场, 校园, 企业).</summary>
public enum PlaceKind
{
    Subdistrict,
    Township,
    Village,
    Community,
    Market,
    Campus,
    Enterprise,
}

/// <summary>A place in the committee's tree: matters, rooms, stations and deployments are of one. It is closed, never deleted.</summary>
[ShownToPublic]
public sealed class Place : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestSlug = 40;
    public const int LongestAddress = 200;
    public const int LongestReason = 500;

    /// <summary>How many places may stand one below the other.</summary>
    public const int MostLevels = 4;

    private PlaceKind kind;
    private string name = "";

    public required PlaceKind Kind
    {
        get => kind;
        init => kind = value;
    }

    public required string Name
    {
        get => name;
        init => name = value;
    }

    /// <summary>Its part of an address, unique in the committee; printed in QR codes, so it never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>What tells it from its neighbours: no two places of one name stand below the same place, however it is written.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>None at the top of the tree.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Slugs from the top down to this place, each followed by a slash: what lies below starts with it.</summary>
    public required string Lineage { get; init; }

    /// <summary>The <see cref="Lineage"/> of the place above; empty at the top.</summary>
    internal string LineageAbove => Lineage[..^(Slug.Length + 1)];

    public string? Address { get; private set; }

    /// <summary>Degrees north, WGS 84, put down by hand; none when nobody did. Nobody's device is asked where it is.</summary>
    public decimal? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public decimal? Longitude { get; private set; }

    /// <summary>The last day it was a place of its own, in the committee's zone.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }

    public bool IsOpen => ClosedOn is null;

    /// <summary>A new place below another or at the top, with the step it leaves.</summary>
    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="PlaceDetails.Faults"/>.</exception>
    public static (Place Place, PlaceStep Step) Found(PlaceDetails details, string slug, Place? parent, Doer doer)
    {
        RefusedException.ThrowIf(details.Faults().FirstOrDefault() ?? PlaceSlug.WhyNot(slug) ?? parent?.WhyNotHold());
        var place = new Place
        {
            Kind = details.Kind!.Value,
            Name = details.Name!.Trim(),
            Slug = slug,
            ParentId = parent?.Id,
            Lineage = (parent?.Lineage ?? "") + slug + "/",
            NameKey = PlaceName.KeyOf(parent?.Lineage ?? "", details.Name),
        };
        place.Take(details);
        return (place, PlaceStep.Of(place.Id, PlaceVerb.Founded, doer));
    }

    /// <summary>Why nothing may be put below or into this place.</summary>
    public Refusal? WhyNotHold() =>
        !IsOpen ? new Refusal("PlaceClosed", Name)
        : Lineage.Count(sign => sign == '/') >= MostLevels ? new Refusal("PlaceTooDeep", MostLevels)
        : null;

    public Refusal? WhyNotChange() => IsOpen ? null : new Refusal("PlaceClosed", Name);

    public PlaceStep Change(PlaceDetails details, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? details.Faults().FirstOrDefault());
        var earlier = Name;
        (kind, name) = (details.Kind!.Value, details.Name!.Trim());
        NameKey = PlaceName.KeyOf(LineageAbove, name);
        Take(details);
        return earlier == Name
            ? PlaceStep.Of(Id, PlaceVerb.Changed, doer)
            : PlaceStep.Of(Id, PlaceVerb.Renamed, doer, detail: earlier);
    }

    /// <param name="use">What still depends on it.</param>
    public Refusal? WhyNotClose(PlaceUse use) =>
        !IsOpen ? new Refusal("PlaceClosed", Name)
        : use.OpenBelow > 0 ? new Refusal("PlaceHasPlaces", use.OpenBelow)
        : use.OpenVenues > 0 ? new Refusal("PlaceHasVenues", use.OpenVenues)
        : use.Deployed > 0 ? new Refusal("PlaceHasMembers", use.Deployed)
        : null;

    public PlaceStep Close(PlaceUse use, Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotClose(use) ?? ending.Fault(null, today));
        (ClosedOn, ClosedBecause) = (ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Closed, doer, ClosedBecause);
    }

    public Refusal? WhyNotReopen() => IsOpen ? new Refusal("PlaceOpen", Name) : null;

    /// <summary>Takes a closing back that was a mistake.</summary>
    public PlaceStep Reopen(string reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotReopen());
        (ClosedOn, ClosedBecause) = (null, null);
        return PlaceStep.Of(Id, PlaceVerb.Reopened, doer, reason);
    }

    private void Take(PlaceDetails details)
    {
        Address = Blank.ToNull(details.Address);
        (Latitude, Longitude) = (details.Latitude, details.Longitude);
    }
}

/// <summary>What would be left hanging if a place closed.</summary>
/// <param name="OpenVenues">Rooms, councils, workstations, studios and contact points.</param>
/// <param name="Deployed">Members whose deployment there stands.</param>
public sealed record PlaceUse(int OpenBelow, int OpenVenues, int Deployed);
