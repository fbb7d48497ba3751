using System.CommandLine;
using Concentric.Modules.Consultation.Places.Import;
using Concentric.Platform.Identity;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric import places FILE --committee SLUG</c>: founds the places of a list, as the page does. Those that are there already are
/// left out, so the same list again changes nothing.
/// </summary>
internal static class ImportPlacesCommand
{
    internal static Command Create()
    {
        var options = new ImportOptions();
        var command = options.NewCommand("places", "Found the places of a list; known ones are left out.", asksForKnown: false);
        options.SetAction(command, (services, _, asked, cancellation) => RunAsync(services, asked, cancellation));
        return command;
    }

    internal static Task<int> RunAsync(IServiceProvider services, AskedImport asked, CancellationToken cancellation)
    {
        var run = new PlaceImport
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            AccountId = CurrentActor.System,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        return ImportCommand.RunAsync(
            services,
            services.GetRequiredService<PlaceImporting>(),
            run,
            asked,
            () => [("places", run.Founded), ("known", run.Known)],
            () => run.Founded,
            cancellation
        );
    }
}
