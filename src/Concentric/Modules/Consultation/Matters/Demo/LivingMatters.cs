using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>Matters that are still on their way when the world is built, so that every desk has something waiting, some of it overdue.</summary>
internal sealed class LivingMatters(DemoCommittee world, DemoMattersPlan plan, IReadOnlyList<StoryPlace> places)
{
    private const string Screener = "office";
    private const string Approver = "secretary";

    public async Task BringInAsync(CancellationToken cancellation)
    {
        foreach (var (at, living) in plan.Living.Index().OrderByDescending(pair => pair.Item.Days))
            await BringInAsync(living, at, cancellation);
    }

    private async Task BringInAsync(DemoLiving living, int at, CancellationToken cancellation)
    {
        var sort = plan.Sorts[living.Sort];
        var kind = sort.At == "any" ? "village" : sort.At;
        var fit = places.Where(place => StoryBook.Kind(place) == kind).ToList();
        var place = fit[(at * 5) % fit.Count];
        var where = plan.Wheres[kind][at % plan.Wheres[kind].Count];
        var state = Enum.Parse<MatterState>(living.To, ignoreCase: true);
        var way = new Way(world, plan, sort, place, where, living);
        await way.CollectAsync(cancellation);
        var steps = way.Steps.TakeWhile(step => step.After < state || step.Reaches == state).ToList();
        foreach (var (number, step) in steps.Index())
            await way.TakeAsync(step, number, steps.Count, cancellation);
    }

    /// <summary>One step on the way, by an account of the demo world.</summary>
    private sealed record Step(
        string Account,
        MatterState After,
        MatterState Reaches,
        Func<IServiceProvider, CancellationToken, Task> Do
    );

    private sealed class Way(
        DemoCommittee world,
        DemoMattersPlan plan,
        DemoSort sort,
        StoryPlace place,
        string where,
        DemoLiving living
    )
    {
        private Guid matterId;
        private Guid sessionId;

        public IReadOnlyList<Step> Steps =>
            [
                new(Screener, MatterState.Collected, MatterState.Accepted, AcceptAsync),
                new(
                    Approver,
                    MatterState.Accepted,
                    MatterState.Approved,
                    Doing(MatterVerb.Approve, (row, act) => row.Approve(null, act))
                ),
                new(
                    Screener,
                    MatterState.Approved,
                    MatterState.Scheduled,
                    Doing(MatterVerb.Schedule, (row, act) => row.Schedule(place.RoomId, act.Today.AddDays(10), null, act))
                ),
                new(
                    Screener,
                    MatterState.Scheduled,
                    MatterState.Announced,
                    Doing(MatterVerb.Announce, (row, act) => row.Announce(plan.Announcement, act))
                ),
                new(Screener, MatterState.Announced, MatterState.Concluded, TalkAsync),
                new(Screener, MatterState.Concluded, MatterState.ResultDrafted, DraftAsync),
                new(Approver, MatterState.ResultDrafted, MatterState.ResultSigned, SignAsync),
                new(
                    Screener,
                    MatterState.ResultSigned,
                    MatterState.Submitted,
                    Doing(MatterVerb.Submit, (row, act) => row.Submit(plan.Recipients[StoryBook.Kind(place)], null, act))
                ),
                new(Screener, MatterState.Submitted, MatterState.Assigned, AssignAsync),
                new(
                    Approver,
                    MatterState.Assigned,
                    MatterState.InProgress,
                    ByUnit(MatterVerb.Receive, (row, act) => row.Receive(row.Lead!, act))
                ),
                new(
                    Approver,
                    MatterState.InProgress,
                    MatterState.Replied,
                    ByUnit(MatterVerb.Reply, (row, act) => row.Reply(row.Lead!, "A", sort.Reply, act))
                ),
                new(
                    Screener,
                    MatterState.Replied,
                    MatterState.FeedbackSought,
                    Doing(MatterVerb.SeekFeedback, (row, act) => row.SeekFeedback(act))
                ),
                new(Screener, MatterState.FeedbackSought, MatterState.FeedbackGiven, JudgeAsync),
            ];

        public Task CollectAsync(CancellationToken cancellation)
        {
            world.At(world.Today.AddDays(-living.Days), hour: 9);
            return world.DoAsAsync(
                Screener,
                "matter",
                async services =>
                {
                    var (collected, faults) = await services
                        .GetRequiredService<MatterIntake>()
                        .CollectAsync(
                            new NewMatter(
                                new MatterDetails
                                {
                                    Title = sort.Title.Replace("{where}", where, StringComparison.Ordinal),
                                    Text = sort.Text.Replace("{where}", where, StringComparison.Ordinal),
                                    PlaceId = place.Id,
                                    Locality = where,
                                    Topic = sort.Topic,
                                    Channel = IntakeChannel.Desk,
                                }
                            ),
                            [],
                            cancellation
                        );
                    RefusedException.ThrowIf(faults.FirstOrDefault());
                    matterId = collected!.Matter.Id;
                }
            );
        }

        /// <summary>The steps lie evenly between the day it came in and yesterday.</summary>
        public Task TakeAsync(Step step, int number, int of, CancellationToken cancellation)
        {
            world.At(world.Today.AddDays(-living.Days + ((number + 1) * Math.Max(0, living.Days - 1) / (of + 1))), hour: 10);
            return world.DoAsAsync(step.Account, "matter", services => step.Do(services, cancellation));
        }

        private async Task AcceptAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var acts = services.GetRequiredService<MatterActs>();
            RefusedException.ThrowIf((await acts.AcceptAsync(matterId, cancellation: cancellation)).Refusal);
            var deed = new MatterDeed(MatterVerb.Clear, (row, act) => row.Clear(row.Title, row.Text, act));
            RefusedException.ThrowIf((await acts.DoAsync(matterId, deed, cancellation)).Refusal);
        }

        private Func<IServiceProvider, CancellationToken, Task> Doing(MatterVerb verb, Action<Matter, MatterAct> act) =>
            async (services, cancellation) =>
                RefusedException.ThrowIf(
                    (
                        await services.GetRequiredService<MatterActs>().DoAsync(matterId, new MatterDeed(verb, act), cancellation)
                    ).Refusal
                );

        /// <summary>The unit has no account of its own in most cases, so the world acts in its name.</summary>
        private Func<IServiceProvider, CancellationToken, Task> ByUnit(MatterVerb verb, Action<Matter, MatterAct> act) =>
            async (services, cancellation) =>
            {
                var unit = await services
                    .GetRequiredService<AppDb>()
                    .Set<HandlingUnit>()
                    .SingleAsync(row => row.Slug == sort.Unit, cancellation);
                services.GetRequiredService<Platform.Identity.CurrentActor>().ActAsSystem("demo matters", unit.Name);
                await Doing(verb, act)(services, cancellation);
            };

        private async Task TalkAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var desk = services.GetRequiredService<SessionDesk>();
            var posted = await desk.PostedAsync(place.Id, desk.Today, cancellation);
            var (session, faults) = await services
                .GetRequiredService<SessionEntry>()
                .EnterAsync(
                    new EnteredSession
                    {
                        Details = new SessionDetails
                        {
                            PlaceId = place.Id,
                            RoomId = place.RoomId,
                            CouncilId = place.CouncilId,
                            Organiser = SessionOrganiser.Village,
                            OrganiserName = place.Name,
                            MembersPart = "advised",
                        },
                        HeldOn = desk.Today,
                        Members = [.. posted.Take(2).Select(member => member.MembershipId!.Value)],
                        Numbers = new Dictionary<PresentAs, int>
                        {
                            [PresentAs.Resident] = 12,
                            [PresentAs.Concerned] = 4,
                            [PresentAs.Cadre] = 2,
                        },
                        Matters =
                        [
                            new EnteredMatter
                            {
                                MatterId = matterId,
                                Conclusion = MatterConclusion.Agreed,
                                Votes = place.Votes(MatterConclusion.Agreed),
                                Points = sort.Agreed,
                            },
                        ],
                        WasReadBack = true,
                        Reason = plan.Announcement,
                    },
                    cancellation
                );
            RefusedException.ThrowIf(faults.FirstOrDefault());
            sessionId = session!.Id;
        }

        private async Task DraftAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var session = (
                await services
                    .GetRequiredService<SessionDesk>()
                    .FindAsync(sessionId, MatterPermissions.HoldSessions, cancellation)
            )!;
            await services
                .GetRequiredService<SessionActs>()
                .DraftMinutesAsync(
                    session,
                    await services.GetRequiredService<MinutesDraft>().WriteAsync(session, cancellation),
                    cancellation
                );
            await services.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
        }

        private async Task SignAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var session = (
                await services.GetRequiredService<SessionDesk>().FindAsync(sessionId, MatterPermissions.SignMinutes, cancellation)
            )!;
            await services.GetRequiredService<SessionActs>().SignMinutesAsync(session, cancellation);
            await services.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
        }

        private async Task AssignAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var unit = await services
                .GetRequiredService<AppDb>()
                .Set<HandlingUnit>()
                .SingleAsync(row => row.Slug == sort.Unit, cancellation);
            await Doing(MatterVerb.Assign, (row, act) => row.Assign(unit.Id, [], act.Deadlines.After(act.Today, 15), null, act))(
                services,
                cancellation
            );
        }

        private async Task JudgeAsync(IServiceProvider services, CancellationToken cancellation)
        {
            var mark = living.Mark is null
                ? SatisfactionMark.Satisfied
                : Enum.Parse<SatisfactionMark>(living.Mark, ignoreCase: true);
            await Doing(MatterVerb.GiveFeedback, (row, act) => row.GiveFeedback(FeedbackGiver.Submitter, mark, null, act))(
                services,
                cancellation
            );
            await Doing(MatterVerb.SettleFeedback, (row, act) => row.SettleFeedback(act))(services, cancellation);
        }
    }
}
