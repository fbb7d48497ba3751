using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>Enters the demo world's sessions as a village does: on the evening of the day, in one form.</summary>
internal sealed class TalksOfStories(DemoCommittee world, DemoMattersPlan plan)
{
    public Task HoldAsync(StorySession session, CancellationToken cancellation) =>
        world.DoAsync(
            "session",
            async services =>
            {
                world.At(session.Day, hour: 18, world.Random.Next(60));
                services.GetRequiredService<CurrentActor>().ActAsSystem("demo sessions", session.Place.Name);
                var posted = await services
                    .GetRequiredService<SessionDesk>()
                    .PostedAsync(session.Place.Id, session.Day, cancellation);
                var members = Present(posted);
                services.GetRequiredService<MatterMessages>().Mute();
                var agenda = OnAgenda(session);
                var topic = services.GetRequiredService<NeutralTitles>().OfMany(agenda[0].Title, agenda.Count);
                var (entered, faults) = await services
                    .GetRequiredService<SessionEntry>()
                    .EnterAsync(Form(session, topic, members), cancellation);
                RefusedException.ThrowIf(faults.FirstOrDefault());
                session.SessionId = entered!.Id;
                foreach (var (at, row) in entered.Matters.OrderBy(row => row.Order).Index())
                    agenda[at].MatterId = row.MatterId;
            }
        );

    private static List<Story> OnAgenda(StorySession session) => [.. session.Concludes, .. session.Adjourns];

    /// <summary>Mostly one to three of those who are posted there.</summary>
    private List<SessionPerson> Present(List<SessionPerson> posted) =>
        [.. posted.OrderBy(_ => world.Random.Next()).Take(world.Random.Next(0, 4))];

    private EnteredSession Form(StorySession session, string topic, List<SessionPerson> members)
    {
        var organiser = world.Random.Next(10) switch
        {
            < 6 => SessionOrganiser.Village,
            < 9 => SessionOrganiser.Committee,
            _ => SessionOrganiser.Department,
        };
        return new EnteredSession
        {
            Details = new SessionDetails
            {
                Title = topic,
                PlaceId = session.Place.Id,
                RoomId = session.Place.RoomId,
                CouncilId = session.Place.CouncilId,
                Organiser = organiser,
                OrganiserName = organiser == SessionOrganiser.Village ? session.Place.Name : session.Place.Station,
                MembersPart =
                    members.Count == 0 ? "none"
                    : organiser == SessionOrganiser.Committee ? "convened"
                    : world.Random.Next(2) == 0 ? "advised"
                    : "mediated",
                ConvenerName = session.Place.Name,
            },
            HeldOn = session.Day,
            Members = [.. members.Select(member => member.MembershipId!.Value)],
            Numbers = new Dictionary<PresentAs, int>
            {
                [PresentAs.Resident] = world.Random.Next(6, 26),
                [PresentAs.Cadre] = world.Random.Next(2, 5),
                [PresentAs.Concerned] = world.Random.Next(3, 7),
                [PresentAs.Leader] = world.Random.Next(12) == 0 ? 1 : 0,
            },
            Matters =
            [
                .. session.Concludes.Select(story => Concluded(story)),
                .. session.Adjourns.Select(story => Adjourned(story)),
            ],
            WasReadBack = true,
            Reason = plan.Announcement,
        };
    }

    private static EnteredMatter Concluded(Story story) =>
        On(story) with
        {
            Conclusion = story.Conclusion,
            Votes = story.Place.Votes(story.Conclusion),
            Points = story.Conclusion == MatterConclusion.NotAgreed ? null : story.Sort.Agreed,
            Dissent = story.Dissent,
        };

    private EnteredMatter Adjourned(Story story) => On(story) with { AdjournedBecause = plan.Adjourned };

    private static EnteredMatter On(Story story) =>
        story.IsBefore
            ? new EnteredMatter { MatterId = story.MatterId }
            : new EnteredMatter
            {
                New = new MatterDetails
                {
                    Title = story.Title,
                    Text = story.Text,
                    Locality = story.Where,
                    Topic = story.Sort.Topic,
                },
            };
}
