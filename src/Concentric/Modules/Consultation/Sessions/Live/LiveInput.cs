using Concentric.Modules.Consultation.Matters;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>What the small forms of the live page send; each uses its own part.</summary>
public sealed class LiveInput
{
    /// <summary>The matter of the agenda.</summary>
    public Guid? Row { get; set; }
    public Guid? Point { get; set; }
    public PointKind Kind { get; set; }
    public string? Text { get; set; }

    /// <summary>Which edition of the point was before the writer.</summary>
    public int Edition { get; set; }
    public Guid? Person { get; set; }
    public Presence Presence { get; set; }
    public PresentAs As { get; set; }

    /// <summary>A member's seat.</summary>
    public Guid? MembershipId { get; set; }
    public string? Name { get; set; }
    public string? Post { get; set; }
    public int? Number { get; set; }
    public MatterConclusion? Conclusion { get; set; }
    public int? For { get; set; }
    public int? Against { get; set; }
    public int? Abstained { get; set; }
    public string? Reason { get; set; }

    /// <summary>A matter to be added to the agenda.</summary>
    public Guid? MatterId { get; set; }

    public VoteTally? Votes =>
        For is null && Against is null && Abstained is null ? null : new VoteTally(For ?? 0, Against ?? 0, Abstained ?? 0);
}
