using System.CommandLine;
using Concentric.Modules.Consultation.Matters.Intake.Import;
using Concentric.Platform.Identity;

namespace Concentric.Commands;

/// <summary><c>concentric import matters FILE --committee SLUG</c>: takes a ledger of matters in, as the page does; each is collected.</summary>
internal static class ImportMattersCommand
{
    internal static Command Create()
    {
        var options = new ImportOptions();
        var command = options.NewCommand("matters", "Take in a ledger of matters; each is then screened in the office.");
        options.SetAction(command, (services, _, asked, cancellation) => RunAsync(services, asked, cancellation));
        return command;
    }

    internal static Task<int> RunAsync(IServiceProvider services, AskedImport asked, CancellationToken cancellation)
    {
        var run = new MatterImport
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            AccountId = CurrentActor.System,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        run.Assume(asked.LeaveOutKnown);
        return ImportCommand.RunAsync(
            services,
            services.GetRequiredService<MatterImporting>(),
            run,
            asked,
            () => [("matters", run.Matters), ("known", run.Known), ("titlesMade", run.TitlesMade)],
            () => run.Matters,
            cancellation
        );
    }
}
