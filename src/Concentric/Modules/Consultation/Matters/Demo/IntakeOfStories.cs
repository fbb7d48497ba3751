using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>Brings the demo world's matters in, and screens them.</summary>
internal sealed class IntakeOfStories(DemoCommittee world, DemoMattersPlan plan)
{
    private static readonly IntakeChannel[] Channels = [IntakeChannel.Web, IntakeChannel.Desk, IntakeChannel.Phone];
    private List<(Guid MembershipId, Guid PlaceId)> members = [];

    /// <summary>Those that do not come in at a session, in one sitting.</summary>
    public Task EnterAsync(IReadOnlyList<Story> stories, CancellationToken cancellation) =>
        world.DoAsync(
            "matters",
            async services =>
            {
                var sitting = new StorySitting(world, services);
                if (members.Count == 0)
                    members = await MembersAsync(sitting.Db, cancellation);
                var number = await sitting.Acts.Desk.NextNumberAsync(plan.Year, cancellation);
                foreach (var story in stories.Where(story => story.IsBefore).OrderBy(story => story.Collected))
                {
                    var matter = await CollectAsync(sitting, story, cancellation);
                    number = await ScreenAsync(sitting, story, matter, number, cancellation);
                }

                await sitting.Db.SaveChangesAsync(cancellation);
            }
        );

    private async Task<Matter> CollectAsync(StorySitting sitting, Story story, CancellationToken cancellation)
    {
        sitting.At(story.Collected, hour: 9, story.Place.Name);
        var collected = await sitting.Intake.AddAsync(
            new NewMatter(
                new MatterDetails
                {
                    Title = story.Title,
                    Text = story.Text,
                    PlaceId = story.Place.Id,
                    Locality = story.Where,
                    Topic = story.Sort.Topic,
                    Source = story.Source,
                    Channel = world.Pick(Channels),
                    SubmittingMembershipId = story.Source == MatterSource.Member ? MemberOf(story.Place) : null,
                    SourceName = story.Source is MatterSource.Leader or MatterSource.Department ? story.Place.Station : null,
                }
            ),
            cancellation
        );
        story.MatterId = collected.Matter.Id;
        return collected.Matter;
    }

    private async Task<int> ScreenAsync(
        StorySitting sitting,
        Story story,
        Matter matter,
        int number,
        CancellationToken cancellation
    )
    {
        sitting.At(story.Collected.AddDays(1), hour: 15, story.Place.Station);
        switch (story.Fate)
        {
            case Fate.Rejected:
                await sitting.DoAsync(matter, MatterVerb.Reject, (row, act) => row.Reject("private", plan.RejectedWords, act));
                return number;
            case Fate.Transferred:
                await sitting.DoAsync(
                    matter,
                    MatterVerb.Transfer,
                    (row, act) => row.Transfer("hotline-12345", plan.TransferredWords, act)
                );
                return number;
            case Fate.Merged:
                var into = await AnotherAsync(sitting.Db, matter, cancellation);
                await sitting.DoAsync(matter, MatterVerb.Merge, (row, act) => row.Merge(into, words: null, act));
                return number;
        }

        var repeats = world.Random.Next(40) == 0 ? await ClosedAsync(sitting.Db, matter, cancellation) : null;
        await sitting.DoAsync(matter, MatterVerb.Accept, (row, act) => row.Accept(number, repeats, act));
        if (story.Told is not null || world.Random.Next(5) > 0)
            await sitting.DoAsync(matter, MatterVerb.Clear, (row, act) => row.Clear(story.Title, story.Text, act));
        sitting.At(story.Collected.AddDays(2), hour: 10, story.Place.Station);
        await sitting.DoAsync(matter, MatterVerb.Approve, (row, act) => row.Approve(words: null, act));
        await sitting.DoAsync(
            matter,
            MatterVerb.Schedule,
            (row, act) => row.Schedule(story.Place.RoomId, story.Adjourned ?? story.Talked, words: null, act)
        );
        if (story.Told is not null || world.Random.Next(3) == 0)
            await sitting.DoAsync(matter, MatterVerb.Research, (row, act) => row.Research(plan.Research, act));
        if (story.Told is not null || world.Random.Next(2) == 0)
            await sitting.DoAsync(matter, MatterVerb.Announce, (row, act) => row.Announce(plan.Announcement, act));
        return number + 1;
    }

    private Guid MemberOf(StoryPlace place)
    {
        var posted = members.Where(member => member.PlaceId == place.Id).ToList();
        return world.Pick(posted.Count > 0 ? posted : members).MembershipId;
    }

    private static async Task<List<(Guid, Guid)>> MembersAsync(AppDb db, CancellationToken cancellation) =>
        (
            await db.Set<Deployment>()
                .Where(row => row.State != DeploymentState.Withdrawn)
                .OrderBy(row => row.Id)
                .Select(row => new { row.MembershipId, row.PlaceId })
                .ToListAsync(cancellation)
        ).ConvertAll(row => (row.MembershipId, row.PlaceId));

    /// <summary>A matter of the same place that goes on; the earliest of all where there is none.</summary>
    private static Task<Matter> AnotherAsync(AppDb db, Matter matter, CancellationToken cancellation) =>
        db.Set<Matter>()
            .Where(other => other.Number != null)
            .OrderByDescending(other => other.PlaceId == matter.PlaceId)
            .ThenByDescending(other => other.CollectedAt)
            .FirstAsync(cancellation);

    /// <summary>One of the same place and topic that was closed before, which this one repeats.</summary>
    private static Task<Guid?> ClosedAsync(AppDb db, Matter matter, CancellationToken cancellation) =>
        db.Set<Matter>()
            .Where(other => other.PlaceId == matter.PlaceId && other.Topic == matter.Topic && other.State == MatterState.Closed)
            .OrderBy(other => other.CollectedAt)
            .Select(other => (Guid?)other.Id)
            .FirstOrDefaultAsync(cancellation);
}
