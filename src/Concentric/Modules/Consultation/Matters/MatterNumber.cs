using System.Globalization;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>A matter's number as people write it: the year it was accepted in and its count in that year, 2023-0012.</summary>
public static class MatterNumber
{
    /// <summary>Null before the matter is accepted.</summary>
    public static string? Of(int? year, int? count) => count is null ? null : $"{year:0000}-{count:0000}";

    /// <summary>Null where it is no number.</summary>
    public static (int Year, int Count)? Parse(string? text) =>
        (text ?? "").Trim().Split('-') is [{ } first, { } second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (year, count)
            : null;
}
