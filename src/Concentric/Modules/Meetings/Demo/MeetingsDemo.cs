using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Demo;

/// <summary>
/// The meetings and study of the demo world's year, from the draft to the archive, and what still waits: attendance to confirm,
/// leave to decide, meetings to come. The year is the same at every run; what is to come lies after the day of the run.
/// </summary>
public sealed class MeetingsDemo(DataFolder data, MeetingKinds kinds) : IDemoPart
{
    private const string Office = "office";
    private const string Secretary = "secretary";

    public int Order => 30;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var begin = world.Clock.Now;
        var plan = data.ReadYaml<DemoMeetingsPlan>("demo/meetings.yaml");
        var toCorrect = true;
        foreach (var meeting in DemoYear.Of(plan, world))
        {
            var id = await HoldAsync(world, plan, meeting, cancellation);
            await ConfirmAsync(world, meeting, id, cancellation);
            if (toCorrect && meeting.Series.Kind == plan.Correction.Kind)
            {
                toCorrect = false;
                await CorrectAsync(world, plan.Correction, meeting, id, cancellation);
            }

            await FileAsync(world, meeting, id, cancellation);
        }

        foreach (var single in plan.Unconfirmed)
            await LeaveUnconfirmedAsync(world, single, cancellation);
        foreach (var single in plan.Upcoming)
            await AnnounceAsync(world, plan, single, cancellation);
        world.Clock.Now = begin;
    }

    /// <summary>Draft, notice, leave and attendance.</summary>
    private async Task<Guid> HoldAsync(
        DemoCommittee world,
        DemoMeetingsPlan plan,
        DemoMeeting meeting,
        CancellationToken cancellation
    )
    {
        var (id, needed) = (Guid.Empty, new HashSet<string?>(StringComparer.Ordinal));
        world.At(meeting.Day.AddDays(-7));
        await DoAsync(
            world,
            Office,
            async (meetings, members) =>
            {
                var draft = await DemoDrafts.OfAsync(world, plan, meeting, kinds, members);
                id = await meetings.CreateAsync(draft, cancellation);
                // Whoever presides or speaks is there from the first word to the last.
                needed.UnionWith([draft.Details.PresidedBy, .. draft.Speakers.Select(speaker => speaker.Name)]);
            }
        );
        world.At(meeting.Day.AddDays(-6), 11);
        await DoAsync(world, Secretary, (meetings, _) => meetings.ApproveAsync(id, cancellation));
        await DoAsync(world, Office, (meetings, _) => meetings.PublishAsync(id, cancellation));
        var sheet = await SheetAsync(world, id);
        world.At(meeting.Day.AddDays(-3), 10);
        foreach (var row in Some(world, sheet, 40).Where(row => !needed.Contains(row.Name)))
        {
            await DoAsync(
                world,
                Office,
                (meetings, _) => meetings.AskLeaveAsync(id, row.Id, world.Pick(plan.Reasons), cancellation)
            );
            var role = kinds[meeting.Series.Kind].LeaveApprovers[0];
            await DoAsync(
                world,
                Secretary,
                (meetings, _) => meetings.DecideLeaveAsync(id, row.Id, new(true, role), cancellation)
            );
        }

        world.At(meeting.Day, meeting.Series.Hour + 2);
        await DoAsync(world, Office, (meetings, _) => meetings.EndAsync(id, cancellation));
        sheet = await SheetAsync(world, id);
        var exceptions = Some(world, sheet.Where(row => row.Answer != Answer.LeaveApproved), 25)
            .Where(row => !needed.Contains(row.Name))
            .ToDictionary(row => row.Id, _ => world.Pick([Presence.Late, Presence.Late, Presence.LeftEarly, Presence.Absent]));
        await DoAsync(world, Office, (meetings, _) => meetings.TakeAttendanceAsync(id, exceptions, cancellation));
        return id;
    }

    private static Task ConfirmAsync(DemoCommittee world, DemoMeeting meeting, Guid id, CancellationToken cancellation)
    {
        world.At(meeting.Day, meeting.Series.Hour + 2, 30);
        return DoAsync(world, Office, (meetings, _) => meetings.ConfirmAsync(id, cancellation));
    }

    /// <summary>Somebody was there after all.</summary>
    private static async Task CorrectAsync(
        DemoCommittee world,
        DemoCorrection correction,
        DemoMeeting meeting,
        Guid id,
        CancellationToken cancellation
    )
    {
        world.At(meeting.Day.AddDays(2), 10);
        var missed = (await SheetAsync(world, id)).FirstOrDefault(row => row.Presence is Presence.Absent or Presence.Late);
        if (missed is null)
            return;
        var marks = new Dictionary<Guid, Presence> { [missed.Id] = Presence.Present };
        await DoAsync(
            world,
            Secretary,
            (meetings, _) => meetings.CorrectAsync(id, new() { Reason = correction.Reason, Marks = marks }, cancellation)
        );
    }

    private static async Task FileAsync(DemoCommittee world, DemoMeeting meeting, Guid id, CancellationToken cancellation)
    {
        world.At(meeting.Day.AddDays(3), 9);
        await DoAsync(
            world,
            Secretary,
            (meetings, _) => meetings.SignMinutesAsync(id, DemoDrafts.Minutes(meeting), cancellation)
        );
        await DoAsync(world, Office, (meetings, _) => meetings.FileResultsAsync(id, cancellation));
    }

    private async Task LeaveUnconfirmedAsync(DemoCommittee world, DemoSingle single, CancellationToken cancellation)
    {
        world.At(single.On.AddDays(-7));
        var id = await PublishedAsync(world, single, single.On, cancellation);
        world.At(single.On, single.Hour + 2);
        await DoAsync(world, Office, (meetings, _) => meetings.EndAsync(id, cancellation));
        var late = Some(world, await SheetAsync(world, id), 6).ToDictionary(row => row.Id, _ => Presence.Late);
        await DoAsync(world, Office, (meetings, _) => meetings.TakeAttendanceAsync(id, late, cancellation));
    }

    private async Task AnnounceAsync(
        DemoCommittee world,
        DemoMeetingsPlan plan,
        DemoSingle single,
        CancellationToken cancellation
    )
    {
        world.At(world.Today.AddDays(-1));
        var id = await PublishedAsync(world, single, world.Today.AddDays(single.InDays), cancellation);
        var members = (await SheetAsync(world, id)).Where(row => row.MembershipId is not null).ToList();
        foreach (var row in members.Skip(1).Take(single.Leave))
            await DoAsync(
                world,
                Office,
                (meetings, _) => meetings.AskLeaveAsync(id, row.Id, world.Pick(plan.Reasons), cancellation)
            );
        var coming = members.Skip(1 + single.Leave).Take(members.Count / 2).Select(row => row.Id).ToList();
        await DoAsync(world, Office, (meetings, _) => meetings.SignUpAsync(id, coming, cancellation));
    }

    private async Task<Guid> PublishedAsync(DemoCommittee world, DemoSingle single, DateOnly day, CancellationToken cancellation)
    {
        var id = Guid.Empty;
        var own = await OwnPersonAsync(world);
        await DoAsync(
            world,
            Office,
            async (meetings, members) =>
                id = await meetings.CreateAsync(await DemoDrafts.OfAsync(world, single, day, kinds, members, own), cancellation)
        );
        await DoAsync(world, Secretary, (meetings, _) => meetings.ApproveAsync(id, cancellation));
        await DoAsync(world, Office, (meetings, _) => meetings.PublishAsync(id, cancellation));
        return id;
    }

    /// <summary>The person whose account the plan has for looking at a member's pages.</summary>
    private static async Task<Guid?> OwnPersonAsync(DemoCommittee world)
    {
        var names = world.Plan.Accounts.Where(account => account.Member).Select(account => account.UserName).ToList();
        Guid? found = null;
        await world.DoAsync(
            "meetings",
            async services =>
                found = await services
                    .GetRequiredService<AppDb>()
                    .Accounts.Where(account => names.Contains(account.UserName))
                    .Select(account => account.PersonId)
                    .FirstOrDefaultAsync()
        );
        return found;
    }

    private static async Task<List<SheetRow>> SheetAsync(DemoCommittee world, Guid id)
    {
        var sheet = new List<SheetRow>();
        await DoAsync(world, Office, async (meetings, _) => sheet = await meetings.SheetAsync(id));
        return sheet;
    }

    private static Task DoAsync(DemoCommittee world, string userName, Func<MeetingsApi, MembersApi, Task> work) =>
        world.DoAsAsync(
            userName,
            "meetings",
            services => work(services.GetRequiredService<MeetingsApi>(), services.GetRequiredService<MembersApi>())
        );

    /// <summary>Every so-manieth member of a sheet, by chance.</summary>
    private static List<SheetRow> Some(DemoCommittee world, IEnumerable<SheetRow> sheet, int oneOf) =>
        sheet.Where(row => row.MembershipId is not null && world.Random.Next(oneOf) == 0).ToList();
}
