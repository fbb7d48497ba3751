using System.Globalization;
using System.Text.RegularExpressions;
using Concentric.Modules.Figures.Catalogue;
using Concentric.Rules.Figures;
using DotLiquid;
using DotLiquid.Exceptions;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>
/// The template language of accounts: Liquid without files and with few steps. A reference to a figure that the catalogue does
/// not have is a fault with its line, found before the text is filled in, on branches not taken too.
/// </summary>
public sealed class AccountLiquid(FigureCatalog catalog)
{
    private const int MostIterations = 1_000;

    /// <summary>What is wrong with a text, by line. Empty when it can be filled in.</summary>
    public IReadOnlyList<TemplateFault> FaultsOf(string source)
    {
        var text = Clean(source);
        if (SyntaxFault(text) is { } broken)
            return [broken];
        var unknown = FigureReferences.In(text).Select(FaultOf).OfType<TemplateFault>().ToList();
        return unknown.Count > 0 ? unknown : Fill(text, AccountValues.Sample(catalog)).Faults;
    }

    /// <summary>Fills a text in. Numbers come marked with their figures, for <see cref="AccountText.Parse"/>.</summary>
    /// <exception cref="TemplateFaultException">The text has faults; ask <see cref="FaultsOf"/> first.</exception>
    public string Render(string source, AccountValues values)
    {
        var text = Clean(source);
        if (SyntaxFault(text) is { } broken)
            throw new TemplateFaultException(broken);
        var (filled, faults) = Fill(text, values);
        return faults is [var fault, ..] ? throw new TemplateFaultException(fault) : filled;
    }

    private static string Clean(string source) => AccountText.WithoutMarks(source.ReplaceLineEndings("\n"));

    private static (string Text, List<TemplateFault> Faults) Fill(string text, AccountValues values)
    {
        var template = Template.Parse(text);
        var how = new RenderParameters(CultureInfo.InvariantCulture)
        {
            LocalVariables = Hash.FromDictionary(values.Variables()),
            Filters = [typeof(AccountFilters)],
            ErrorsOutputMode = ErrorsOutputMode.Suppress,
            MaxIterations = MostIterations,
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22,
        };
        try
        {
            var filled = template.Render(how);
            return (filled, template.Errors.ConvertAll(error => FaultOf(error, text)));
        }
        catch (MaximumIterationsExceededException endless)
        {
            return ("", [FaultOf(endless, text)]);
        }
    }

    /// <summary>
    /// The first line at which the text stops being a template. The library does not tell it: it is the line with which the same
    /// complaint first appears when the text is read from its beginning.
    /// </summary>
    private static TemplateFault? SyntaxFault(string text)
    {
        if (ComplaintOf(text) is not { } complaint)
            return null;
        var lines = text.Split('\n');
        for (var line = 1; line <= lines.Length; line++)
        {
            if (ComplaintOf(string.Join('\n', lines[..line])) == complaint)
                return new TemplateFault(line, "TemplateBroken", [complaint], complaint);
        }

        return new TemplateFault(1, "TemplateBroken", [complaint], complaint);
    }

    private static string? ComplaintOf(string text)
    {
        try
        {
            Template.Parse(text);
            return null;
        }
        catch (LiquidException broken)
        {
            return broken.Message;
        }
    }

    private static TemplateFault FaultOf(Exception error, string text)
    {
        if (error is not VariableNotFoundException and not FilterNotFoundException)
            return new TemplateFault(1, "TemplateBroken", [error.Message], error.Message);
        // The message quotes the name; a filter's message is the name.
        var name = error.Message.Split('\'') is [_, var quoted, ..] ? quoted : error.Message;
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, candidate => candidate.Contains(name, StringComparison.Ordinal)) + 1;
        return new TemplateFault(Math.Max(1, line), "TemplateUnknownName", [name], $"there is no '{name}'.");
    }

    private TemplateFault? FaultOf(FigureReference reference)
    {
        var (id, part, line) = reference;
        if (catalog.Find(id) is null)
        {
            var near = catalog.All.Select(figure => figure.Id).MinBy(known => FigureReferences.Distance(known, id)) ?? "";
            return new TemplateFault(
                line,
                "TemplateUnknownFigure",
                [id, near],
                $"there is no figure '{id}'; the nearest is '{near}'."
            );
        }

        if (part is null || FigureWords.Parts.Contains(part, StringComparer.Ordinal))
            return null;
        var parts = string.Join(", ", FigureWords.Parts);
        return new TemplateFault(
            line,
            "TemplateUnknownPart",
            [id, part, parts],
            $"the figure '{id}' has no '{part}'; it has {parts}."
        );
    }
}

/// <summary>The filters of accounts beside Liquid's own.</summary>
internal static class AccountFilters
{
    /// <summary><c>{{ "policy-talks" | figure }}</c>: the figure's words; an unknown one is told as a name that is not there.</summary>
    public static string Figure(Context context, string input) => context[$"figures.{input}.text"] as string ?? "";
}

/// <summary>A place where a template names a figure.</summary>
/// <param name="Part">What of it, if it says so: text, value …</param>
internal sealed record FigureReference(string Id, string? Part, int Line);

/// <summary>Finds where a template names figures, by line.</summary>
internal static partial class FigureReferences
{
    internal static IEnumerable<FigureReference> In(string text) =>
        text.Split('\n')
            .SelectMany(
                (line, at) =>
                    Reference()
                        .Matches(line)
                        .Select(match => new FigureReference(
                            match.Groups["id"].Value,
                            match.Groups["part"] is { Success: true, Value: var part } ? part : null,
                            at + 1
                        ))
            );

    /// <summary>How many letters must change to make one name the other (Levenshtein).</summary>
    internal static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    [GeneratedRegex(
        """figures\.(?<id>[A-Za-z0-9_-]+)(\.(?<part>[A-Za-z0-9_-]+))?|figures\[\s*["'](?<id>[^"']*)["']\s*\](\.(?<part>[A-Za-z0-9_-]+))?|["'](?<id>[^"']*)["']\s*\|\s*figure\b""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reference();
}
