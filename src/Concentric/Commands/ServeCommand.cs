using System.CommandLine;
using Concentric.Platform.Data;
using Concentric.Platform.Health;
using Concentric.Platform.Web;
using Quartz;

namespace Concentric.Commands;

/// <summary><c>concentric serve</c>: the web pages and the jobs. The embedded database is brought up to date first.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var command = new Command("serve", "Serve the pages and run the jobs.") { urls };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var address = CommandLine.Address(parsed);
                // Beside making the pages ready: each takes about as long as the other.
                var database = Task.Run(() => MakeReadyAsync(address, cancellation), cancellation);
                var app = WebHost.Build(
                    address,
                    builder =>
                    {
                        builder.WebHost.UseUrls(parsed.GetValue(urls)!);
                        builder.Services.AddQuartz().AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
                        builder.Services.AddSingleton<FirstPage>();
                        builder.Services.AddSingleton<IStartupFilter>(services => services.GetRequiredService<FirstPage>());
                        builder.Services.AddHostedService<StartLeftovers>();
                    }
                );
                await database;
                await app.RunAsync(cancellation);
                return 0;
            }
        );
        return command;
    }

    /// <summary>The embedded database gets the present schema. Building the model is what the first query would wait for.</summary>
    private static async Task MakeReadyAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        await using var db = DatabaseServices.Open(address);
        _ = db.Model;
        if (address.Engine == DatabaseEngine.Sqlite)
            await new DatabaseMigration(db, address).ApplyAsync(cancellation);
    }
}
