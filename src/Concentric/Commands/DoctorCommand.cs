using System.CommandLine;
using Concentric.Platform.Health;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric doctor</c>: looks the installation over and prints, for each problem, what cures it. Changes nothing; may be run
/// while the product serves. Exit code 1 if there is a problem. <c>--json</c> prints all checks as one JSON value.
/// </summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print all checks as JSON." };
        var command = new Command("doctor", "Look the installation over.") { json };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = WebHost.Build(CommandLine.Address(parsed));
                var found = await app.Services.GetRequiredService<Doctor>().ExamineAsync(cancellation);
                if (parsed.GetValue(json))
                    CommandLine.Print(new { well = found.All(check => check.IsWell), checks = found });
                else
                    Tell(found);
                return found.All(check => check.IsWell) ? 0 : 1;
            }
        );
        return command;
    }

    private static void Tell(IReadOnlyList<Diagnosis> found)
    {
        foreach (var check in found)
        {
            Console.WriteLine($"{(check.IsWell ? "ok     " : "PROBLEM")}  {check.Id, -20} {check.Title}: {check.Detail}");
            if (check.Cure is { } cure)
                Console.WriteLine($"         cure: {cure}");
        }
    }
}
