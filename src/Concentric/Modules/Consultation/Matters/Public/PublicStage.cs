namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>
/// Where a matter stands, as far as it matters to somebody from outside. Closed is not one stage: that something was done and that it
/// was only explained are never the same.
/// </summary>
public enum PublicStage
{
    /// <summary>Taken up; to be talked about.</summary>
    Waiting,

    /// <summary>Being talked about.</summary>
    Talking,

    /// <summary>Agreed on, and with those who are to act.</summary>
    Handling,

    /// <summary>Answered; those concerned say whether it is settled.</summary>
    Judging,

    Solved,
    PartlySolved,
    ListedInPlan,
    ExplainedOnly,

    /// <summary>Put together with another, passed on, or not taken up after all.</summary>
    Elsewhere,
}

/// <summary>Which states and outcomes make up a stage.</summary>
public static class PublicStages
{
    private static readonly Dictionary<PublicStage, MatterState[]> States = new()
    {
        [PublicStage.Waiting] =
        [
            MatterState.Collected,
            MatterState.Accepted,
            MatterState.Approved,
            MatterState.Scheduled,
            MatterState.Researching,
            MatterState.Announced,
        ],
        [PublicStage.Talking] =
        [
            MatterState.InSession,
            MatterState.Concluded,
            MatterState.ResultDrafted,
            MatterState.ResultSigned,
        ],
        [PublicStage.Handling] = [MatterState.Submitted, MatterState.Assigned, MatterState.InProgress],
        [PublicStage.Judging] = [MatterState.Replied, MatterState.FeedbackSought, MatterState.FeedbackGiven],
        [PublicStage.Elsewhere] = [MatterState.Rejected, MatterState.Merged, MatterState.Transferred, MatterState.Withdrawn],
    };

    /// <summary>The steps of the way, as the progress of a matter shows them; the last is its end.</summary>
    public static IReadOnlyList<PublicStage> Way { get; } =
    [PublicStage.Waiting, PublicStage.Talking, PublicStage.Handling, PublicStage.Judging];

    public static PublicStage Of(MatterState state, MatterOutcome? outcome) =>
        outcome switch
        {
            MatterOutcome.Solved => PublicStage.Solved,
            MatterOutcome.PartlySolved => PublicStage.PartlySolved,
            MatterOutcome.ListedInPlan => PublicStage.ListedInPlan,
            MatterOutcome.ExplainedOnly => PublicStage.ExplainedOnly,
            _ => States.First(pair => pair.Value.Contains(state)).Key,
        };

    public static bool IsEnd(PublicStage stage) => !Way.Contains(stage);

    /// <summary>Those of a stage.</summary>
    internal static IQueryable<Matter> At(this IQueryable<Matter> matters, PublicStage stage)
    {
        if (!States.TryGetValue(stage, out var states))
        {
            var outcome = Enum.Parse<MatterOutcome>(stage.ToString());
            return matters.Where(matter => matter.Outcome == outcome);
        }

        return matters.Where(matter => states.Contains(matter.State));
    }
}
