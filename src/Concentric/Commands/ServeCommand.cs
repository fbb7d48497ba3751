using System.CommandLine;
using Concentric.Platform.Data;
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
                var app = WebHost.Build(
                    address,
                    builder =>
                    {
                        builder.WebHost.UseUrls(parsed.GetValue(urls)!);
                        builder.Services.AddQuartz().AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
                    }
                );
                if (address.Engine == DatabaseEngine.Sqlite)
                {
                    await using var scope = app.Services.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellation);
                }

                await app.RunAsync(cancellation);
                return 0;
            }
        );
        return command;
    }
}
