using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A session is planned from the matter that waits for it, and leads on to its minutes.</summary>
public sealed class SessionPlanningTests(Installation installation)
{
    private const string Path = "/office/consultation/sessions";

    [Fact]
    public async Task Planned_for_a_matter_it_takes_its_cleared_topic_and_day_and_expects_those_of_the_council()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync("三组支渠漏水，电话13812345678");
        await world.Committee.DoAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<MatterDesk>());
            var told = await db.Set<Matter>().SingleAsync(row => row.Id == matter);
            told.Clear("三组支渠漏水", "支渠漏水。", desk.Act());
            told.Schedule(null, SessionWorld.Today.AddDays(3), null, desk.Act());
            var council = await db.Set<ConsultationCouncil>().SingleAsync();
            var village = await db.Set<Place>().SingleAsync(row => row.Id == world.Village);
            var room = new VenueDetails { Name = "沙滩村议事室", OpenedOn = SessionWorld.Today };
            var (venue, opened) = PlaceVenue.Open<ConsultationRoom>(village, room, SessionWorld.Today, SessionWorld.Doer);
            db.AddRange(venue, opened);
            var composition = services.GetRequiredService<CouncilComposition>();
            foreach (var (kind, name) in new[] { ("party-secretary", "王书记"), ("legal-workers", "周律师") })
            {
                var details = new SeatDetails
                {
                    SeatKind = kind,
                    Name = name,
                    From = council.TermFrom,
                };
                var (seat, step) = CouncilSeat.Take(council, details, composition, SessionWorld.Doer);
                db.AddRange(seat, step);
            }

            await db.SaveChangesAsync();
        });
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{Path}/new?place={world.Village}&matter={matter}";
        var form = await office.GetPageAsync(path);
        form.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("三组支渠漏水");
        form.QuerySelector("[name='Input.Day']")!.GetAttribute("value").ShouldBe("2023-05-13");

        var back = await office.SubmitAsync(path, new() { ["Input.Day"] = "", ["Input.Title"] = "" });
        var faults = (await Visitor.ParseAsync(await back.Content.ReadAsStringAsync())).QuerySelectorAll(".field.invalid");
        faults.Length.ShouldBeGreaterThan(2, "all that is wrong is told at once, the day too");
        faults.ShouldContain(field => field.QuerySelector("[name='Input.Day']") != null);

        var saved = await office.SubmitAsync(path, new() { ["Input.Organiser"] = "Village", ["Input.MembersPart"] = "mediated" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var session = await world.ReadAsync(Guid.Parse(saved.Headers.Location!.ToString().Split('/')[^1]));
        session
            .People.Where(person => person.MembershipId is null)
            .Select(person => (person.Name, person.As, person.Presence))
            .ShouldBe(
                [("王书记", PresentAs.Cadre, Presence.Expected), ("周律师", PresentAs.Expert, Presence.Expected)],
                ignoreOrder: true
            );
        session.RoomId.ShouldNotBeNull("the place has one room");
        (await office.GetPageAsync($"{Path}/{session.Id}/edit"))
            .QuerySelector("select[name='Input.RoomId'] option[selected]")
            .ShouldNotBeNull("what is changed later stays in its room");
        session.People.Count(person => person.As == PresentAs.Member).ShouldBe(2, "the members posted there are invited");
    }

    [Fact]
    public async Task Once_it_counts_the_next_step_is_its_minutes_and_its_matter_leads_there()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"{Path}/{id}")).QuerySelector($".session-next a[href$='/{id}/minutes']").ShouldNotBeNull();
        (await office.GetPageAsync($"/office/consultation/matters/{matter}"))
            .QuerySelector($"section[aria-labelledby=next] a[href$='/{id}/minutes']")
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_reads_it_in_English_still_announces_it_in_the_language_of_those_who_may_come()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        await office.GetAsync("/preferences?language=en");
        var page = await office.GetPageAsync($"{Path}/{await world.PlannedAsync(await world.ApprovedAsync())}");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("textarea[name=Announcement]")!.TextContent.ShouldContain("2023年5月12日");
    }
}
