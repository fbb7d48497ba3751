using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Where a statement stands.</summary>
public enum StatementState
{
    Pending,
    Accepted,
    Rejected,
    Withdrawn,
}

/// <summary>Why a statement is not shown; told to whoever offered it.</summary>
public enum StatementFault
{
    Duplicate,
    Unclear,
    SeveralAtOnce,
    OffTopic,
    PersonalData,
    Insult,
    Unlawful,
}

/// <summary>
/// 陈述: one short sentence that people agree with or not. Seeds come from the office; what a voter offers waits for a moderator. It is never
/// deleted: one that is taken away keeps its votes, and they are counted no more.
/// </summary>
public sealed class OpinionStatement : CommitteeEntity
{
    public const int LongestText = 140;

    /// <summary>So many open statements of one voter wait at most.</summary>
    public const int MostWaiting = 5;

    private OpinionStatement() { }

    public Guid QuestionId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Who offered it; none: the office.</summary>
    public Guid? VoterId { get; private set; }
    public StatementState State { get; private set; }
    public StatementFault? Fault { get; private set; }
    public DateTimeOffset OfferedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    public bool IsSeed => VoterId is null;

    /// <summary>Why a text is no statement.</summary>
    public static Refusal? WhyNotText(string? text)
    {
        var plain = text?.Trim() ?? "";
        return plain.Length == 0 ? new Refusal("OpinionStatementMissing").At(nameof(Text))
            : plain.Length > LongestText ? new Refusal("TooLong", LongestText, plain.Length).At(nameof(Text))
            : StatementText.FindPersonal(plain) is { } found ? new Refusal("OpinionPersonalData", found).At(nameof(Text))
            : null;
    }

    /// <summary>A statement of the office's own: it can be answered at once.</summary>
    public static OpinionStatement Seed(Guid questionId, string text, Doer doer)
    {
        var statement = Of(questionId, text, doer.Now);
        statement.Decide(StatementState.Accepted, null, doer);
        return statement;
    }

    /// <summary>What a voter offers; it waits for a moderator.</summary>
    public static OpinionStatement Offer(Guid questionId, Guid voterId, string text, DateTimeOffset now)
    {
        var statement = Of(questionId, text, now);
        statement.VoterId = voterId;
        return statement;
    }

    /// <summary>As it stood elsewhere.</summary>
    public static OpinionStatement Import(Guid questionId, Guid? voterId, string text, StatementState state, Doer doer)
    {
        var statement = Of(questionId, text, doer.Now);
        statement.VoterId = voterId;
        if (state != StatementState.Pending)
            statement.Decide(state, null, doer);
        return statement;
    }

    public Refusal? WhyNotAccept() =>
        State is StatementState.Accepted ? new Refusal("OpinionStatementAccepted")
        : State == StatementState.Withdrawn ? new Refusal("OpinionStatementWithdrawn")
        : null;

    /// <summary>Also one that was rejected by mistake.</summary>
    public void Accept(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotAccept());
        Decide(StatementState.Accepted, null, doer);
    }

    public Refusal? WhyNotReject(StatementFault? fault) =>
        State is StatementState.Rejected ? new Refusal("OpinionStatementRejected")
        : State == StatementState.Withdrawn ? new Refusal("OpinionStatementWithdrawn")
        : fault is null ? new Refusal("OpinionFaultMissing")
        : null;

    /// <summary>Also one that was accepted and that voters pointed out since.</summary>
    public void Reject(StatementFault? fault, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotReject(fault));
        Decide(StatementState.Rejected, fault, doer);
    }

    public Refusal? WhyNotWithdraw() =>
        !IsSeed ? new Refusal("OpinionNotSeed")
        : State == StatementState.Withdrawn ? new Refusal("OpinionStatementWithdrawn")
        : null;

    /// <summary>The office takes back what it wrote itself.</summary>
    public void Withdraw(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotWithdraw());
        Decide(StatementState.Withdrawn, null, doer);
    }

    private static OpinionStatement Of(Guid questionId, string text, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotText(text));
        return new OpinionStatement
        {
            QuestionId = questionId,
            Text = text.Trim(),
            OfferedAt = now,
        };
    }

    private void Decide(StatementState state, StatementFault? fault, Doer doer) =>
        (State, Fault, DecidedAt, DecidedBy) = (state, fault, doer.Now, doer.Name);
}
