using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class Matter
{
    /// <summary>The matter that this one was put together with.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>To where it was passed on, by its id in <c>data/consultation/destinations.yaml</c>.</summary>
    public string? TransferredTo { get; private set; }

    /// <summary>Why it was rejected, by its id in <c>data/consultation/rejections.yaml</c>.</summary>
    public string? RejectedFor { get; private set; }

    /// <summary>重复事项: an earlier matter of the same thing, which was closed and has come again.</summary>
    public Guid? RepeatsId { get; private set; }

    /// <summary>Its words as everybody may read them, without names; none until somebody cleared them.</summary>
    public string? PublicTitle { get; private set; }
    public string? PublicText { get; private set; }

    /// <summary>Whether the public sees it.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>When it was first shown to the public.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>When what the public sees of it last changed; none before it was shown.</summary>
    public DateTimeOffset? PublicChangedAt { get; private set; }

    /// <param name="number">The next one of the year; a matter that has one keeps it.</param>
    /// <param name="repeats">The earlier matter that this one repeats, if it does.</param>
    /// <param name="act">Who accepts.</param>
    /// <param name="words">Beside it.</param>
    public void Accept(int number, Guid? repeats, MatterAct act, string? words = null)
    {
        Go(MatterVerb.Accept, repeats == Id ? new Refusal("MatterRepeatsItself").At("Repeats") : null, act, words);
        RepeatsId = repeats;
        // One that was accepted before keeps the number by which people know it.
        if (Number is null)
            (NumberYear, Number) = (act.Today.Year, number);
    }

    /// <param name="reason">By its id in the data.</param>
    /// <param name="words">What the submitter is told beside it.</param>
    /// <param name="act">Who rejects.</param>
    public void Reject(string reason, string? words, MatterAct act)
    {
        Go(MatterVerb.Reject, WhyNotWords(words), act, words);
        RejectedFor = reason;
    }

    public Refusal? WhyNotMerge(Matter? into) =>
        into?.Id == Id ? new Refusal("MatterMergeItself").At("Into") : WhyNotMergeInto(into);

    /// <summary>Why no matter can be put together with this one.</summary>
    public static Refusal? WhyNotMergeInto(Matter? into) =>
        into is null ? new Refusal("MatterMergeUnknown").At("Into")
        : HasGone(into.State) ? new Refusal("MatterMergeEnded").At("Into")
        : null;

    /// <summary>Whether a matter in this state is no longer followed here.</summary>
    public static bool HasGone(MatterState state) =>
        state is MatterState.Merged or MatterState.Rejected or MatterState.Transferred or MatterState.Withdrawn;

    /// <summary>Those who sent it follow the other from now on.</summary>
    public void Merge(Matter? into, string? words, MatterAct act)
    {
        Go(MatterVerb.Merge, WhyNotMerge(into), act, words);
        MergedIntoId = into!.Id;
    }

    public void Transfer(string destination, string? words, MatterAct act)
    {
        Go(MatterVerb.Transfer, WhyNotWords(words), act, words);
        TransferredTo = destination;
    }

    /// <summary>What was taken back is shown to nobody any more.</summary>
    public void Withdraw(string? words, MatterAct act)
    {
        Go(MatterVerb.Withdraw, WhyNotWords(words), act, words);
        IsPublic = false;
    }

    /// <summary>
    /// 重新受理: a matter that was rejected, merged or passed on by mistake, or that came back, is screened anew. What was planned for it
    /// before is planned anew as well.
    /// </summary>
    public void TakeUpAgain(string? words, MatterAct act)
    {
        Go(MatterVerb.TakeUpAgain, WhyNotWords(words), act, words);
        (RejectedFor, MergedIntoId, TransferredTo) = (null, null, null);
        (RoomId, PlannedFor, Announcement, AnnouncedAt) = (null, null, null, null);
    }

    public void Approve(string? words, MatterAct act) => Go(MatterVerb.Approve, null, act, words);

    /// <summary>What everybody would read, each fault beside its field.</summary>
    public static IEnumerable<Refusal> FaultsOfPublicWords(string? title, string? text)
    {
        if (string.IsNullOrWhiteSpace(title))
            yield return new Refusal("MatterTitleMissing").At(nameof(PublicTitle));
        else if (title.Trim().Length > LongestTitle)
            yield return new Refusal("TooLong", LongestTitle, title.Trim().Length).At(nameof(PublicTitle));
        if (string.IsNullOrWhiteSpace(text))
            yield return new Refusal("MatterTextMissing").At(nameof(PublicText));
        else if (text.Trim().Length > LongestText)
            yield return new Refusal("TooLong", LongestText, text.Trim().Length).At(nameof(PublicText));
    }

    /// <summary>What was not taken up is between its submitter and the office.</summary>
    public Refusal? WhyNotClear() =>
        State is MatterState.Collected or MatterState.Rejected or MatterState.Withdrawn or MatterState.Transferred
            ? new Refusal("MatterClearTooEarly")
            : null;

    /// <summary>Shows the matter to the public, in these words.</summary>
    public void Clear(string? title, string? text, MatterAct act)
    {
        RefusedException.ThrowIf(WhyNotClear() ?? FaultsOfPublicWords(title, text).FirstOrDefault());
        (PublicTitle, PublicText, IsPublic) = (title!.Trim(), text!.Trim(), true);
        (ClearedAt, PublicChangedAt) = (ClearedAt ?? act.Doer.Now, act.Doer.Now);
        Note(MatterVerb.Clear, act, words: null);
    }

    public Refusal? WhyNotConceal() => IsPublic ? null : new Refusal("MatterNotPublic");

    public void Conceal(string? words, MatterAct act)
    {
        RefusedException.ThrowIf(WhyNotConceal() ?? WhyNotWords(words));
        IsPublic = false;
        Note(MatterVerb.Conceal, act, words);
    }
}
