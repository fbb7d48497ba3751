using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Members;

/// <summary>
/// One look at fields of a person that are masked: who, when, which, why. The member file shows them, so that the person
/// concerned and the office see who looked (PIPL art. 51).
/// </summary>
[AppendOnly]
[OutsideAudit]
public sealed class FieldLook : CommitteeEntity
{
    public Guid PersonId { get; init; }
    public Guid AccountId { get; init; }
    public required string ViewerName { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Ids of the fields as in <c>data/personal-data.yaml</c>, with commas between.</summary>
    public required string Fields { get; init; }
    public string? Reason { get; init; }
}

/// <summary>The committee's secret for digests of phone numbers, sealed. There is one.</summary>
[OutsideAudit]
public sealed class ContactKey : CommitteeEntity
{
    /// <summary>The same id in every committee: the primary key keeps it the only one.</summary>
    public static readonly Guid Only = new("00000000-0000-7000-8000-0000000000c0");

    public required byte[] Sealed { get; init; }
}
