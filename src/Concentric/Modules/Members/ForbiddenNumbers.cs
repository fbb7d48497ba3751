using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Members;

/// <summary>
/// ID-card and bank numbers are not needed, so they are not kept (PIPL art. 6): a text that holds one is refused. An ID-card
/// number (GB 11643) has a date in its middle and a check character; a bank card (GB/T 15694) 16 to 19 digits with a check digit.
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
            if (IsIdCard(digits))
                return new Refusal("IdCardRefused");
            if (IsBankCard(digits))
                return new Refusal("BankCardRefused");
        }

        return null;
    }

    private static bool IsIdCard(string digits)
    {
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit))
            return IsDay("19" + digits[6..12]);
        if (digits.Length != 18 || !digits[..17].All(char.IsAsciiDigit))
            return false;
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = weights.Select((weight, place) => weight * (digits[place] - '0')).Sum();
        // A number with a mistyped check character is still somebody's number.
        return IsDay(digits[6..14]) || "10X98765432"[sum % 11] == digits[17];
    }

    private static bool IsDay(string digits) =>
        DateText.Read(digits, out var day, out _) == DateFault.None && day.Year is > 1900 and < 2100;

    private static bool IsBankCard(string digits)
    {
        if (digits.Length is < 16 or > 19 || !digits.All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var value = digits[^(place + 1)] - '0';
            var doubled = place % 2 == 1 ? value * 2 : value;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<!\d)\d(?:[ -]?\d){13,17}[ -]?[\dXx](?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();
}
