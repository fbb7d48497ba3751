using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>
/// 异议: a member objects to one line of the own statement, or asks why a fact is missing. The office that recorded it answers;
/// the second instance is the chairpersons' meeting. Granting changes no number here: the record is corrected at its source, by the
/// body that entered it, and the objection shows the correcting fact.
/// </summary>
public sealed partial class Objection : CommitteeEntity
{
    public const string OwnerType = "appraisal.objection";
    public const int LongestWords = 2000;
    public const int LongestWhat = 200;
    public const int MostFiles = 5;

    private Objection() { }

    /// <summary>The year of the statement.</summary>
    public int Year { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid MembershipId { get; private set; }

    /// <summary>As the member was called then: lists are searched by it.</summary>
    public string MemberName { get; private set; } = "";

    /// <summary>The fact of the line; none when a fact is missing.</summary>
    public Guid? FactId { get; private set; }

    /// <summary>The office that recorded the line and answers, by its id; none where no office did: any may answer then.</summary>
    public string? Office { get; private set; }

    /// <summary>What is missing, in the member's words.</summary>
    public string? What { get; private set; }
    public DateOnly? HappenedOn { get; private set; }
    public ObjectionState State { get; private set; } = ObjectionState.Raised;
    public DateTimeOffset RaisedAt { get; private set; }
    public Guid RaisedBy { get; private set; }

    /// <summary>How many facts the ledger had then: what was missing can only come after.</summary>
    public long LedgerSize { get; private set; }

    /// <summary>The last day for the first answer.</summary>
    public DateOnly AnswerDueOn { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    /// <summary>The last day on which a refusal may be taken to the second instance.</summary>
    public DateOnly? AppealUntil { get; private set; }

    /// <summary>The last day for the decision of the second instance.</summary>
    public DateOnly? DecisionDueOn { get; private set; }

    /// <summary>Which meeting decided, as it is called.</summary>
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The fact that was recorded for what was missing.</summary>
    public Guid? CorrectingFactId { get; private set; }

    /// <summary>The last days of which people have been reminded: before they came, and after.</summary>
    public DateOnly? RemindedBefore { get; private set; }
    public DateOnly? RemindedAfter { get; private set; }

    /// <summary>What was said and done, in order; the first is the objection's own words.</summary>
    public List<ObjectionStep> Steps { get; private set; } = [];

    public bool IsAboutMissing => FactId is null;

    public bool IsGranted => State is ObjectionState.Granted or ObjectionState.GrantedOnAppeal;

    /// <summary>Whether an answer is owed on a day.</summary>
    public bool IsOverdue(DateOnly today) => DueOn < today;

    /// <summary>Until when the next answer is owed; none while none is.</summary>
    public DateOnly? DueOn =>
        State switch
        {
            ObjectionState.Raised => AnswerDueOn,
            ObjectionState.Appealed => DecisionDueOn,
            _ => null,
        };

    /// <summary>Whether nobody was reminded yet of the day that is near, or of the day that has passed.</summary>
    public bool IsToRemind(DateOnly today) => DueOn is { } due && (IsOverdue(today) ? RemindedAfter : RemindedBefore) != due;

    public void Reminded(DateOnly today)
    {
        if (IsOverdue(today))
            RemindedAfter = DueOn;
        else
            RemindedBefore = DueOn;
    }

    /// <summary>What is wrong with what was entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(NewObjection entered, DateOnly today)
    {
        if (entered.FactId is null)
        {
            if (string.IsNullOrWhiteSpace(entered.What))
                yield return new Refusal("ObjectionWhatMissing").At(nameof(What));
            if (entered.What?.Length > LongestWhat)
                yield return new Refusal("TooLong", LongestWhat, entered.What.Length).At(nameof(What));
            if (entered.HappenedOn is not { } day)
                yield return new Refusal("ObjectionDayMissing").At(nameof(HappenedOn));
            else if (day.Year != entered.Year)
                yield return new Refusal("ObjectionOtherYear", entered.Year).At(nameof(HappenedOn));
            else if (day > today)
                yield return new Refusal("ObjectionDayToCome").At(nameof(HappenedOn));
        }

        if (WhyNotWords(entered.Words) is { } refusal)
            yield return refusal;
    }

    /// <summary>Why words are not enough, or too many.</summary>
    public static Refusal? WhyNotWords(string? words) =>
        string.IsNullOrWhiteSpace(words) ? new Refusal("ObjectionWordsMissing").At("Words")
        : words.Length > LongestWords ? new Refusal("TooLong", LongestWords, words.Length).At("Words")
        : null;

    /// <param name="entered">What the member wrote.</param>
    /// <param name="seat">Whose seat it is about.</param>
    /// <param name="answerDueOn">The last day for the first answer, in the committee's zone.</param>
    /// <param name="today">In the committee's zone.</param>
    /// <param name="doer">The member.</param>
    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="Faults"/>.</exception>
    public static Objection Raise(NewObjection entered, ObjectorSeat seat, DateOnly answerDueOn, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(Faults(entered, today).FirstOrDefault());
        var objection = new Objection
        {
            Year = entered.Year,
            PersonId = seat.PersonId,
            MembershipId = seat.MembershipId,
            MemberName = seat.Name,
            FactId = entered.FactId,
            Office = entered.Office,
            What = entered.FactId is null ? entered.What!.Trim() : null,
            HappenedOn = entered.FactId is null ? entered.HappenedOn : null,
            RaisedAt = doer.Now,
            RaisedBy = doer.AccountId,
            LedgerSize = entered.LedgerSize,
            AnswerDueOn = answerDueOn,
        };
        objection.Go(ObjectionState.Raised, entered.Words, doer);
        return objection;
    }
}

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    Raised,
    Granted,
    Refused,
    Appealed,
    GrantedOnAppeal,
    RefusedOnAppeal,
    Withdrawn,
}

/// <summary>An objection about to be raised.</summary>
public sealed record NewObjection
{
    public required int Year { get; init; }
    public Guid? FactId { get; init; }

    /// <summary>The office that recorded the line.</summary>
    public string? Office { get; init; }
    public string? What { get; init; }
    public DateOnly? HappenedOn { get; init; }
    public string? Words { get; init; }

    /// <summary>How many facts the ledger has.</summary>
    public long LedgerSize { get; init; }
}

/// <summary>Whose seat an objection is about.</summary>
public sealed record ObjectorSeat(Guid PersonId, Guid MembershipId, string Name);

/// <summary>One thing said or done in an objection, and what it led to.</summary>
public sealed class ObjectionStep : Step
{
    private ObjectionStep() { }

    private ObjectionStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid ObjectionId { get; private init; }
    public ObjectionState State { get; private init; }

    internal static ObjectionStep Of(ObjectionState state, string? words, Doer doer) => new(doer, words) { State = state };
}
