using System.Globalization;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// From which last day to which a unit's time is lengthened. A step keeps both before its words, so that what was said of the earlier day
/// stays true after the assignment has the later one.
/// </summary>
public sealed record ExtensionDays(DateOnly From, DateOnly Until)
{
    private const string Format = "yyyy-MM-dd";
    private const string Arrow = " \u2192 ";

    /// <summary>The days as the first line of a step's words, the same in every language.</summary>
    public string Before(string? words) => string.IsNullOrWhiteSpace(words) ? ToString() : $"{this}\n{words.Trim()}";

    public override string ToString() => Day(From) + Arrow + Day(Until);

    /// <summary>The days that a step keeps; none where it was left before days were kept.</summary>
    public static ExtensionDays? Of(MatterStep step) =>
        Line(step.Words).Split(Arrow) is [var from, var until]
        && DateOnly.TryParseExact(from, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(until, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? new ExtensionDays(first, last)
            : null;

    /// <summary>What was said beside the days.</summary>
    public static string? WordsOf(MatterStep step) =>
        Of(step) is null ? step.Words
        : step.Words!.Length > Line(step.Words).Length ? step.Words[(Line(step.Words).Length + 1)..]
        : null;

    private static string Line(string? words) => words?.Split('\n', 2)[0] ?? "";

    private static string Day(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
