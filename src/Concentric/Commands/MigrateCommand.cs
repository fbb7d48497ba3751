using System.CommandLine;
using Concentric.Platform.Data;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary><c>concentric migrate</c>: brings the database to the present schema and prints what was applied.</summary>
internal static class MigrateCommand
{
    internal static Command Create()
    {
        var command = new Command("migrate", "Bring the database to the present schema.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = WebHost.Build(CommandLine.Address(parsed));
                await using var scope = app.Services.CreateAsyncScope();
                var applied = await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellation);
                CommandLine.Print(new { applied });
                return 0;
            }
        );
        return command;
    }
}
