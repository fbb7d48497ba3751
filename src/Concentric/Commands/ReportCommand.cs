using System.CommandLine;
using Concentric.Modules.Figures.Accounts;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric report --committee SLUG --year YYYY --out FILE.docx</c>: writes the year's account as an official document:
/// the latest edition there is, with its frozen numbers once it is frozen; a year without an account as the template has it.
/// </summary>
internal static class ReportCommand
{
    internal static Command Create()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var year = CommitteeCommand.NewYearOption();
        var file = new Option<FileInfo>("--out") { Description = "The .docx to write.", Required = true };
        var command = new Command("report", "Write a year's account as .docx.") { committee, year, file };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "report",
                    services => WriteAsync(services, parsed.GetValue(year), parsed.GetValue(file)!, cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, int year, FileInfo file, CancellationToken cancellation)
    {
        var (report, fault) = await services.GetRequiredService<AccountsApi>().ReportAsync(year, cancellation);
        if (report is null)
        {
            return await CommandLine.RefuseAsync("NoAccount", year, fault!);
        }

        if (file.Directory is { Exists: false } folder)
        {
            return await CommandLine.RefuseAsync("NoFolder", folder.FullName);
        }

        await File.WriteAllBytesAsync(file.FullName, report.Document, cancellation);
        CommandLine.Print(
            new
            {
                file = file.FullName,
                year,
                report.Edition,
                report.State,
                report.Title,
                report.LedgerSize,
            }
        );
        return 0;
    }
}
