using System.CommandLine;
using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform.Identity;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric import duties FILE --committee SLUG --office OFFICE</c>: registers past duties, as the page does. They count once a
/// person confirms them in the office; that is nothing a command does.
/// </summary>
internal static class ImportDutiesCommand
{
    internal static Command Create()
    {
        var options = new ImportOptions();
        var office = ImportCommand.NewOfficeOption();
        var command = options.NewCommand(
            "duties",
            "Take a list of past duties; a person confirms them in the office.",
            asksForKnown: true,
            office
        );
        options.SetAction(
            command,
            (services, parsed, asked, cancellation) => RunAsync(services, asked, parsed.GetValue(office)!, cancellation)
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IServiceProvider services,
        AskedImport asked,
        string office,
        CancellationToken cancellation
    )
    {
        if (await ImportCommand.RecorderAsync(services, office) is not { } recorder)
            return 1;
        var run = new DutyImport
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            AccountId = CurrentActor.System,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        run.Assume(recorder.Id, asked.LeaveOutKnown);
        return await ImportCommand.RunAsync(
            services,
            services.GetRequiredService<DutyImporting>(),
            run,
            asked,
            () => [("records", run.Records), ("known", run.Known)],
            () => run.Records,
            cancellation
        );
    }
}
