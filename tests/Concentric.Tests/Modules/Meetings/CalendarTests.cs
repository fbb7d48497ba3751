using System.Net;
using System.Text;
using Concentric.Modules.Meetings;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Ical.Net;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>Calendar feeds as a calendar program reads them (RFC 5545), and the calendar pages.</summary>
public sealed class CalendarTests(Installation installation)
{
    private const string LongTitle =
        "学习贯彻全国两会精神,围绕县域经济高质量发展;以“党建+”引领委员履职提质增效,推进协商议事工作\\专题";

    [Fact]
    public async Task The_public_feed_is_read_back_as_it_was_written()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var details = MeetingWorld.Study("symposium", 3) with { Title = LongTitle, Notice = "第一行\n第二行,带逗号;带分号" };
        var id = await committee.PublishedAsync(new NewMeeting { Details = details });
        await committee.PublishedAsync(new NewMeeting { Details = details with { IsPublic = false } });
        var answer = await committee.Anonymous().GetAsync("/calendar.ics");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var line in text.Split("\r\n"))
        {
            line.ShouldNotContain("\n");
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
        }

        var read = Calendar.Load(text)!.Events.Single();
        read.Uid.ShouldStartWith(id.ToString("N"));
        read.Summary.ShouldBe(LongTitle);
        read.Description.ShouldBe("第一行\n第二行,带逗号;带分号");
        read.Start!.AsUtc.ShouldBe(details.StartsAt.UtcDateTime);
        read.Sequence.ShouldBe(0);
    }

    [Fact]
    public async Task A_moved_meeting_moves_and_a_cancelled_one_says_so_under_the_same_id()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study("symposium", 3) });
        var before = await ReadAsync(committee.Anonymous(), "/calendar.ics");
        await committee.InDbAsync(async db =>
        {
            var meeting = (await db.Set<Meeting>().FindAsync(db.CommitteeId, id))!;
            meeting.Change(MeetingWorld.Study("symposium", 4), TimeZoneInfo.Utc, new Doer(Guid.Empty, "", MeetingWorld.Morning));
            return await db.SaveChangesAsync();
        });
        var moved = await ReadAsync(committee.Anonymous(), "/calendar.ics");
        moved.Uid.ShouldBe(before.Uid);
        moved.Sequence.ShouldBe(before.Sequence + 1);
        moved.Start!.AsUtc.ShouldBe(before.Start!.AsUtc.AddDays(1));
        await committee.MeetAsync(meetings => meetings.CancelAsync(id, "天气"));
        var cancelled = await ReadAsync(committee.Anonymous(), "/calendar.ics");
        cancelled.Uid.ShouldBe(before.Uid);
        cancelled.Status.ShouldBe("CANCELLED");
        cancelled.Sequence.ShouldBe(before.Sequence + 2);
    }

    [Fact]
    public async Task A_member_makes_a_secret_address_and_revokes_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(1);
        var member = await committee.SignInAsync(seats[0].PersonId, "member");
        await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 3) });
        await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study("symposium", 3) });
        await member.DoneAsync("/my/calendar/feed", []);
        var shown = (await member.GetPageAsync("/my/calendar/feed")).QuerySelector("#feed-address")!.GetAttribute("value")!;
        var path = new Uri(shown).AbsolutePath[committee.Path.Length..];
        (await member.GetPageAsync("/my/calendar/feed")).QuerySelector("#feed-address").ShouldBeNull("it is shown once");

        var reader = committee.Anonymous();
        var answer = await reader.GetAsync(path);
        Calendar
            .Load(await answer.Content.ReadAsStringAsync())!
            .Events.Count.ShouldBe(1, "only the meetings that expect the member");
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(committee.Path + path, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await reader.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await member.DoneAsync("/my/calendar/feed", [], "form[action*='handler=Revoke']");
        (await reader.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/calendar/" + new string('0', 40) + ".ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_public_calendar_shows_what_is_public_and_nothing_else()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishedAsync(
            new NewMeeting { Details = MeetingWorld.Study("symposium", 3) with { Title = "公开座谈" } }
        );
        await committee.PublishedAsync(
            new NewMeeting { Details = MeetingWorld.Study("symposium", 3) with { Title = "内部座谈", IsPublic = false } }
        );
        await committee.AskAsync(meetings =>
            meetings.CreateAsync(new NewMeeting { Details = MeetingWorld.Study("symposium", 3) with { Title = "草稿座谈" } })
        );
        var page = await committee.Anonymous().GetPageAsync("/calendar?month=2023-05");
        page.Body!.TextContent.ShouldContain("公开座谈");
        page.Body.TextContent.ShouldNotContain("内部座谈");
        page.Body.TextContent.ShouldNotContain("草稿座谈");
        page.QuerySelectorAll(".month tbody tr").Length.ShouldBe(5);
        await committee.Anonymous().GetPageAsync("/calendar?month=nonsense");
    }

    private static async Task<Ical.Net.CalendarComponents.CalendarEvent> ReadAsync(Visitor reader, string path) =>
        Calendar.Load(await (await reader.GetAsync(path)).Content.ReadAsStringAsync())!.Events.Single();
}
