using Concentric.Modules.Meetings;
using Concentric.Modules.Members;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>Members and meetings for a test, made by the module's own verbs.</summary>
internal static class MeetingWorld
{
    /// <summary>09:00 in Shanghai on the day at which the clock of the tests stands.</summary>
    internal static readonly DateTimeOffset Morning = new(2023, 5, 10, 1, 0, 0, TimeSpan.Zero);

    internal static MeetingDetails Study(string kind = "theory-study-group", int daysFromNow = 0) =>
        new()
        {
            Kind = kind,
            Title = "Study of the report",
            Organiser = "party-group",
            StartsAt = Morning.AddDays(daysFromNow),
            EndsAt = Morning.AddDays(daysFromNow).AddHours(2),
            Place = "Room 401",
            IsPublic = true,
        };

    /// <summary>Members of the county level with the duty given; the first is the chairperson.</summary>
    internal static Task<List<Seat>> SeatsAsync(
        this TestCommittee committee,
        int count,
        MemberDuty duty = MemberDuty.ViceChairperson
    ) =>
        committee.InDbAsync(async db =>
        {
            var seats = new List<Seat>();
            for (var number = 0; number < count; number++)
            {
                var person = new Person { Name = $"Member {number + 1}" };
                var membership = new Membership
                {
                    Person = person,
                    Level = MembershipLevel.County,
                    Term = committee.Committee.Term,
                    Sector = "cpc",
                    Duty = number == 0 && duty == MemberDuty.ViceChairperson ? MemberDuty.Chairperson : duty,
                    StartsOn = new DateOnly(2021, 11, 1),
                };
                db.Add(membership);
                seats.Add(new Seat(person.Id, membership.Id, person.Name));
            }

            await db.SaveChangesAsync();
            return seats;
        });

    internal static Task<T> AskAsync<T>(this TestCommittee committee, Func<MeetingsApi, Task<T>> work) =>
        committee.DoAsync(services => work(services.GetRequiredService<MeetingsApi>()));

    internal static Task MeetAsync(this TestCommittee committee, Func<MeetingsApi, Task> work) =>
        committee.DoAsync(services => work(services.GetRequiredService<MeetingsApi>()));

    /// <summary>A meeting whose notice has been published.</summary>
    internal static Task<Guid> PublishedAsync(this TestCommittee committee, NewMeeting wanted) =>
        committee.AskAsync(async meetings =>
        {
            var id = await meetings.CreateAsync(wanted);
            await meetings.ApproveAsync(id);
            await meetings.PublishAsync(id);
            return id;
        });

    /// <summary>A meeting that has ended, everybody marked present but those named.</summary>
    internal static async Task<Guid> EndedAsync(
        this TestCommittee committee,
        NewMeeting wanted,
        params (Seat Seat, Presence Presence)[] exceptions
    )
    {
        var id = await committee.PublishedAsync(wanted);
        await committee.MeetAsync(async meetings =>
        {
            await meetings.EndAsync(id);
            var sheet = await meetings.SheetAsync(id);
            await meetings.TakeAttendanceAsync(
                id,
                exceptions.ToDictionary(
                    exception => sheet.Single(row => row.MembershipId == exception.Seat.MembershipId).Id,
                    exception => exception.Presence
                )
            );
        });
        return id;
    }

    internal static Task<Meeting> MeetingAsync(this TestCommittee committee, Guid id) =>
        committee.InDbAsync(async db => (await db.Set<Meeting>().FindAsync(db.CommitteeId, id))!);
}

internal sealed record Seat(Guid PersonId, Guid MembershipId, string Name);
