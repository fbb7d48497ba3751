using System.Globalization;
using System.Net.Mail;
using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.PersonalData;

/// <summary>How contacts are written down and how they are masked.</summary>
public static class Contacts
{
    /// <summary>Digits alone, half width, without the country's prefix: +86 138-0000-1234 → 13800001234.</summary>
    public static string TidyPhone(string typed)
    {
        var plain = string.Concat(typed.Select(TypedText.HalfWidth).Where(c => char.IsAsciiDigit(c) || c == '+'));
        return plain.StartsWith("+86", StringComparison.Ordinal) ? plain[3..]
            : plain.StartsWith("0086", StringComparison.Ordinal) ? plain[4..]
            : plain;
    }

    /// <summary>A mobile number (11 digits from 1), or a landline of 7 to 12 digits.</summary>
    public static bool IsPhone(string tidy) =>
        tidy.All(char.IsAsciiDigit) && (tidy is ['1', >= '3' and <= '9', ..] ? tidy.Length == 11 : tidy.Length is >= 7 and <= 12);

    public const int LongestEmail = 254;

    /// <summary>One address and nothing beside it: no name in front, no second one.</summary>
    public static bool IsEmail(string tidy) =>
        tidy.Length <= LongestEmail && MailAddress.TryCreate(tidy, out var read) && read.Address == tidy;

    /// <summary>13800001234 → 138****1234</summary>
    public static string MaskPhone(string phone) =>
        phone.Length < 7 ? new string('*', phone.Length) : phone[..3] + "****" + phone[^4..];

    /// <summary>zhangwei@example.org → z****@example.org</summary>
    public static string MaskEmail(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? email[0] + "****" + email[at..] : "****";

    /// <summary>The first six characters of an address, which tell the county but not the house.</summary>
    public static string MaskAddress(string address)
    {
        var text = new StringInfo(address);
        return text.LengthInTextElements <= 6 ? "****" : text.SubstringByTextElements(0, 6) + "****";
    }
}
