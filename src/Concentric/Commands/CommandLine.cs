using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// The command line: JSON on standard output, messages on standard error, exit code 0 only on success. Without a
/// command it serves.
/// </summary>
internal static class CommandLine
{
    internal static Option<string> Database { get; } =
        new("--database")
        {
            Description = "sqlite:PATH or a PostgreSQL connection string.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CONCENTRIC_DATABASE") ?? DatabaseAddress.Default,
            Recursive = true,
        };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Concentric: a work platform for consultative committees.")
        {
            Database,
            CommandLanguage.Option,
        };
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(MigrateCommand.Create());
        root.Subcommands.Add(
            new Command("committee", "Make a committee, or let somebody into one.")
            {
                Subcommands = { AddCommitteeCommand.Create(), InviteCommand.Create() },
            }
        );
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(FiguresCommand.Create());
        root.Subcommands.Add(ReportCommand.Create());
        root.Subcommands.Add(RulesCommand.Create());
        root.Subcommands.Add(ScoreCommand.Create());
        root.Subcommands.Add(ScoreCommand.CreateWhatIf());
        root.Subcommands.Add(RescoreCommand.Create());
        root.Subcommands.Add(OpinionCommand.Create());
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
            args = ["serve", .. args];
        try
        {
            var parsed = root.Parse(args);
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            // How a command is used goes with what was wrong about it; only help that was asked for is an answer.
            if (parsed.Errors.Count > 0)
                invocation.Output = invocation.Error;
            CommandLanguage.Choose(parsed.Errors.Count > 0 ? null : parsed.GetValue(CommandLanguage.Option));
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception failure)
            when (Cause(failure) is DbException or SocketException or IOException or InvalidDataException or FormatException)
        {
            await Console.Error.WriteLineAsync(Cause(failure).Message);
            return await RefuseAsync("AskDoctor");
        }
    }

    /// <summary>Says on standard error why not: <c>Command.{key}</c>.</summary>
    /// <returns>Exit code 1.</returns>
    internal static async Task<int> RefuseAsync(string key, params object[] values)
    {
        await TellAsync(key, values);
        return 1;
    }

    /// <summary>Says a refusal on standard error, as the pages say it.</summary>
    /// <returns>Exit code 1.</returns>
    internal static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(Language.In(CommandLanguage.Current, () => CommandLanguage.Words.Of(refusal)));
        return 1;
    }

    /// <summary>Says something on standard error: <c>Command.{key}</c>.</summary>
    internal static Task TellAsync(string key, params object[] values) =>
        Console.Error.WriteLineAsync(CommandLanguage.Say(key, values));

    private static Exception Cause(Exception failure) => failure.InnerException is { } inner ? Cause(inner) : failure;

    /// <summary>Prints a command's answer: one JSON value, Han text as it is.</summary>
    internal static void Print(object answer) => Console.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <exception cref="FormatException">Neither of the two forms.</exception>
    internal static DatabaseAddress Address(ParseResult parsed) => DatabaseAddress.Parse(parsed.GetValue(Database)!);
}
