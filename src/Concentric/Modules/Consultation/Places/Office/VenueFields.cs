using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A venue as the form has it; the member is typed by name.</summary>
public sealed class VenueFields
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public DateOnly? OpenedOn { get; set; }

    [DataType(DataType.MultilineText)]
    public string? About { get; set; }
    public string? Meets { get; set; }
    public string? PublicPhone { get; set; }
    public string? Member { get; set; }

    public static VenueFields Of(PlaceVenue venue) =>
        new()
        {
            Name = venue.Name,
            Address = venue.Address,
            OpenedOn = venue.OpenedOn,
            About = venue.About,
            Meets = venue.Meets,
            PublicPhone = venue.PublicPhone,
            Member = venue.MemberName,
        };

    public VenueDetails Details(DeployedMember? member) =>
        new()
        {
            Name = Name,
            Address = Address,
            OpenedOn = OpenedOn,
            About = About,
            Meets = Meets,
            PublicPhone = PublicPhone,
            MembershipId = member?.MembershipId,
            MemberName = member?.Name,
        };
}
