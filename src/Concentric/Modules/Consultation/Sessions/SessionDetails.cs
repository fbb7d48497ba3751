using Concentric.Modules.Consultation.Places;
using Concentric.Platform;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>A session as it is entered, before or after it is held.</summary>
public sealed record SessionDetails
{
    public string? Title { get; init; }
    public Guid PlaceId { get; init; }

    /// <summary>The room; none where it meets elsewhere, see <see cref="Locality"/>.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>The council that meets; its rule is the session's.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>Where it meets, in words, when it is in no room.</summary>
    public string? Locality { get; init; }
    public SessionOrganiser? Organiser { get; init; }

    /// <summary>The body that organises, by name.</summary>
    public string? OrganiserName { get; init; }

    /// <summary>委员的作用, by its id in <c>data/consultation/members-parts.yaml</c>.</summary>
    public string? MembersPart { get; init; }
    public string? MembersPartWords { get; init; }

    /// <summary>主持人: leads, and does not decide.</summary>
    public string? ConvenerName { get; init; }

    /// <summary>When it is to begin; null for a session that is entered afterwards.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return new Refusal("SessionTitleMissing").At(nameof(Title));
        if (PlaceId == Guid.Empty)
            yield return new Refusal("MatterPlaceMissing").At(nameof(PlaceId));
        if (Organiser is null)
            yield return new Refusal("SessionOrganiserMissing").At(nameof(Organiser));
        if (string.IsNullOrWhiteSpace(MembersPart))
            yield return new Refusal("SessionMembersPartMissing").At(nameof(MembersPart));
        var tooLong = Blank.TooLong(
            (nameof(Title), Title, CouncilSession.LongestTitle),
            (nameof(Locality), Locality, CouncilSession.LongestName),
            (nameof(OrganiserName), OrganiserName, CouncilSession.LongestName),
            (nameof(MembersPartWords), MembersPartWords, CouncilSession.LongestPartWords),
            (nameof(ConvenerName), ConvenerName, CouncilSession.LongestPerson)
        );
        foreach (var fault in tooLong)
            yield return fault;
    }
}
