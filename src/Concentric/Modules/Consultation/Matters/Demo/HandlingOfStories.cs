using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>What follows a session of the demo world: minutes, the handing on, the reply, the feedback, the closing, the second visit.</summary>
internal sealed class HandlingOfStories(DemoCommittee world, DemoMattersPlan plan, StoryBook book)
{
    private const int DaysToRevisit = 90;
    private Dictionary<string, (Guid Id, string Name)> units = [];

    /// <summary>Does what falls into one sitting, in the order of its days.</summary>
    public Task GoOnAsync(Func<DateOnly, bool> isNow, CancellationToken cancellation) =>
        world.DoAsync(
            "handling",
            async services =>
            {
                var sitting = new StorySitting(world, services);
                if (units.Count == 0)
                    units = await UnitsAsync(sitting, cancellation);
                var closing = book.Sessions.Where(session => isNow(session.Day.AddDays(1))).ToList();
                foreach (var session in closing.Where(session => session.Concludes.Count > 0))
                    await WriteMinutesAsync(sitting, session, cancellation);
                var talked = book.Stories.Where(story => story.Fate < Fate.Rejected && story.MatterId != Guid.Empty).ToList();
                var due = talked
                    .Where(story => isNow(Assigned(story)) || isNow(story.Closed) || isNow(story.Closed.AddDays(DaysToRevisit)))
                    .ToDictionary(story => story.MatterId);
                var matters = await sitting.Acts.Desk.FindAsync([.. due.Keys], MatterPermissions.Read, cancellation);
                foreach (var matter in matters)
                    await GoOnAsync(sitting, due[matter.Id], matter, isNow);
                await sitting.Db.SaveChangesAsync(cancellation);
            }
        );

    /// <summary>The day on which the result is handed on; before the closing even where all was done in a week.</summary>
    private static DateOnly Assigned(Story story) =>
        story.Talked.AddDays(3) < story.Closed.AddDays(-3) ? story.Talked.AddDays(3) : story.Closed.AddDays(-3);

    private async Task WriteMinutesAsync(StorySitting sitting, StorySession session, CancellationToken cancellation)
    {
        var acts = sitting.Get<SessionActs>();
        sitting.At(session.Day.AddDays(1), hour: 9, session.Place.Name);
        var held = (await sitting.Get<SessionDesk>().FindAsync(session.SessionId, MatterPermissions.Read, cancellation))!;
        await acts.DraftMinutesAsync(held, await sitting.Get<MinutesDraft>().WriteAsync(held, cancellation), cancellation);
        sitting.At(session.Day.AddDays(1), hour: 16, session.Place.Station);
        await acts.SignMinutesAsync(held, cancellation);
    }

    private async Task GoOnAsync(StorySitting sitting, Story story, Matter matter, Func<DateOnly, bool> isNow)
    {
        if (isNow(Assigned(story)) && story.Fate != Fate.Explained)
            await HandOnAsync(sitting, story, matter);
        if (isNow(story.Closed))
            await CloseAsync(sitting, story, matter);
        if (isNow(story.Closed.AddDays(DaysToRevisit)))
        {
            sitting.At(story.Closed.AddDays(DaysToRevisit), hour: 11, story.Place.Station);
            var held = story.Told is not null || world.Random.Next(100) >= plan.LapsedOfHundred;
            await sitting.DoAsync(matter, MatterVerb.Revisit, (row, act) => row.Revisit(held, story.Sort.Proof, act));
        }
    }

    private async Task HandOnAsync(StorySitting sitting, Story story, Matter matter)
    {
        var recipient = story.Told?.Recipient ?? plan.Recipients[StoryBook.Kind(story.Place)];
        sitting.At(Assigned(story), hour: 10, story.Place.Station);
        await sitting.DoAsync(matter, MatterVerb.Submit, (row, act) => row.Submit(recipient, words: null, act));
        var lead = units[story.Sort.Unit];
        List<Guid> others = story.Told is { } told ? [units[told.Helper].Id] : [];
        var due = Later(story.Closed, Assigned(story).AddDays(20));
        await sitting.DoAsync(matter, MatterVerb.Assign, (row, act) => row.Assign(lead.Id, others, due, words: null, act));
        sitting.At(Assigned(story).AddDays(1), hour: 9, lead.Name);
        foreach (var assignment in matter.Current.ToList())
            await sitting.DoAsync(matter, MatterVerb.Receive, (row, act) => row.Receive(assignment, act));
    }

    private async Task CloseAsync(StorySitting sitting, Story story, Matter matter)
    {
        if (story.Fate == Fate.Explained)
        {
            sitting.At(story.Closed, hour: 10, story.Place.Station);
            await sitting.DoAsync(
                matter,
                MatterVerb.Close,
                (row, act) => row.Close(MatterOutcome.ExplainedOnly, plan.Refused, act)
            );
            return;
        }

        var lead = units[story.Sort.Unit].Name;
        var replied = Later(Assigned(story).AddDays(1), story.Closed.AddDays(-3));
        sitting.At(replied, hour: 15, lead);
        foreach (var assignment in matter.Current.OrderByDescending(row => row.Role).ToList())
            await sitting.DoAsync(
                matter,
                MatterVerb.Reply,
                (row, act) =>
                    row.Reply(assignment, assignment.Role == HandlerRole.Lead ? ClassOf(story) : null, story.Sort.Reply, act)
            );
        sitting.At(Later(replied, story.Closed.AddDays(-2)), hour: 17, story.Place.Station);
        await sitting.DoAsync(matter, MatterVerb.SeekFeedback, (row, act) => row.SeekFeedback(act));
        sitting.At(Later(replied, story.Closed.AddDays(-1)), hour: 18, story.Place.Name);
        var giver = story.IsBefore ? FeedbackGiver.Submitter : FeedbackGiver.Participant;
        await sitting.DoAsync(
            matter,
            MatterVerb.GiveFeedback,
            (row, act) => row.GiveFeedback(giver, story.Mark, words: null, act)
        );
        sitting.At(story.Closed, hour: 10, story.Place.Station);
        await sitting.DoAsync(matter, MatterVerb.SettleFeedback, (row, act) => row.SettleFeedback(act));
        await sitting.DoAsync(matter, MatterVerb.Close, (row, act) => row.Close(OutcomeOf(story), ProofOf(story), act));
    }

    private static string ClassOf(Story story) => story.Fate == Fate.Solved ? "A" : "B";

    private static MatterOutcome OutcomeOf(Story story) =>
        story.Fate switch
        {
            Fate.Solved => MatterOutcome.Solved,
            Fate.PartlySolved => MatterOutcome.PartlySolved,
            _ => MatterOutcome.ListedInPlan,
        };

    private string ProofOf(Story story) =>
        story.Fate switch
        {
            Fate.Solved => story.Sort.Proof,
            Fate.PartlySolved => plan.Partly,
            _ => plan.Planned,
        };

    private static async Task<Dictionary<string, (Guid Id, string Name)>> UnitsAsync(
        StorySitting sitting,
        CancellationToken cancellation
    ) =>
        (
            await sitting
                .Db.Set<HandlingUnit>()
                .Select(unit => new
                {
                    unit.Id,
                    unit.Slug,
                    unit.Name,
                })
                .ToListAsync(cancellation)
        ).ToDictionary(unit => unit.Slug, unit => (unit.Id, unit.Name), StringComparer.Ordinal);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
