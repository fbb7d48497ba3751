using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A page with the form of a venue: a room, workstation, studio or contact point of a place.</summary>
public abstract class VenuePage(PlaceDesk desk, PlaceAccess access) : AppPage
{
    [BindProperty]
    public VenueFields Input { get; set; } = new();

    public Place Place { get; private set; } = null!;
    public VenueKind Kind { get; private set; }

    /// <summary>The place's page in the office.</summary>
    public string PlacePath => $"/office/consultation/places/{Place.Slug}";

    protected PlaceDesk Desk => desk;
    protected PlaceAccess Access => access;

    protected async Task<bool> FindPlaceAsync(string slug, string kind, CancellationToken cancellation)
    {
        if (VenuePaths.Read(kind) is not { } known || await desk.FindAsync(slug, cancellation) is not { } place)
            return false;
        (Place, Kind) = (place, known);
        return true;
    }

    /// <summary>What was entered, with its faults told beside their fields.</summary>
    /// <param name="venue">The venue whose form it is; a member it has already is kept without being looked up again.</param>
    protected async Task<VenueDetails> EnteredAsync(PlaceVenue? venue, CancellationToken cancellation)
    {
        DeployedMember? member;
        if (venue?.MembershipId is { } kept && Input.Member?.Trim() == venue.MemberName)
            member = new DeployedMember(kept, Guid.Empty, venue.MemberName!);
        else
        {
            (member, var refusal) = await desk.MemberAsync(Kind == VenueKind.Room ? null : Input.Member, cancellation);
            if (refusal is not null)
                Tell(refusal.At("Input.Member"));
        }

        var details = Input.Details(member);
        foreach (var fault in details.Faults(Kind, desk.Today))
        {
            if (fault.Field != nameof(details.MembershipId))
                Tell(fault.At("Input." + fault.Field));
            else if (string.IsNullOrWhiteSpace(Input.Member))
                Tell(fault.At("Input.Member"));
        }

        return details;
    }
}
