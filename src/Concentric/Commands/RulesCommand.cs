using System.CommandLine;
using Concentric.Modules.Appraisal;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Ledger;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric rules check FILE</c>: everything that is wrong with a rule sheet, each with line and column, and its worked
/// examples computed. Exit code 0 only when it could be published. <c>concentric rules schema</c> prints the JSON Schema.
/// Neither needs a database.
/// </summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var command = new Command("rules", "Check rule sheets.");
        command.Subcommands.Add(Check());
        var schema = new Command("schema", "Print the JSON Schema of rule sheets.");
        schema.SetAction(_ => Console.Write(SheetSchema.ToJson()));
        command.Subcommands.Add(schema);
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A rule sheet in YAML." };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", "Say everything that is wrong with a sheet and compute its examples.")
        {
            file,
            format,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var path = parsed.GetValue(file)!;
                if (!path.Exists)
                {
                    return await CommandLine.RefuseAsync("NoFile", path.FullName);
                }

                var (text, refusal) = await SheetFile.ReadAsync(path, cancellation);
                if (refusal is not null)
                {
                    return await CommandLine.RefuseAsync(refusal);
                }

                var reading = AppraisalModule.ReaderFor(new FactKinds(House.Modules), new DataFolder()).Read(text);
                return await CommandLanguage.WorkAsync(() =>
                    Task.FromResult(Tell(path.Name, reading, parsed.GetValue(format) == "json"))
                );
            }
        );
        return command;
    }

    private static int Tell(string name, SheetReading reading, bool asJson)
    {
        if (asJson)
            CommandLine.Print(Describe(reading, CommandLanguage.Words));
        else
            PrintText(name, reading, CommandLanguage.Words);
        return reading.IsSound ? 0 : 1;
    }

    private static void PrintText(string name, SheetReading reading, Words words)
    {
        foreach (var problem in reading.Problems)
            Console.WriteLine(words.Located(problem));
        foreach (var difference in reading.Differences)
            Console.WriteLine(words.Located(difference));
        Console.WriteLine(
            reading.IsSound
                ? words["Sheet.Sound", reading.Sheet!.Title, reading.Sheet.Version, reading.Sheet.Examples.Count]
                : words["Sheet.Unsound", name, reading.Problems.Count, reading.Differences.Count]
        );
    }

    private static object Describe(SheetReading reading, Words words) =>
        new
        {
            sound = reading.IsSound,
            sheet = reading.Sheet is { } sheet
                ? new
                {
                    sheet.Id,
                    sheet.Version,
                    sheet.Title,
                    examples = sheet.Examples.Count,
                }
                : null,
            problems = reading.Problems.Select(problem => new
            {
                problem.At.Line,
                problem.At.Column,
                problem.Code,
                message = words.Say(problem),
            }),
            differences = reading.Differences.Select(difference => new
            {
                difference.At.Line,
                difference.At.Column,
                difference.Example,
                difference.Path,
                difference.Written,
                difference.Computed,
                message = words.Say(difference),
            }),
        };
}
