using Concentric.Modules.Consultation.Sessions;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>What becomes of a matter of the demo world.</summary>
internal enum Fate
{
    Solved,
    PartlySolved,
    ListedInPlan,
    Explained,
    Rejected,
    Transferred,
    Merged,
}

/// <summary>A place of the demo world at which people consult.</summary>
internal sealed record StoryPlace(
    Guid Id,
    string Slug,
    string Name,
    bool IsVillage,
    Guid? RoomId,
    Guid? CouncilId,
    bool AsksForVote,
    string Station
)
{
    /// <summary>The votes for what was agreed, where the council's rule asks for them.</summary>
    public VoteTally? Votes(MatterConclusion? conclusion) =>
        !AsksForVote || conclusion is null ? null
        : conclusion == MatterConclusion.Agreed ? new VoteTally(8, 1, 1)
        : new VoteTally(4, 4, 2);
}

/// <summary>The life of one matter of the demo world, with its days.</summary>
internal sealed record Story
{
    public required StoryPlace Place { get; init; }
    public required DemoSort Sort { get; init; }
    public required string Where { get; init; }
    public required Fate Fate { get; init; }
    public required MatterSource Source { get; init; }
    public required DateOnly Collected { get; init; }

    /// <summary>The day of the session that concluded it.</summary>
    public DateOnly Talked { get; init; }

    /// <summary>The day of a session before that, which came to nothing.</summary>
    public DateOnly? Adjourned { get; init; }
    public DateOnly Closed { get; init; }
    public SatisfactionMark Mark { get; init; }
    public string? Dissent { get; init; }

    /// <summary>Of those that the account tells of.</summary>
    public DemoTold? Told { get; init; }

    /// <summary>Brought in before the session, and not at it.</summary>
    public bool IsBefore => Collected < (Adjourned ?? Talked);

    /// <summary>Once it is collected.</summary>
    public Guid MatterId { get; set; }

    public string Title => Fill(Sort.Title);

    public string Text => Fill(Sort.Text);

    public MatterConclusion Conclusion =>
        Fate switch
        {
            Fate.Solved => MatterConclusion.Agreed,
            Fate.Explained => MatterConclusion.NotAgreed,
            _ => MatterConclusion.PartlyAgreed,
        };

    private string Fill(string text) => text.Replace("{where}", Where, StringComparison.Ordinal);
}

/// <summary>A session of the demo world: one place, one day, some matters.</summary>
internal sealed record StorySession(StoryPlace Place, DateOnly Day, IReadOnlyList<Story> Concludes, IReadOnlyList<Story> Adjourns)
{
    /// <summary>Once it is entered.</summary>
    public Guid SessionId { get; set; }
}
