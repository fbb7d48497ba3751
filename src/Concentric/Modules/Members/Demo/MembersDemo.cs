using Concentric.Modules.Members.Invitations;
using Concentric.Modules.Members.MemberFile;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Demo;

/// <summary>
/// The members of the demo world, of three levels and all sectors. Everybody's present seat is counted once; a few also
/// keep a seat of the term before in their file.
/// </summary>
public sealed class MembersDemo(DataFolder data) : IDemoPart
{
    /// <summary>How many members besides the demo account are invited to sign in.</summary>
    private const int Invited = 12;

    public int Order => 20;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var begin = world.Clock.Now;
        var people = DemoPeople.Of(data.ReadYaml<DemoPeoplePlan>("demo/members.yaml"), world);
        world.At(new DateOnly(world.Committee.TermFrom, 12, 20));
        await world.DoAsync("members", services => EnrolAsync(services, world, people, cancellation));
        world.Clock.Now = begin;
        await world.DoAsync("invitations", services => InviteAsync(services, cancellation));
        world.At(new DateOnly(begin.Year, 12, 18), 15);
        await world.DoAsync("corrections", services => AskAsync(services, people.Plan, world, cancellation));
        world.Clock.Now = begin;
    }

    private static async Task EnrolAsync(
        IServiceProvider services,
        DemoCommittee world,
        DemoPeople people,
        CancellationToken cancellation
    )
    {
        var db = services.GetRequiredService<AppDb>();
        var register = services.GetRequiredService<MemberRegister>();
        var names = world.Plan.AllAccounts.Where(plan => plan.Member).Select(plan => plan.UserName).ToList();
        var accounts = new Queue<Account>(
            await db
                .Accounts.Where(account => names.Contains(account.UserName!))
                .OrderBy(account => account.UserName)
                .ToListAsync(cancellation)
        );
        foreach (var (details, seat, earlier) in people.All())
        {
            var person = await register.AddAsync(details, cancellation);
            if (earlier is not null)
                register.Appoint(person, earlier).End(new DateOnly(world.Committee.TermFrom, 10, 31), people.Plan.EarlierTermEnd);
            register.Appoint(person, seat);
            if (seat.Duty != MemberDuty.Ordinary || !accounts.TryDequeue(out var account))
                continue;
            account.PersonId = person.Id;
            account.DisplayName = person.Name;
        }

        await db.SaveChangesAsync(cancellation);
    }

    // Some were invited and have not signed in yet, so that the list of invitations has every state.
    private static async Task InviteAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        var invitations = services.GetRequiredService<MemberInvitations>();
        var some = db.Set<Membership>()
            .Where(seat => seat.EndsOn == null && seat.Duty == MemberDuty.Standing)
            .OrderBy(seat => seat.PersonId)
            .Select(seat => seat.PersonId);
        await invitations.InviteAsync(await invitations.InviteesAsync(some, Invited, cancellation), byMail: false, cancellation);
    }

    private static async Task AskAsync(
        IServiceProvider services,
        DemoPeoplePlan plan,
        DemoCommittee world,
        CancellationToken cancellation
    )
    {
        var db = services.GetRequiredService<AppDb>();
        var askers = await db
            .Accounts.Where(account => account.PersonId != null)
            .OrderBy(account => account.Id)
            .Take(plan.Corrections.Count)
            .ToListAsync(cancellation);
        foreach (var (account, text) in askers.Zip(plan.Corrections))
        {
            RefusedException.ThrowIf(CorrectionRequest.WhyNotAsk(text));
            db.Add(
                new CorrectionRequest
                {
                    PersonId = account.PersonId!.Value,
                    AccountId = account.Id,
                    Text = text,
                    AskedAt = world.Clock.Now,
                }
            );
        }

        await db.SaveChangesAsync(cancellation);
    }
}
