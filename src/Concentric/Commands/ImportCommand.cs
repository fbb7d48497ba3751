using System.CommandLine;
using Concentric.Modules.Members;
using Concentric.Modules.Members.Import;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric import members FILE --committee SLUG</c>: takes a list of members from XLSX or CSV, all or nothing, and prints
/// what was found and written. With <c>--dry-run</c> nothing is written. Exit code 1 when rows have problems.
/// </summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var command = new Command("import", "Take lists from files.");
        command.Subcommands.Add(Members());
        return command;
    }

    private static Command Members()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An XLSX or CSV file (UTF-8 or GB18030)." };
        var committee = new Option<string>("--committee") { Description = "The committee's slug.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Look at every row and write nothing." };
        var leaveOut = new Option<bool>("--leave-out-known") { Description = "Leave out rows that are registered already." };
        var level = new Option<MembershipLevel>("--level")
        {
            Description = "Province, City or County, for rows that do not say.",
        };
        level.DefaultValueFactory = _ => MembershipLevel.County;
        var term = new Option<int?>("--term") { Description = "Number of the term, for rows that do not say." };
        var from = new Option<DateOnly?>("--from") { Description = "First day, for rows that do not say." };
        var command = new Command("members", "Take a list of members.") { file, committee, dryRun, leaveOut, level, term, from };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var path = parsed.GetValue(file)!;
                if (!path.Exists)
                    return await RefuseAsync($"There is no file {path.FullName}.");
                await using var app = WebHost.Build(CommandLine.Address(parsed));
                var directory = app.Services.GetRequiredService<CommitteeDirectory>();
                if (await directory.FindAsync(parsed.GetValue(committee)!, cancellation) is not { } found)
                    return await RefuseAsync($"There is no committee {parsed.GetValue(committee)}.");
                await using var scope = app.Services.CreateCommitteeScope(found, "import members");
                var usual = RowDefaults.Of(found);
                var defaults = new RowDefaults(
                    parsed.GetValue(level),
                    parsed.GetValue(term) ?? usual.Term,
                    parsed.GetValue(from) ?? usual.StartsOn
                );
                return await RunAsync(
                    scope.ServiceProvider,
                    path,
                    defaults,
                    parsed.GetValue(leaveOut),
                    parsed.GetValue(dryRun),
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        FileInfo path,
        RowDefaults defaults,
        bool leaveOutKnown,
        bool dryRun,
        CancellationToken cancellation
    )
    {
        var import = services.GetRequiredService<MemberImport>();
        var words = services.GetRequiredService<Words>();
        var time = services.GetRequiredService<TimeProvider>();
        var run = new ImportRun
        {
            FileName = path.Name,
            StartedBy = "system",
            CreatedAt = time.GetUtcNow(),
        };
        run.Assume(defaults, leaveOutKnown);
        var content = path.Length > TableReader.LargestFile ? [0] : await File.ReadAllBytesAsync(path.FullName, cancellation);
        var refusal =
            path.Length > TableReader.LargestFile
                ? new Refusal("SheetTooLarge", TableReader.LargestFile / 1024 / 1024)
                : await import.ReceiveAsync(run, content, cancellation);
        refusal ??= run.WhyNotCheck(time.GetUtcNow());
        if (refusal is not null)
            return await RefuseAsync(words.Of(refusal));
        run.StartCheck(time.GetUtcNow());
        await import.CheckAsync(run, cancellation);
        if (!dryRun && run.WhyNotImport(time.GetUtcNow()) is null)
        {
            run.StartImport(time.GetUtcNow());
            await import.WriteAsync(run, cancellation);
        }

        if (run.State != ImportState.Done)
            await services.GetRequiredService<ImportFiles>().ForgetAsync(run, cancellation);
        CommandLine.Print(Summary(run, dryRun, words));
        return run.State == ImportState.Done || run.ProblemCount == 0 && (dryRun || run.NewSeats == 0) ? 0 : 1;
    }

    private static object Summary(ImportRun run, bool dryRun, Words words) =>
        new
        {
            file = run.FileName,
            dryRun,
            imported = run.State == ImportState.Done,
            rows = run.Rows,
            people = run.NewPeople,
            memberships = run.NewSeats,
            known = run.Known,
            problemCount = run.ProblemCount,
            columns = run.ColumnMeanings,
            problems = run.KeptProblems.Select(problem => new
            {
                row = problem.Row,
                column = problem.Column,
                value = problem.Value,
                code = problem.Code,
                message = words.Of(problem.Refusal),
            }),
        };

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
