using System.CommandLine;
using Concentric.Platform.Health;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric doctor</c>: looks the installation over and tells, for each problem, what cures it. Changes nothing; may be run
/// while the product serves. Exit code 1 if there is a problem.
/// </summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new Command("doctor", "Look the installation over.");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = WebHost.Build(CommandLine.Address(parsed));
                var found = await app.Services.GetRequiredService<Doctor>().ExamineAsync(cancellation);
                var well = found.All(check => check.IsWell);
                await TellAsync(found);
                CommandLine.Print(new { well, checks = found });
                return well ? 0 : 1;
            }
        );
        return command;
    }

    /// <summary>For the person at the terminal; each cure once, below the first problem that it cures.</summary>
    private static async Task TellAsync(IReadOnlyList<Diagnosis> found)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in found)
        {
            await Console.Error.WriteLineAsync(
                $"{(check.IsWell ? "ok     " : "PROBLEM")}  {check.Id, -20} {check.Title}: {check.Detail}"
            );
            if (check.Cure is { } cure && told.Add(cure))
                await Console.Error.WriteLineAsync($"         cure: {cure}");
        }
    }
}
