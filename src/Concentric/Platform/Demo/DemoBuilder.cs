using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Demo;

/// <summary>Builds the demo world: committees and accounts first, then every module's part.</summary>
public sealed class DemoBuilder(IServiceProvider services, DemoClock clock, DataFolder data)
{
    private const string PlanFile = "demo/world.yaml";

    /// <summary>The committees built; none if the world is there already.</summary>
    public async Task<IReadOnlyList<string>> BuildAsync(CancellationToken cancellation)
    {
        var plan = ReadPlan(data);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var slugs = plan.Committees.ConvertAll(committee => committee.Slug);
        if (await db.Committees.AnyAsync(committee => slugs.Contains(committee.Slug), cancellation))
            return [];
        clock.Now = Begin(plan);
        using var repeatable = Ids.UseSeed(plan.Seed, clock);
        foreach (var committeePlan in plan.Committees)
        {
            clock.Now = Begin(plan);
            var committee = NewCommittee(committeePlan);
            db.Committees.Add(committee);
            await db.SaveChangesAsync(cancellation);
            var world = new DemoCommittee(services, committee, committeePlan, clock, new Random(plan.Seed))
            {
                IsFirst = committeePlan == plan.Committees[0],
            };
            await AddAccountsAsync(world, plan.Password, cancellation);
            foreach (var part in services.GetServices<IDemoPart>().OrderBy(part => part.Order))
                await part.BuildAsync(world, cancellation);
        }

        return slugs;
    }

    private static DateTimeOffset Begin(DemoPlan plan) => new(plan.Year, 1, 3, 1, 0, 0, TimeSpan.Zero);

    public static DemoPlan ReadPlan(DataFolder data) => data.ReadYaml<DemoPlan>(PlanFile);

    private static Committee NewCommittee(DemoCommitteePlan plan) =>
        new()
        {
            Slug = plan.Slug,
            Name = plan.Name,
            ShortName = plan.ShortName,
            EnglishName = plan.EnglishName,
            DocumentCode = plan.DocumentCode,
            Term = plan.Term,
            TermFrom = plan.TermFrom,
            TermTo = plan.TermTo,
            ContactEmail = plan.ContactEmail,
            ContactPhone = plan.ContactPhone,
            Brand = plan.Brand,
        };

    private static async Task AddAccountsAsync(DemoCommittee world, string password, CancellationToken cancellation)
    {
        // Hashing is slow on purpose; the demo's accounts share one password, so it is hashed once.
        string? hash = null;
        await world.DoAsync(
            "accounts",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var accounts = services.GetRequiredService<UserManager<Account>>();
                foreach (var plan in world.Plan.AllAccounts)
                {
                    var account = new Account { UserName = plan.UserName, DisplayName = plan.DisplayName };
                    account.NormalizedUserName = accounts.NormalizeName(plan.UserName) ?? plan.UserName;
                    account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, password);
                    account.SignOutEverywhere();
                    account.Roles.AddRange(plan.Roles.Select(Held));
                    db.Accounts.Add(account);
                }

                await db.SaveChangesAsync(cancellation);
            }
        );
    }

    private static AccountRole Held(string role) =>
        role.Split('@') is [var id, var scope] ? new AccountRole { Role = id, Scope = scope } : new AccountRole { Role = role };
}
