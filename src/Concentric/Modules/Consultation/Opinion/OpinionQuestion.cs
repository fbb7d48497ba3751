using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Where a question stands.</summary>
public enum QuestionState
{
    Drafted,
    Open,
    Closed,
}

/// <summary>
/// 意见征集问题: a question put to many. Each answers statements one at a time, agreeing, disagreeing or passing, and may offer statements
/// that a moderator looks at first. It is written, opened and closed; nothing in it is ever deleted.
/// </summary>
[ShownToPublic]
public sealed class OpinionQuestion : CommitteeEntity
{
    public const int LongestTitle = 80;
    public const int LongestIntroduction = 2000;

    /// <summary>Fewer statements tell nobody apart.</summary>
    public const int FewestStatements = 3;

    private OpinionQuestion() { }

    public string Title { get; private set; } = "";

    /// <summary>Plain text, a line for each paragraph.</summary>
    public string Introduction { get; private set; } = "";
    public QuestionState State { get; private set; } = QuestionState.Drafted;

    /// <summary>The first day for answers, in the committee's zone; none: from when it is opened.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>The last day for answers; none: until it is closed.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Whether people may offer statements of their own.</summary>
    public bool TakesStatements { get; private set; } = true;

    /// <summary>Whose work it is to look at offered statements; none: everybody who may.</summary>
    public Guid? ModeratorId { get; private set; }
    public string? ModeratorName { get; private set; }

    /// <summary>What the question belongs to, for example a matter: the kind of its record and its key.</summary>
    public string? SubjectType { get; private set; }
    public Guid? SubjectId { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether answers are taken on a day.</summary>
    public bool IsOpenOn(DateOnly day) =>
        State == QuestionState.Open && (OpensOn is null || OpensOn <= day) && (ClosesOn is null || day <= ClosesOn);

    /// <summary>Opened, and its first day is still to come.</summary>
    public bool IsToCome(DateOnly day) => State == QuestionState.Open && OpensOn > day;

    /// <summary>What is wrong with what was entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(QuestionDetails entered)
    {
        if (string.IsNullOrWhiteSpace(entered.Title))
            yield return new Refusal("OpinionTitleMissing").At(nameof(entered.Title));
        if (entered.Title?.Trim().Length > LongestTitle)
            yield return new Refusal("TooLong", LongestTitle, entered.Title.Trim().Length).At(nameof(entered.Title));
        if (entered.Introduction?.Trim().Length > LongestIntroduction)
            yield return new Refusal("TooLong", LongestIntroduction, entered.Introduction.Trim().Length).At(
                nameof(entered.Introduction)
            );
        if (entered.ClosesOn < entered.OpensOn)
            yield return new Refusal("OpinionClosesBeforeOpening").At(nameof(entered.ClosesOn));
    }

    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="Faults"/>.</exception>
    public static OpinionQuestion Write(QuestionDetails details, DateTimeOffset now)
    {
        var question = new OpinionQuestion { WrittenAt = now };
        question.Take(details);
        return question;
    }

    public Refusal? WhyNotChange() => State == QuestionState.Closed ? new Refusal("OpinionQuestionClosed") : null;

    /// <summary>Once people have answered, the words they answered to stay.</summary>
    public Refusal? WhyNotReword() => State != QuestionState.Drafted ? new Refusal("OpinionQuestionOpened") : null;

    public void Change(QuestionDetails details)
    {
        RefusedException.ThrowIf(WhyNotChange());
        if (WhyNotReword() is not null)
            details = details with { Title = Title, Introduction = Introduction };
        Take(details);
    }

    /// <summary>Hangs the question onto what it is about.</summary>
    public void BelongTo(string subjectType, Guid subjectId) => (SubjectType, SubjectId) = (subjectType, subjectId);

    /// <param name="statements">How many of its statements can be answered.</param>
    /// <param name="today">In the committee's zone.</param>
    public Refusal? WhyNotOpen(int statements, DateOnly today) =>
        State == QuestionState.Open ? new Refusal("OpinionAlreadyOpen")
        : statements < FewestStatements ? new Refusal("OpinionTooFewStatements", FewestStatements)
        : ClosesOn < today ? new Refusal("OpinionClosingDayPassed")
        : null;

    /// <summary>Opens it, also one that was closed too early.</summary>
    public void Open(int statements, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotOpen(statements, today));
        (State, OpenedAt, ClosedAt) = (QuestionState.Open, OpenedAt ?? doer.Now, null);
    }

    public Refusal? WhyNotClose() => State != QuestionState.Open ? new Refusal("OpinionNotOpen") : null;

    public void Close(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotClose());
        (State, ClosedAt) = (QuestionState.Closed, doer.Now);
    }

    /// <summary>Votes of elsewhere come into a question of their own, before anybody answers here.</summary>
    public Refusal? WhyNotImport(bool hasStatements) =>
        State != QuestionState.Drafted ? new Refusal("OpinionQuestionOpened")
        : hasStatements ? new Refusal("OpinionImportNotEmpty")
        : null;

    private void Take(QuestionDetails details)
    {
        RefusedException.ThrowIf(Faults(details).FirstOrDefault());
        Title = details.Title!.Trim();
        Introduction = details.Introduction?.Trim() ?? "";
        (OpensOn, ClosesOn) = (details.OpensOn, details.ClosesOn);
        TakesStatements = details.TakesStatements;
        (ModeratorId, ModeratorName) = (details.ModeratorId, details.ModeratorName);
    }
}

/// <summary>A question as it is entered.</summary>
public sealed record QuestionDetails
{
    public string? Title { get; init; }
    public string? Introduction { get; init; }
    public DateOnly? OpensOn { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public bool TakesStatements { get; init; } = true;
    public Guid? ModeratorId { get; init; }
    public string? ModeratorName { get; init; }
}
