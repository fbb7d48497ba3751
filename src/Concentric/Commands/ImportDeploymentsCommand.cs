using System.CommandLine;
using Concentric.Modules.Consultation.Places.Import;
using Concentric.Platform.Identity;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric import deployments FILE --committee SLUG --office OFFICE</c>: records who is deployed where, as the page does. Those that
/// are recorded already are left out, so the same list again changes nothing.
/// </summary>
internal static class ImportDeploymentsCommand
{
    internal static Command Create()
    {
        var options = new ImportOptions();
        var office = ImportCommand.NewOfficeOption();
        var from = new Option<DateOnly?>("--from") { Description = "First day, for rows that do not say it." };
        var basis = new Option<string?>("--basis") { Description = "The paper it rests on, for rows that do not name one." };
        var command = options.NewCommand(
            "deployments",
            "Record the members of a list as deployed; known ones are left out.",
            asksForKnown: false,
            office,
            from,
            basis
        );
        options.SetAction(
            command,
            (services, parsed, asked, cancellation) =>
                RunAsync(services, asked, parsed.GetValue(office)!, (parsed.GetValue(from), parsed.GetValue(basis)), cancellation)
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IServiceProvider services,
        AskedImport asked,
        string office,
        (DateOnly? From, string? Basis) defaults,
        CancellationToken cancellation
    )
    {
        if (await ImportCommand.RecorderAsync(services, office) is not { } recorder)
            return 1;
        var run = new DeploymentImport
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            AccountId = CurrentActor.System,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        run.Assume(recorder.Id, defaults.From, defaults.Basis);
        return await ImportCommand.RunAsync(
            services,
            services.GetRequiredService<DeploymentImporting>(),
            run,
            asked,
            () =>
                [
                    ("deployments", run.Deployments),
                    ("places", run.PlacesReached),
                    ("known", run.Known),
                    ("elsewhere", run.Elsewhere),
                ],
            () => run.Deployments,
            cancellation
        );
    }
}
