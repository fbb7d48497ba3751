using System.CommandLine;
using Concentric.Modules.Members;
using Concentric.Modules.Members.Import;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Tenancy;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric import members|duties|places|deployments|matters FILE --committee SLUG</c>: takes a list from XLSX or CSV, all or nothing,
/// and prints what was found and written. Columns are guessed by their headings or named with <c>--column</c>. With <c>--dry-run</c>
/// nothing is written. Exit code 1 when rows have problems.
/// </summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var command = new Command("import", "Take lists from files.");
        command.Subcommands.Add(Members());
        command.Subcommands.Add(ImportDutiesCommand.Create());
        command.Subcommands.Add(ImportPlacesCommand.Create());
        command.Subcommands.Add(ImportDeploymentsCommand.Create());
        command.Subcommands.Add(ImportMattersCommand.Create());
        return command;
    }

    internal static Option<string> NewOfficeOption() =>
        new("--office")
        {
            Description = "The office that records rows that do not say it: its id in data/offices.yaml, or its name.",
            Required = true,
        };

    /// <summary>The office that an id or a name means; says on standard error when there is none.</summary>
    internal static async Task<Office?> RecorderAsync(IServiceProvider services, string typed)
    {
        var offices = services.GetRequiredService<OfficeList>();
        var recorder = offices.Find(typed) ?? offices.All.FirstOrDefault(one => one.TitleEn == typed || one.IsNamedIn(typed));
        if (recorder is null)
            await CommandLine.RefuseAsync(new Refusal("DutyOfficeUnreadable", typed));
        return recorder;
    }

    private static Command Members()
    {
        var options = new ImportOptions();
        var level = new Option<MembershipLevel>("--level")
        {
            Description = "Province, City or County, for rows that do not say.",
        };
        level.DefaultValueFactory = _ => MembershipLevel.County;
        var term = new Option<int?>("--term") { Description = "Number of the term, for rows that do not say." };
        var from = new Option<DateOnly?>("--from") { Description = "First day, for rows that do not say." };
        var command = options.NewCommand("members", "Take a list of members.", asksForKnown: true, level, term, from);
        options.SetAction(
            command,
            (services, parsed, asked, cancellation) =>
            {
                var usual = RowDefaults.Of(services.GetRequiredService<CurrentCommittee>().Value);
                var defaults = new RowDefaults(
                    parsed.GetValue(level),
                    parsed.GetValue(term) ?? usual.Term,
                    parsed.GetValue(from) ?? usual.StartsOn
                );
                return MembersAsync(services, asked, defaults, cancellation);
            }
        );
        return command;
    }

    private static Task<int> MembersAsync(
        IServiceProvider services,
        AskedImport asked,
        RowDefaults defaults,
        CancellationToken cancellation
    )
    {
        var run = new ImportRun
        {
            FileName = asked.Path.Name,
            StartedBy = "system",
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        run.Assume(defaults, asked.LeaveOutKnown);
        return RunAsync(
            services,
            services.GetRequiredService<MemberImport>(),
            run,
            asked,
            () => [("people", run.NewPeople), ("memberships", run.NewSeats), ("known", run.Known)],
            () => run.NewSeats,
            cancellation
        );
    }

    /// <summary>The same steps as on the pages: read, understand the columns, look at every row, write all or nothing.</summary>
    /// <param name="services">A scope of the committee.</param>
    /// <param name="importing">What takes such a list.</param>
    /// <param name="run">What is assumed of rows that do not say it.</param>
    /// <param name="asked">The file, what its columns mean, and whether nothing is to be written.</param>
    /// <param name="found">What the rows make, for the printed summary.</param>
    /// <param name="news">How much of it is new.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal static async Task<int> RunAsync<TRun>(
        IServiceProvider services,
        TableImporting<TRun> importing,
        TRun run,
        AskedImport asked,
        Func<IReadOnlyList<(string Name, int Count)>> found,
        Func<int> news,
        CancellationToken cancellation
    )
        where TRun : TableImport
    {
        var (words, time) = (services.GetRequiredService<Words>(), services.GetRequiredService<TimeProvider>());
        if (!asked.Path.Exists)
            return await CommandLine.RefuseAsync("NoFile", asked.Path.FullName);
        var refusal =
            asked.Path.Length > TableReader.LargestFile
                ? new Refusal("SheetTooLarge", TableReader.LargestFile / 1024 / 1024)
                : await importing.ReceiveAsync(
                    run,
                    await File.ReadAllBytesAsync(asked.Path.FullName, cancellation),
                    asked.Columns,
                    cancellation
                );
        refusal ??= run.WhyNotCheck(time.GetUtcNow());
        if (refusal is not null)
            return await CommandLine.RefuseAsync(refusal);
        run.StartCheck(time.GetUtcNow());
        await importing.CheckAsync(run, cancellation);
        if (!asked.DryRun && run.WhyNotImport(time.GetUtcNow()) is null)
        {
            run.StartImport(time.GetUtcNow());
            await importing.WriteAsync(run, cancellation);
        }

        if (run.State != ImportState.Done)
            await services.GetRequiredService<ImportFiles>().ForgetAsync(run, cancellation);
        CommandLine.Print(Summary(run, asked.DryRun, found(), words));
        return run.State == ImportState.Done || run.ProblemCount == 0 && (asked.DryRun || news() == 0) ? 0 : 1;
    }

    private static Dictionary<string, object> Summary(
        TableImport run,
        bool dryRun,
        IReadOnlyList<(string Name, int Count)> found,
        Words words
    )
    {
        var summary = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["file"] = run.FileName,
            ["dryRun"] = dryRun,
            ["imported"] = run.State == ImportState.Done,
            ["rows"] = run.Rows,
        };
        foreach (var (name, count) in found)
            summary[name] = count;
        summary["problemCount"] = run.ProblemCount;
        summary["columns"] = run.ColumnMeanings;
        summary["problems"] = run.KeptProblems.Select(problem => new
        {
            row = problem.Row,
            column = problem.Column,
            value = problem.Value,
            code = problem.Code,
            message = words.Of(problem.Refusal),
        });
        return summary;
    }
}
