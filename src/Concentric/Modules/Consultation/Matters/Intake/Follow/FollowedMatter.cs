using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Files;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>A matter with its story, as the page of the code and the member's own page show it.</summary>
/// <param name="At">The page's address, below the committee.</param>
/// <param name="Into">The matter that it was put together with.</param>
public sealed record FollowedMatter(
    Matter Matter,
    Story Story,
    string Place,
    IReadOnlyList<StoredFile> Pictures,
    string At,
    Matter? Into,
    Story? IntoStory
)
{
    /// <summary>Whether the submitter is asked how it was settled.</summary>
    public bool MayAnswer => Matter.WhyNotGiveFeedback(FeedbackGiver.Submitter) is null;

    public bool MayAdd => Matter.WhyNotAddWords() is null;

    /// <summary>Whether the days in which the submitter may say that it is not settled are still running.</summary>
    public required bool MayReopen { get; init; }

    public bool MayWithdraw => Matter.WhyNotMove(MatterVerb.Withdraw) is null;
}

/// <summary>Makes what the page of the code and the member's own page show.</summary>
public sealed class FollowedMatters(MatterDesk desk, MatterStory stories, SubmitterActs submitter, PlaceChoices places)
{
    public async Task<FollowedMatter> OfAsync(Matter matter, string at, CancellationToken cancellation)
    {
        var into = matter.MergedIntoId is { } id ? await submitter.OtherAsync(id, cancellation) : null;
        return new FollowedMatter(
            matter,
            await stories.OfAsync(matter, forSubmitter: true, cancellation),
            (await places.AllAsync(cancellation)).First(place => place.Id == matter.PlaceId).Name,
            await submitter.PicturesAsync(matter, cancellation),
            at,
            into,
            into is null ? null : await stories.OfAsync(into, forSubmitter: false, cancellation)
        )
        {
            MayReopen = matter.WhyNotReopenBySubmitter(desk.Today, desk.Deadlines) is null,
        };
    }
}
