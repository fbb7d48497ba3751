using Concentric.BrowserTests.World;
using Concentric.Modules.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Concentric.BrowserTests;

/// <summary>The demo world tells one story: nothing in it gives the lie to anything else.</summary>
public sealed class DemoStoryTests(DemoSite site)
{
    [Fact]
    public async Task Nobody_presided_or_spoke_at_a_meeting_that_they_missed_or_came_late_to()
    {
        var meetings = await site.ReadAsync(db => db.Set<Meeting>().Include(meeting => meeting.Speakers).ToListAsync());
        var sheets = (await site.ReadAsync(db => db.Set<Attendance>().ToListAsync())).ToLookup(row => row.MeetingId);
        var told = meetings
            .SelectMany(meeting =>
                sheets[meeting.Id]
                    .Where(row => row.Name == meeting.PresidedBy || meeting.Speakers.Exists(speaker => speaker.Name == row.Name))
                    .Select(row => (meeting.Title, row))
            )
            .ToList();
        told.ShouldNotBeEmpty();
        told.Where(one =>
                one.row.Answer == Answer.LeaveApproved
                || one.row.Presence is Presence.Absent or Presence.Late or Presence.LeftEarly
            )
            .Select(one => $"{one.Title}: {one.row.Name}")
            .ShouldBeEmpty();
    }
}
