using System.CommandLine;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric demo</c>: builds the demo world, the same each time, through the verbs that people use. A world that is
/// there already is left alone. <c>--accounts</c> only prints the accounts to look at it with.
/// </summary>
internal static class DemoCommand
{
    internal static Command Create()
    {
        var accounts = new Option<bool>("--accounts") { Description = "Print the demo accounts and do nothing else." };
        var command = new Command("demo", "Build the demo world.") { accounts };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (parsed.GetValue(accounts))
                    return PrintAccounts();
                var clock = new DemoClock();
                await using var app = WebHost.Build(
                    CommandLine.Address(parsed),
                    builder =>
                    {
                        builder.Services.AddSingleton<TimeProvider>(clock);
                        builder.Services.AddSingleton(clock);
                        builder.Services.AddSingleton<DemoBuilder>();
                    }
                );
                await using (var scope = app.Services.CreateAsyncScope())
                    await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellation);
                var built = await app.Services.GetRequiredService<DemoBuilder>().BuildAsync(cancellation);
                if (built.Count == 0)
                    await CommandLine.TellAsync("DemoThere");
                CommandLine.Print(new { committees = built });
                return 0;
            }
        );
        return command;
    }

    private static int PrintAccounts()
    {
        var plan = DemoBuilder.ReadPlan(new DataFolder());
        foreach (var committee in plan.Committees)
        {
            Console.WriteLine($"/{committee.Slug}/  {committee.EnglishName}");
            foreach (var account in committee.AllAccounts)
                Console.WriteLine($"  {account.UserName, -12} {string.Join(", ", account.Roles)}");
        }

        Console.WriteLine("  " + CommandLanguage.Say("DemoPassword", plan.Password));
        return 0;
    }
}
