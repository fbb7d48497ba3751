using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>A total that somebody typed into an account: 27次 in place of a reference.</summary>
public sealed record TypedNumber(int Line, string Text);

/// <summary>Finds totals that were typed: nobody types a total, so each is told to the writer with its line.</summary>
public sealed class TypedNumbers
{
    private readonly Regex number;

    public TypedNumbers()
    {
        // The account is written in zh-CN, so its units are the words of the neutral resources.
        var book = new ResourceManager(typeof(Texts));
        var units = UnitOfCount
            .All.Select(unit => book.GetString("Unit." + unit, CultureInfo.InvariantCulture)!)
            .OrderByDescending(word => word.Length)
            .Select(Regex.Escape);
        number = new Regex(
            $@"[0-9]+\p{{IsCJKUnifiedIdeographs}}?({string.Join('|', units)})",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
    }

    public IReadOnlyList<TypedNumber> In(string body) =>
        [
            .. body.ReplaceLineEndings("\n")
                .Split('\n')
                .SelectMany((line, at) => number.Matches(line).Select(match => new TypedNumber(at + 1, match.Value))),
        ];
}
