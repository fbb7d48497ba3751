using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Consultation.Matters.Intake.Desk;

/// <summary>A matter as it is taken down for somebody at the desk or on the phone.</summary>
public sealed class DeskMatter
{
    public string? Text { get; set; }

    /// <summary>A place by its name, or the beginning of it.</summary>
    public string? Place { get; set; }

    public string? Topic { get; set; }

    public string? Locality { get; set; }

    [DataType(DataType.PhoneNumber)]
    public string? Phone { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Title { get; set; }

    public IntakeChannel Channel { get; set; } = IntakeChannel.Desk;

    public MatterSource Source { get; set; } = MatterSource.Public;

    /// <summary>Which leader, department, proposal or item; which member.</summary>
    public string? SourceName { get; set; }

    public DateOnly? CollectedOn { get; set; }

    public List<IFormFile> Pictures { get; set; } = [];

    internal SubmitterDetails Submitter => new(Name?.Trim(), Phone?.Trim(), Email?.Trim());

    internal MatterDetails Details(Guid place, Guid? member) =>
        new()
        {
            Title = Title,
            Text = Text,
            PlaceId = place,
            Locality = Locality,
            Topic = Topic,
            Source = Source,
            SourceName = Source is MatterSource.Public or MatterSource.Member ? null : SourceName,
            SubmittingMembershipId = member,
            Channel = Channel == IntakeChannel.Phone ? IntakeChannel.Phone : IntakeChannel.Desk,
            CollectedOn = CollectedOn,
        };
}
