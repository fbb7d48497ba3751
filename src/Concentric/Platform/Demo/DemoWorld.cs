using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Demo;

/// <summary>
/// A part of the demo world, built by a module through the same verbs that people use: no rows behind the ledger's back.
/// Registered in the module's services; parts are built in order, for each committee of the world.
/// </summary>
public interface IDemoPart
{
    /// <summary>Small numbers first: 10 accounts, 20 members, 30 meetings, 40 portal, 50 figures.</summary>
    int Order { get; }

    Task BuildAsync(DemoCommittee world, CancellationToken cancellation);
}

/// <summary>One committee of the demo world while it is being built.</summary>
public sealed class DemoCommittee(
    IServiceProvider root,
    Committee committee,
    DemoCommitteePlan plan,
    DemoClock clock,
    Random random
)
{
    public Committee Committee { get; } = committee;

    /// <summary>The first committee of the plan has everything; the others show that there are others.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What the data file says of this committee.</summary>
    public DemoCommitteePlan Plan { get; } = plan;

    /// <summary>The clock that every verb sees; a part moves it to the day of what it tells.</summary>
    public DemoClock Clock { get; } = clock;

    /// <summary>The day on which the world is built: what is still to come lies after it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Zone).DateTime);

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(committee.TimeZone);

    /// <summary>The same numbers at every run.</summary>
    public Random Random { get; } = random;

    /// <summary>Does one act in a scope of its own, as a request would, at the clock's present moment.</summary>
    public async Task DoAsync(string act, Func<IServiceProvider, Task> work)
    {
        await using var scope = root.CreateCommitteeScope(Committee, "demo " + act);
        await work(scope.ServiceProvider);
    }

    /// <summary>Does one act as the holder of an account of the plan.</summary>
    public Task DoAsAsync(string userName, string act, Func<IServiceProvider, Task> work) =>
        DoAsync(
            act,
            async services =>
            {
                var account = await services
                    .GetRequiredService<AppDb>()
                    .Accounts.Include(row => row.Roles)
                    .SingleAsync(row => row.UserName == userName);
                var granted = services.GetRequiredService<RoleCatalog>().PermissionsOf(account.Roles.Select(role => role.Role));
                services.GetRequiredService<CurrentActor>().SignIn(account, granted);
                await work(services);
            }
        );

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];

    /// <summary>Sets the clock to a time of day in the committee's zone.</summary>
    public void At(DateOnly day, int hour = 9, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        Clock.Now = new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>A clock that stands where the demo world puts it.</summary>
public sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary><c>data/demo/world.yaml</c>: the committees of the demo world and the accounts to look at it with.</summary>
public sealed class DemoPlan
{
    public int Year { get; set; }
    public int Seed { get; set; }
    public string Password { get; set; } = "";
    public List<DemoCommitteePlan> Committees { get; set; } = [];
}

public sealed class DemoCommitteePlan
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public string EnglishName { get; set; } = "";
    public string DocumentCode { get; set; } = "";
    public int Term { get; set; }
    public int TermFrom { get; set; }
    public int TermTo { get; set; }
    public string ContactEmail { get; set; } = "";
    public string ContactPhone { get; set; } = "";
    public CommitteeBrand Brand { get; set; } = new();

    /// <summary>Sizes and counts that the parts read, for example how many members of each level.</summary>
    public Dictionary<string, int> Counts { get; set; } = [];
    public List<DemoAccountPlan> Accounts { get; set; } = [];

    /// <summary>Accounts that this committee has besides those that all share.</summary>
    public List<DemoAccountPlan> OwnAccounts { get; set; } = [];

    public IEnumerable<DemoAccountPlan> AllAccounts => Accounts.Concat(OwnAccounts);
}

public sealed class DemoAccountPlan
{
    public string UserName { get; set; } = "";
    public string DisplayName { get; set; } = "";

    /// <summary>Ids of roles; <c>role@scope</c> for one that is limited to a unit or place.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Whether this account is a member's own: the members part ties it to a person.</summary>
    public bool Member { get; set; }
}
