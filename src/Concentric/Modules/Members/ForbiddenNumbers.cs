using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;
using Concentric.Rules.Text;

namespace Concentric.Modules.Members;

/// <summary>
/// ID-card and bank numbers are not needed, so they are not kept (PIPL art. 6): a text that holds one is refused.
/// </summary>
public static partial class ForbiddenNumbers
{
    public static Refusal? WhyNotKeep(string text)
    {
        if (text.Length < 15)
            return null;
        foreach (Match run in Run().Matches(TypedText.HalfWidth(text)))
        {
            var digits = string.Concat(run.Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
            if (PersonalNumbers.IsIdCard(digits))
                return new Refusal("IdCardRefused");
            if (PersonalNumbers.IsBankCard(digits))
                return new Refusal("BankCardRefused");
        }

        return null;
    }

    [GeneratedRegex(@"(?<!\d)\d(?:[ -]?\d){13,17}[ -]?[\dXx](?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();
}
