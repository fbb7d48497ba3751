using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class Matter
{
    public const int LongestAnnouncement = 2000;

    /// <summary>The room in which it is to be talked about, and until when.</summary>
    public Guid? RoomId { get; private set; }
    public DateOnly? PlannedFor { get; private set; }

    /// <summary>公告: topic, time and who may come, for everybody.</summary>
    public string? Announcement { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }
    public MatterConclusion? Conclusion { get; private set; }
    public DateOnly? ConcludedOn { get; private set; }

    public void Schedule(Guid? room, DateOnly? plannedFor, string? words, MatterAct act)
    {
        Go(
            MatterVerb.Schedule,
            plannedFor < act.Today ? new Refusal("MatterPlanPassed").At(nameof(PlannedFor)) : null,
            act,
            words
        );
        (RoomId, PlannedFor) = (room, plannedFor);
    }

    /// <summary>What was found out by going and asking.</summary>
    public void Research(string? words, MatterAct act)
    {
        Go(MatterVerb.Research, WhyNotWords(words), act);
        Notes.Add(MatterNote.Of(MatterNoteKind.Research, words!, Round, act.Doer));
    }

    /// <param name="announcement">Topic, time and who may come. What is announced again replaces what was announced before.</param>
    /// <param name="act">Who announces.</param>
    /// <param name="plannedFor">The day of the session, where it is known; none leaves the day as it was planned.</param>
    public void Announce(string? announcement, MatterAct act, DateOnly? plannedFor = null)
    {
        Go(MatterVerb.Announce, WhyNotWords(announcement, nameof(Announcement)), act, announcement);
        (Announcement, AnnouncedAt) = (announcement!.Trim(), act.Doer.Now);
        PlannedFor = plannedFor ?? PlannedFor;
    }

    /// <summary>It is on the agenda of a session that begins, or began.</summary>
    public void BeginSession(MatterAct act, string? words = null) => Go(MatterVerb.BeginSession, null, act, words);

    /// <summary>
    /// The session to which it was announced, that it was in, or that concluded it is withdrawn: it waits for another, and what was
    /// announced of that one, or came of it, is not so.
    /// </summary>
    public void TakeBack(string? words, MatterAct act)
    {
        Go(MatterVerb.TakeBack, WhyNotWords(words), act, words);
        (Conclusion, ConcludedOn, Announcement, AnnouncedAt, PlannedFor) = (null, null, null, null, null);
    }

    /// <summary>What the session came to; its words are with the session.</summary>
    /// <param name="conclusion">How far those present agreed.</param>
    /// <param name="heldOn">The day of the session.</param>
    /// <param name="words">The points agreed on, in short.</param>
    /// <param name="act">Who records it.</param>
    public void Conclude(MatterConclusion conclusion, DateOnly heldOn, string? words, MatterAct act)
    {
        Go(MatterVerb.Conclude, heldOn > act.Today ? new Refusal("MatterSessionToCome") : null, act, words);
        (Conclusion, ConcludedOn) = (conclusion, heldOn);
    }

    public void DraftMinutes(MatterAct act) => Go(MatterVerb.DraftMinutes, null, act);

    public void SignMinutes(MatterAct act) => Go(MatterVerb.SignMinutes, null, act);

    /// <param name="recipient">To whom the result was submitted.</param>
    /// <param name="words">Beside it.</param>
    /// <param name="act">Who submits.</param>
    public void Submit(string? recipient, string? words, MatterAct act)
    {
        Go(MatterVerb.Submit, WhyNotRecipient(recipient), act, words);
        SubmittedTo = recipient!.Trim();
    }

    /// <summary>报送: the Party committee, government or village committee that received the result.</summary>
    public string? SubmittedTo { get; private set; }

    public static Refusal? WhyNotRecipient(string? recipient) =>
        string.IsNullOrWhiteSpace(recipient) ? new Refusal("MatterRecipientMissing").At(nameof(SubmittedTo))
        : recipient.Trim().Length > LongestLocality
            ? new Refusal("TooLong", LongestLocality, recipient.Trim().Length).At(nameof(SubmittedTo))
        : null;
}
