using System.CommandLine;
using Concentric.Platform.Data;
using Concentric.Platform.Health;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Connections;
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
                        TellStartOnce(builder);
                    }
                );
                await database;
                try
                {
                    await app.RunAsync(cancellation);
                    return 0;
                }
                catch (IOException failure) when (failure.InnerException is AddressInUseException)
                {
                    return await CommandLine.RefuseAsync("PortTaken", parsed.GetValue(urls)!);
                }
            }
        );
        return command;
    }

    /// <summary>
    /// What keeps it from starting is thrown, and told by whoever called in one sentence; the host and the server would print its
    /// whole trace before. Once it has started they speak again.
    /// </summary>
    private static void TellStartOnce(WebApplicationBuilder builder)
    {
        var start = new StartState();
        builder.Services.AddSingleton<IStartupFilter>(services =>
        {
            var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
            lifetime.ApplicationStarted.Register(() => start.IsOver = true);
            lifetime.ApplicationStopping.Register(() => start.HasFailed = !start.IsOver);
            return start;
        });
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => start.IsOver && level >= LogLevel.Warning
        );
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", level => level >= LogLevel.Information && !start.HasFailed);
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.Server.Kestrel",
            level => level >= LogLevel.Warning && (start.IsOver || level < LogLevel.Error)
        );
    }

    private sealed class StartState : IStartupFilter
    {
        internal volatile bool IsOver;
        internal volatile bool HasFailed;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => next;
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
