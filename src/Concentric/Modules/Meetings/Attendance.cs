using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Meetings;

/// <summary>Why somebody stands on the sheet.</summary>
public enum AttendanceBasis
{
    /// <summary>应到: ought to come; counts for quorum and rate.</summary>
    Expected,

    /// <summary>列席: present by invitation, outside quorum and rate.</summary>
    Observer,

    /// <summary>Was not expected and was added at the door.</summary>
    OnTheSpot,
}

/// <summary>
/// One person on the attendance sheet of one meeting: a member by the seat, a member of staff by the account, or a guest
/// by name alone. What the person answers (<c>Answer</c>) is kept apart from what the organiser saw (<c>Presence</c>).
/// </summary>
public sealed partial class Attendance : CommitteeEntity
{
    private Attendance() { }

    public Guid MeetingId { get; private set; }

    /// <summary>The seat: facts of attendance are about it. None for staff and guests.</summary>
    public Guid? MembershipId { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>The account of a member of staff.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The name as it stands on the sheet.</summary>
    public string Name { get; private set; } = "";
    public string? Sector { get; private set; }

    /// <summary>Unit or post, to tell people of the same name apart.</summary>
    public string? Unit { get; private set; }
    public AttendanceBasis Basis { get; private set; }

    /// <summary>Place on the sheet.</summary>
    public int Order { get; private set; }

    /// <summary>Whoever has been marked or has asked leave stays on the sheet; others can be taken off until the confirmation.</summary>
    public Refusal? WhyNotRemove(Meeting meeting) =>
        meeting.WhyNotChangePeople()
        ?? (Presence != Presence.NotTaken || Answer != Answer.None ? new Refusal("PersonHasAnswered", Name) : null);

    internal static Attendance Of(Meeting meeting, SheetPerson person, AttendanceBasis basis, int order) =>
        new()
        {
            MeetingId = meeting.Id,
            MembershipId = person.MembershipId,
            PersonId = person.PersonId,
            AccountId = person.AccountId,
            Name = person.Name,
            Sector = person.Sector,
            Unit = person.Unit,
            Basis = basis,
            Order = order,
        };
}

/// <summary>Somebody who may stand on a sheet.</summary>
public sealed record SheetPerson
{
    public Guid? MembershipId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? AccountId { get; init; }
    public required string Name { get; init; }
    public string? Sector { get; init; }
    public string? Unit { get; init; }

    /// <summary>Why a typed name is none.</summary>
    public static Refusal? WhyNotName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? new Refusal("SpeakerNameMissing").At("Name")
        : name.Length > MeetingDetails.LongestName ? new Refusal("MeetingNameTooLong", MeetingDetails.LongestName).At("Name")
        : null;
}
