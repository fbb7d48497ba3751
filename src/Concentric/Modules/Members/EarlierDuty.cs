using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Members;

/// <summary>原任职务: what a seat carried before its duty changed within the term. Scores go by the duty of each day.</summary>
public sealed class EarlierDuty : CommitteeEntity
{
    public const int LongestBasis = 500;

    private EarlierDuty() { }

    public Guid MembershipId { get; private set; }
    public MemberDuty Duty { get; private set; }

    /// <summary>The last day on which it was carried.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>任免依据: the meeting or paper that changed it.</summary>
    public string Basis { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    internal static EarlierDuty Of(Membership seat, DateOnly lastDay, string basis, Doer doer) =>
        new()
        {
            MembershipId = seat.Id,
            Duty = seat.Duty,
            LastDay = lastDay,
            Basis = basis.Trim(),
            ChangedAt = doer.Now,
            ChangedByName = doer.Name,
        };
}
