using System.CommandLine;
using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform;
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
        var file = ImportCommand.NewFileArgument();
        var committee = CommitteeCommand.NewCommitteeOption();
        var dryRun = ImportCommand.NewDryRunOption();
        var leaveOut = ImportCommand.NewLeaveOutOption();
        var office = new Option<string>("--office")
        {
            Description = "The office that records rows that do not say it: its id in data/offices.yaml, or its name.",
            Required = true,
        };
        var command = new Command("duties", "Take a list of past duties; a person confirms them in the office.")
        {
            file,
            committee,
            office,
            dryRun,
            leaveOut,
        };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "import duties",
                    services =>
                        RunAsync(
                            services,
                            (parsed.GetValue(file)!, parsed.GetValue(dryRun)),
                            parsed.GetValue(office)!,
                            parsed.GetValue(leaveOut),
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IServiceProvider services,
        (FileInfo Path, bool DryRun) asked,
        string office,
        bool leaveOutKnown,
        CancellationToken cancellation
    )
    {
        var offices = services.GetRequiredService<OfficeList>();
        var recorder = offices.Find(office) ?? offices.All.FirstOrDefault(one => one.TitleEn == office || one.IsNamedIn(office));
        if (recorder is null)
            return await ImportCommand.RefuseAsync(
                services.GetRequiredService<Words>().Of(new Refusal("DutyOfficeUnreadable", office))
            );
        var run = new DutyImport
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            AccountId = CurrentActor.System,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        run.Assume(recorder.Id, leaveOutKnown);
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
