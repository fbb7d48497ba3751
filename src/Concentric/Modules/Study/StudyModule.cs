using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Study;

/// <summary>学习: first agenda items, make-ups, measures, and the year of study.</summary>
public sealed class StudyModule : IModule
{
    private static readonly string[] OfHeld = ["number", "expected", "present", "audience", "audience-kind"];
    private static readonly string[] OfAttended = ["late-check-in"];
    private const string Attended = "the same confirmation, for each member who was there";
    private static readonly string[] StepsOfAttended = ["present", "late", "left-early"];

    public string Name => "study";

    public Type Texts => typeof(StudyTexts);

    public IReadOnlyList<FactKind> FactKinds { get; } =
    [
        new(
            "study.session-held",
            UnitOfCount.Times,
            HasSubject: false,
            OfHeld,
            "the organiser confirms the attendance of a study session (theory study centre group, standing committee, staff, Party branch)"
        ),
        new(
            "study.seminar-held",
            UnitOfCount.Times,
            HasSubject: false,
            [],
            "the same confirmation, once, if the session had a seminar part"
        ),
        OfMeeting("study.session-attended", OfAttended, StepsOfAttended, Attended),
        OfMeeting(
            "study.session-made-up",
            [],
            [],
            "the organiser confirms that a member has made up a study session that was missed"
        ),
        new(
            "study.talk-given",
            UnitOfCount.Sessions,
            HasSubject: false,
            OfHeld,
            "the organiser confirms a policy talk; place: township or street"
        ),
        new(
            "study.training-held",
            UnitOfCount.Sessions,
            HasSubject: false,
            OfHeld,
            "the organiser confirms the attendance of a training, thematic tutoring or duty capability class"
        ),
        OfMeeting("study.training-attended", OfAttended, StepsOfAttended, Attended),
        new(
            "study.reading-held",
            UnitOfCount.Sessions,
            HasSubject: false,
            OfHeld,
            "the organiser confirms the attendance of a reading session, member lecture or study symposium"
        ),
        OfMeeting("study.reading-attended", OfAttended, StepsOfAttended, Attended),
    ];

    private static FactKind OfMeeting(string id, string[] attributes, string[] steps, string recordedWhen) =>
        new(id, UnitOfCount.PersonTimes, HasSubject: true, attributes, recordedWhen) { Steps = steps, HasMeetingKind = true };
}

/// <summary>The module's words.</summary>
public sealed class StudyTexts;
