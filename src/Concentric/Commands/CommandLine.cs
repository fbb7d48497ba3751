using System.CommandLine;
using Concentric.Platform.Data;

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

    internal static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Concentric: a work platform for consultative committees.") { Database };
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(MigrateCommand.Create());
        if (args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
            args = ["serve", .. args];
        return root.Parse(args).InvokeAsync();
    }

    /// <exception cref="FormatException">Neither of the two forms.</exception>
    internal static DatabaseAddress Address(ParseResult parsed) => DatabaseAddress.Parse(parsed.GetValue(Database)!);
}
