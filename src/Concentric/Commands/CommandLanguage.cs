using System.CommandLine;
using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Commands;

/// <summary>
/// The one language in which every command speaks to whoever runs it: that of <c>--language</c>; without it that of the terminal
/// (<c>LC_ALL</c>, else <c>LC_MESSAGES</c>, else <c>LANG</c>) where it is English; else zh-CN. What a command makes or quotes (documents,
/// figures as the account tells them, rows) does not depend on it. Help and the doctor are in English.
/// </summary>
internal static class CommandLanguage
{
    private static readonly Lazy<Words> Book = new(() =>
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTexts();
        return new Words(services.BuildServiceProvider().GetRequiredService<IStringLocalizerFactory>(), House.Modules);
    });

    internal static Option<string?> Option { get; } = NewOption();

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    internal static string Current { get; private set; } = Language.Chinese;

    /// <summary>The words of all books, for commands that need no database.</summary>
    internal static Words Words => Book.Value;

    /// <summary>From here on every command speaks the language that was asked for.</summary>
    internal static void Choose(string? asked) => Current = Of(asked, Environment.GetEnvironmentVariable);

    /// <summary>The language for an option's value and a terminal's variables.</summary>
    internal static string Of(string? asked, Func<string, string?> variable)
    {
        var told =
            asked ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(set => set is { Length: > 0 });
        return told is not null && (told == Language.English || told.StartsWith("en_", StringComparison.Ordinal))
            ? Language.English
            : Language.Chinese;
    }

    /// <summary>A sentence of a command, <c>Command.{key}</c>.</summary>
    internal static string Say(string key, params object[] values) => Language.In(Current, () => Words["Command." + key, values]);

    /// <summary>Works in the language of the command: what is said meanwhile is said in it.</summary>
    internal static Task<T> WorkAsync<T>(Func<Task<T>> work) => Language.In(Current, work);

    private static Option<string?> NewOption()
    {
        var option = new Option<string?>("--language")
        {
            Description = "zh-CN or en, for messages; without it the terminal's (LC_ALL, LC_MESSAGES, LANG).",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong(Language.Chinese, Language.English);
        return option;
    }
}
