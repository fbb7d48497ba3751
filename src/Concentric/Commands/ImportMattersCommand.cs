using System.CommandLine;
using Concentric.Modules.Consultation.Matters.Intake.Import;
using Concentric.Platform.Identity;

namespace Concentric.Commands;

/// <summary><c>concentric import matters FILE --committee SLUG</c>: takes a ledger of matters in, as the page does; each is collected.</summary>
internal static class ImportMattersCommand
{
    internal static Command Create()
    {
        var file = ImportCommand.NewFileArgument();
        var committee = CommitteeCommand.NewCommitteeOption();
        var dryRun = ImportCommand.NewDryRunOption();
        var leaveOut = ImportCommand.NewLeaveOutOption();
        var command = new Command("matters", "Take in a ledger of matters; each is then screened in the office.")
        {
            file,
            committee,
            dryRun,
            leaveOut,
        };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "import matters",
                    services =>
                    {
                        var run = new MatterImport
                        {
                            FileName = parsed.GetValue(file)!.Name,
                            StartedBy = "system",
                            AccountId = CurrentActor.System,
                            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
                        };
                        run.Assume(parsed.GetValue(leaveOut));
                        return ImportCommand.RunAsync(
                            services,
                            services.GetRequiredService<MatterImporting>(),
                            run,
                            (parsed.GetValue(file)!, parsed.GetValue(dryRun)),
                            () => [("matters", run.Matters), ("known", run.Known)],
                            () => run.Matters,
                            cancellation
                        );
                    },
                    cancellation
                )
        );
        return command;
    }
}
