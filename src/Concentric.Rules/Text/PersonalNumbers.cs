using System.Globalization;

namespace Concentric.Rules.Text;

/// <summary>Tells what a run of digits is by the check that it carries.</summary>
public static class PersonalNumbers
{
    /// <summary>居民身份证号码 (GB 11643): 18 signs with a day in the middle and a check character, or 15 of the old form.</summary>
    /// <param name="digits">Half-width, without gaps; the last sign may be X.</param>
    public static bool IsIdCard(string digits)
    {
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit))
            return IsDay("19" + digits[6..12]);
        if (digits.Length != 18 || !digits[..17].All(char.IsAsciiDigit))
            return false;
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = weights.Select((weight, place) => weight * (digits[place] - '0')).Sum();
        // A number with a mistyped check character is still somebody's number.
        return IsDay(digits[6..14]) || "10X98765432"[sum % 11] == char.ToUpperInvariant(digits[17]);
    }

    /// <summary>A bank card (GB/T 15694): 16 to 19 digits with a check digit.</summary>
    public static bool IsBankCard(string digits)
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

    /// <summary>A mobile number: 11 digits from 13 to 19, perhaps with the country's prefix.</summary>
    public static bool IsMobile(string digits) =>
        (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits)
            is ['1', >= '3' and <= '9', ..]
                and { Length: 11 };

    private static bool IsDay(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 2100;
}
