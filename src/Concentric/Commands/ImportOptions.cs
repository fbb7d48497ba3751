using System.CommandLine;
using Concentric.Platform.Import;

namespace Concentric.Commands;

/// <summary>A list that a command takes, as it was asked for.</summary>
/// <param name="Path">The file.</param>
/// <param name="DryRun">Whether nothing is to be written.</param>
/// <param name="Columns">Which columns are named instead of guessed.</param>
/// <param name="LeaveOutKnown">Whether rows that are registered already are no problem.</param>
internal sealed record AskedImport(FileInfo Path, bool DryRun, NamedColumns Columns, bool LeaveOutKnown = false);

/// <summary>What every command that takes a list asks: the file, the committee, what the columns mean, whether anything is written.</summary>
internal sealed class ImportOptions
{
    private readonly Argument<FileInfo> file = new("FILE") { Description = "An XLSX or CSV file (UTF-8 or GB18030)." };
    private readonly Option<string> committee = CommitteeCommand.NewCommitteeOption();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Look at every row and write nothing." };
    private readonly Option<bool> leaveOut = new("--leave-out-known")
    {
        Description = "Leave out rows that are registered already.",
    };
    private readonly Option<string[]> columns = new("--column")
    {
        Description =
            "MEANING=HEADING: takes the column with that heading for this, e.g. title=Subject; =HEADING leaves it out. May be repeated; "
            + "what is not named is guessed.",
        HelpName = "MEANING=HEADING",
    };
    private readonly Option<int?> headings = new("--headings")
    {
        Description = "The row of the headings, as a spreadsheet numbers it; found by itself where it is not given.",
        HelpName = "ROW",
    };

    /// <summary>A command with these options and its own.</summary>
    /// <param name="asksForKnown">Whether rows that are registered already are a problem unless they are to be left out.</param>
    internal Command NewCommand(string name, string description, bool asksForKnown = true, params Option[] own)
    {
        var command = new Command(name, description) { file, committee, columns, headings, dryRun };
        if (asksForKnown)
            command.Options.Add(leaveOut);
        foreach (var option in own)
            command.Options.Add(option);
        return command;
    }

    /// <summary>What the command does with a list, in a scope of the committee.</summary>
    internal void SetAction(
        Command command,
        Func<IServiceProvider, ParseResult, AskedImport, CancellationToken, Task<int>> work
    ) =>
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "import " + command.Name,
                    services => work(services, parsed, Of(parsed), cancellation),
                    cancellation
                )
        );

    private AskedImport Of(ParseResult parsed) =>
        new(
            parsed.GetValue(file)!,
            parsed.GetValue(dryRun),
            new NamedColumns(parsed.GetValue(columns) ?? [], parsed.GetValue(headings)),
            parsed.GetValue(leaveOut)
        );
}
