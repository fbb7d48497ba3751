using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class Matter
{
    public MatterState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The last day for what comes next, in the committee's zone; none where nothing is owed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The last days of which people have been reminded before, after, and told above.</summary>
    public DateOnly? RemindedBefore { get; private set; }
    public DateOnly? RemindedAfter { get; private set; }
    public DateOnly? EscalatedAfter { get; private set; }

    /// <summary>What was done, in order; the first is how it came in.</summary>
    public List<MatterStep> Steps { get; private set; } = [];

    public bool IsEnded => MatterMoves.Ends.Contains(State);

    public bool IsOverdue(DateOnly today) => DueOn < today;

    /// <summary>Whether the machine has such a move from here. What a verb needs beyond that, its own question says.</summary>
    public Refusal? WhyNotMove(MatterVerb verb) => MatterMoves.Find(verb, State) is null ? new Refusal($"MatterNot{verb}") : null;

    /// <summary>Why words are not enough, or too many.</summary>
    public static Refusal? WhyNotWords(string? words, string field = "Words") =>
        string.IsNullOrWhiteSpace(words) ? new Refusal("MatterWordsMissing").At(field) : WhyNotLonger(words, field);

    internal static Refusal? WhyNotLonger(string? words, string field = "Words") =>
        words?.Trim().Length > MatterStep.LongestWords
            ? new Refusal("TooLong", MatterStep.LongestWords, words.Trim().Length).At(field)
            : null;

    /// <summary>Whoever is reminded of the last day is reminded once.</summary>
    public void Reminded(MatterReminder reminder)
    {
        if (reminder == MatterReminder.Before)
            RemindedBefore = DueOn;
        else if (reminder == MatterReminder.After)
            RemindedAfter = DueOn;
        else
            EscalatedAfter = DueOn;
    }

    private void Go(MatterVerb verb, Refusal? whyNot, MatterAct act, string? words = null)
    {
        RefusedException.ThrowIf(WhyNotMove(verb) ?? whyNot ?? WhyNotLonger(words));
        if (MatterMoves.Find(verb, State)!.To is { } state)
        {
            State = state;
            StateSince = act.Doer.Now;
            DueOn = act.Deadlines.DueOf(state, act.Today);
        }

        if (IsPublic)
            PublicChangedAt = act.Doer.Now;

        Note(verb, act, words);
    }

    /// <summary>Leaves a step without a move.</summary>
    private void Note(MatterVerb verb, MatterAct act, string? words) => Steps.Add(MatterStep.Of(verb, this, act.Doer, words));
}

/// <summary>What people are told of a last day.</summary>
public enum MatterReminder
{
    Before,
    After,

    /// <summary>The ones above are told.</summary>
    Escalation,
}
