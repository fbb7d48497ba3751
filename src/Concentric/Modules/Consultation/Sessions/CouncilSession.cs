using System.Security.Cryptography;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>
/// 协商议事活动 (CouncilSession): one session of a council, with its agenda of matters, the people present and what they came to. It is
/// counted when its organiser confirms it; it is withdrawn with a reason, never deleted.
/// </summary>
[ShownToPublic]
public sealed partial class CouncilSession : CommitteeEntity
{
    /// <summary>What the facts of a session name as their source.</summary>
    public const string SourceType = "consultation.session";

    public const int LongestTitle = 60;
    public const int LongestName = 100;
    public const int LongestPerson = 50;
    public const int LongestPartWords = 500;
    public const int LongestAnnouncement = 2000;
    public const int LongestMovedNote = 500;
    private const string ScreenSigns = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int ScreenCodeLength = 10;

    private CouncilSession() { }

    public List<SessionMatter> Matters { get; private set; } = [];
    public List<SessionParticipant> People { get; private set; } = [];
    public List<SessionTurn> Turns { get; private set; } = [];
    public List<SessionStep> Steps { get; private set; } = [];
    public SessionMinutes? Minutes { get; private set; }

    /// <summary>The topic in one line, as everybody may read it.</summary>
    public string Title { get; private set; } = "";
    public Guid PlaceId { get; private set; }
    public Guid? RoomId { get; private set; }
    public Guid? CouncilId { get; private set; }
    public string? Locality { get; private set; }
    public SessionOrganiser Organiser { get; private set; }
    public string? OrganiserName { get; private set; }

    /// <summary>委员的作用, by its id in <c>data/consultation/members-parts.yaml</c>.</summary>
    public string MembersPart { get; private set; } = "";
    public string? MembersPartWords { get; private set; }
    public string? ConvenerName { get; private set; }
    public DateTimeOffset? PlannedFor { get; private set; }

    /// <summary>The day it was held, in the committee's zone; none before it began.</summary>
    public DateOnly? HeldOn { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>事后补录: it was entered after it was held.</summary>
    public bool IsAfterwards { get; private set; }

    /// <summary>公告: who may come and what else they should know.</summary>
    public string? Announcement { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>改期说明: from when and where to when and where it was moved since the notice was written; none when it was not.</summary>
    public string? MovedNote { get; private set; }

    /// <summary>The notice as it holds now: that it was moved goes before what was written earlier.</summary>
    public string? Notice => MovedNote is null ? Announcement : $"{MovedNote}\n{Announcement}";

    /// <summary>The council's rule as it was when the session began.</summary>
    public VoteThreshold? Vote { get; private set; }

    /// <summary>How long one may speak at a time, in minutes; none: no limit.</summary>
    public int? SpeakingMinutes { get; private set; }
    public int LeastConcerned { get; private set; }

    /// <summary>By which everybody in the room finds the screen; random, and of no other use.</summary>
    public string ScreenCode { get; private set; } = "";

    /// <summary>Raised by one with each act; a screen knows by it what it has missed.</summary>
    public int Sequence { get; private set; }

    /// <summary>How often it was confirmed: 0 before, 1 at first, one more after each correction.</summary>
    public int Revision { get; private set; }
    public string? ConfirmedByName { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Why it is being corrected; none when it is not.</summary>
    public string? CorrectedBecause { get; private set; }
    public string? WithdrawnBecause { get; private set; }
    public SessionState State { get; private set; }

    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="SessionDetails.Faults"/>.</exception>
    public static CouncilSession Plan(SessionDetails entered, ConsultationCouncil? council, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotPlan(entered));
        var session = Make(entered, council);
        session.Leave(SessionVerb.Plan, doer, words: null);
        return session;
    }

    public static Refusal? WhyNotPlan(SessionDetails entered) =>
        entered.Faults().FirstOrDefault()
        ?? (entered.PlannedFor is null ? new Refusal("SessionTimeMissing").At(nameof(PlannedFor)) : null);

    /// <summary>A session that was held and is written down now; it is ended at once, and still to be confirmed.</summary>
    /// <param name="entered">What is known of it.</param>
    /// <param name="council">Whose rule it followed.</param>
    /// <param name="heldOn">The day, which is not to come.</param>
    /// <param name="reason">Why it is entered now.</param>
    /// <param name="today">In the committee's zone.</param>
    /// <param name="doer">Who enters it.</param>
    public static CouncilSession EnterAfterwards(
        SessionDetails entered,
        ConsultationCouncil? council,
        DateOnly? heldOn,
        string reason,
        DateOnly today,
        Doer doer
    )
    {
        RefusedException.ThrowIf(entered.Faults().FirstOrDefault() ?? WhyNotHeldOn(heldOn, today));
        var session = Make(entered, council);
        (session.IsAfterwards, session.HeldOn, session.State) = (true, heldOn, SessionState.Ended);
        session.Leave(SessionVerb.EnterAfterwards, doer, reason);
        return session;
    }

    public static Refusal? WhyNotHeldOn(DateOnly? heldOn, DateOnly today) =>
        heldOn is null ? new Refusal("SessionDayMissing").At(nameof(HeldOn))
        : heldOn > today ? new Refusal("SessionDayToCome").At(nameof(HeldOn))
        : null;

    /// <summary>What is known of it can be changed until it begins, and again while it is corrected.</summary>
    public Refusal? WhyNotChange() => WhyNotMove(SessionVerb.Change);

    public void Change(SessionDetails entered, ConsultationCouncil? council, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? entered.Faults().FirstOrDefault());
        var isToCome = State is SessionState.Planned or SessionState.Announced;
        Take(entered);
        if (isToCome)
            Follow(council);
        Leave(SessionVerb.Change, doer, words: null);
    }

    private static CouncilSession Make(SessionDetails entered, ConsultationCouncil? council)
    {
        var session = new CouncilSession { ScreenCode = RandomNumberGenerator.GetString(ScreenSigns, ScreenCodeLength) };
        session.Take(entered);
        session.Follow(council);
        return session;
    }

    private void Take(SessionDetails entered)
    {
        Title = entered.Title!.Trim();
        PlaceId = entered.PlaceId;
        (RoomId, CouncilId) = (entered.RoomId, entered.CouncilId);
        Locality = Blank.ToNull(entered.Locality);
        (Organiser, OrganiserName) = (entered.Organiser!.Value, Blank.ToNull(entered.OrganiserName));
        (MembersPart, MembersPartWords) = (entered.MembersPart!, Blank.ToNull(entered.MembersPartWords));
        ConvenerName = Blank.ToNull(entered.ConvenerName);
        PlannedFor = entered.PlannedFor?.ToUniversalTime() ?? PlannedFor;
    }

    private void Follow(ConsultationCouncil? council) =>
        (CouncilId, Vote, SpeakingMinutes, LeastConcerned) = (
            council?.Id,
            council?.Vote,
            council?.SpeakingMinutes,
            council?.LeastConcerned ?? 0
        );
}
