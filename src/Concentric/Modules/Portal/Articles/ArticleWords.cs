using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Articles;

/// <summary>How the state of an article reads.</summary>
public static class ArticleWords
{
    public static Badge BadgeOf(ArticleState state, bool isReturned, IStringLocalizer text) =>
        state == ArticleState.Draft && isReturned
            ? new Badge(text["State.Returned"], Tone.Warn)
            : new Badge(text["State." + state], ToneOf(state));

    public static Tone ToneOf(ArticleState state) =>
        state switch
        {
            ArticleState.Published => Tone.Ok,
            ArticleState.FirstReview or ArticleState.SecondReview or ArticleState.FinalReview => Tone.Info,
            ArticleState.Approved or ArticleState.Scheduled => Tone.Warn,
            ArticleState.Withdrawn => Tone.Danger,
            _ => Tone.Neutral,
        };
}

/// <summary>Days and times of day as the committee counts them.</summary>
internal static class CommitteeTime
{
    /// <summary>The moment that a clock in the committee's zone shows.</summary>
    internal static DateTimeOffset At(CurrentCommittee committee, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, committee.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
