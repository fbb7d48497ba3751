using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal;

/// <summary>Where an article stands on its way through the three reviews. Only <see cref="Published"/> is for the public.</summary>
public enum ArticleState
{
    Draft,

    /// <summary>一审</summary>
    FirstReview,

    /// <summary>二审</summary>
    SecondReview,

    /// <summary>三审</summary>
    FinalReview,

    /// <summary>Reviewed three times, waiting to be published.</summary>
    Approved,

    /// <summary>Goes out by itself at its time.</summary>
    Scheduled,
    Published,
    Withdrawn,
}

/// <summary>What was done to an article.</summary>
public enum ArticleVerb
{
    Draft,
    Edit,
    Submit,
    Pass,
    Return,
    Schedule,
    Publish,

    /// <summary>更正: the words were changed while the public could read them.</summary>
    Correct,
    Withdraw,

    /// <summary>Takes a withdrawn article up again, as a draft.</summary>
    Reopen,
}

/// <summary>三审三校: three reviews by three different people, none of whom wrote the text.</summary>
public sealed partial class Article
{
    /// <summary>A time further away than this is a slip of the hand.</summary>
    public const int LongestWaitInYears = 10;

    /// <summary>When a scheduled article goes out.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>When the public could first read it; a correction leaves it, publishing anew after a withdrawal moves it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawReason { get; private set; }

    /// <summary>Why the last reviewer gave it back; empty once it is submitted again.</summary>
    public string? LastReturnReason { get; private set; }

    /// <summary>Which review it is in: 1, 2, 3; null when in none.</summary>
    public int? Round =>
        State switch
        {
            ArticleState.FirstReview => 1,
            ArticleState.SecondReview => 2,
            ArticleState.FinalReview => 3,
            _ => null,
        };

    /// <summary>Whether this account wrote any of its words; whoever writes does not review.</summary>
    public bool IsWrittenBy(Guid accountId) =>
        Steps.Exists(step =>
            step.AccountId == accountId && step.Verb is ArticleVerb.Draft or ArticleVerb.Edit or ArticleVerb.Correct
        );

    /// <summary>The accounts that wrote it or passed it already; while it is in no review, nobody.</summary>
    public IReadOnlyList<Guid> CannotReview =>
        Round is null
            ? []
            : [.. Steps.Select(step => step.AccountId).Distinct().Where(account => WhyNotReview(account) is not null)];

    public Refusal? WhyNotSubmit() =>
        State != ArticleState.Draft ? new Refusal("SubmitOnlyDraft")
        : Source.Length == 0 ? new Refusal("ArticleSourceMissing").At("Source")
        : BodyText.Length == 0 ? new Refusal("ArticleBodyMissing").At("Body")
        : null;

    public void Submit(Doer doer)
    {
        Go(ArticleVerb.Submit, WhyNotSubmit(), ArticleState.FirstReview, doer);
        LastReturnReason = null;
    }

    /// <summary>Why this person cannot pass or return it: not in review, written by them, or reviewed by them already.</summary>
    public Refusal? WhyNotReview(Guid accountId) =>
        Round is null ? new Refusal("ReviewNotOpen")
        : IsWrittenBy(accountId) ? new Refusal("ReviewOwnArticle")
        : PassedSinceSubmission().Any(step => step.AccountId == accountId) ? new Refusal("ReviewTwice")
        : null;

    public void PassReview(Doer doer) =>
        Go(
            ArticleVerb.Pass,
            WhyNotReview(doer.AccountId),
            Round switch
            {
                1 => ArticleState.SecondReview,
                2 => ArticleState.FinalReview,
                _ => ArticleState.Approved,
            },
            doer
        );

    /// <summary>Gives it back to its writers, from a review or when it was about to be published.</summary>
    public Refusal? WhyNotReturn(Guid accountId) =>
        State is ArticleState.Approved or ArticleState.Scheduled ? null : WhyNotReview(accountId);

    public void Return(string reason, Doer doer)
    {
        Go(ArticleVerb.Return, WhyNotReturn(doer.AccountId) ?? WhyNotReason(reason), ArticleState.Draft, doer, reason);
        LastReturnReason = reason.Trim();
        PublishAt = null;
    }

    public Refusal? WhyNotPublish() =>
        State switch
        {
            ArticleState.Approved or ArticleState.Scheduled => null,
            ArticleState.Published => new Refusal("ArticlePublishedAlready"),
            ArticleState.Withdrawn => new Refusal("ArticleWithdrawnAlready"),
            _ => new Refusal("PublishNeedsThreeReviews"),
        };

    public void Publish(Doer doer)
    {
        Go(ArticleVerb.Publish, WhyNotPublish(), ArticleState.Published, doer);
        // What was scheduled for eight o'clock is of eight o'clock, even if the server slept until nine.
        PublishedAt = PublishAt is { } planned && planned <= doer.Now ? planned : doer.Now;
        PublishAt = null;
        (WithdrawnAt, WithdrawReason) = (null, null);
    }

    public Refusal? WhyNotSchedule(DateTimeOffset at, DateTimeOffset now) =>
        WhyNotPublish()
        ?? (
            at <= now ? new Refusal("ScheduleInPast").At("PublishOn")
            : at > now.AddYears(LongestWaitInYears) ? new Refusal("ScheduleTooFar", LongestWaitInYears).At("PublishOn")
            : null
        );

    public void Schedule(DateTimeOffset at, Doer doer)
    {
        Go(ArticleVerb.Schedule, WhyNotSchedule(at, doer.Now), ArticleState.Scheduled, doer);
        PublishAt = at.ToUniversalTime();
    }

    /// <summary>Whether its time has come.</summary>
    public bool IsDue(DateTimeOffset now) => State == ArticleState.Scheduled && PublishAt <= now;

    public Refusal? WhyNotWithdraw() =>
        State == ArticleState.Published ? null
        : State == ArticleState.Withdrawn ? new Refusal("ArticleWithdrawnAlready")
        : new Refusal("WithdrawOnlyPublished");

    /// <param name="reason">The public reads it in place of the article.</param>
    public void Withdraw(string reason, Doer doer)
    {
        Go(ArticleVerb.Withdraw, WhyNotWithdraw() ?? WhyNotReason(reason), ArticleState.Withdrawn, doer, reason);
        (WithdrawnAt, WithdrawReason) = (doer.Now, reason.Trim());
    }

    public Refusal? WhyNotReopen() => State == ArticleState.Withdrawn ? null : new Refusal("ReopenOnlyWithdrawn");

    /// <summary>A withdrawn article goes back to its writers; it is reviewed three times again before it comes out.</summary>
    public void Reopen(Doer doer) => Go(ArticleVerb.Reopen, WhyNotReopen(), ArticleState.Draft, doer);

    /// <summary>Why a reason given in words is not one.</summary>
    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("ReasonMissing").At("Reason")
        : reason.Trim().Length > ArticleStep.LongestWords ? new Refusal("ReasonTooLong", ArticleStep.LongestWords).At("Reason")
        : null;

    /// <summary>The reviews that it has passed in its present run.</summary>
    internal IEnumerable<ArticleStep> PassedSinceSubmission()
    {
        var submitted = Steps.FindLastIndex(step => step.Verb == ArticleVerb.Submit);
        return Steps.Skip(submitted + 1).Where(step => step.Verb == ArticleVerb.Pass);
    }

    private void Go(ArticleVerb verb, Refusal? whyNot, ArticleState state, Doer doer, string? reason = null)
    {
        RefusedException.ThrowIf(whyNot);
        State = state;
        ChangedAt = doer.Now;
        Steps.Add(ArticleStep.Of(verb, state, doer, reason));
    }
}
