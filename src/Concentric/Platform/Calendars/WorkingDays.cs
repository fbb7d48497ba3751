using System.Globalization;
using Concentric.Rules.Calendars;

namespace Concentric.Platform.Calendars;

/// <summary>The working days of <c>data/working-days.yaml</c>.</summary>
/// <exception cref="InvalidDataException">A day is not a date, or not of the year that it stands in.</exception>
public sealed class WorkingDays(DataFolder data)
{
    private const string File = "working-days.yaml";

    public WorkingCalendar Calendar { get; } = new(data.ReadYaml<YearsFile>(File).Years.Select(Read));

    private static WorkingYear Read(YearEntry entry) =>
        new(entry.Year, Days(entry.Year, entry.DaysOff), Days(entry.Year, entry.DaysWorked));

    private static HashSet<DateOnly> Days(int year, List<string> spans)
    {
        var days = spans.SelectMany(Span).ToHashSet();
        if (days.FirstOrDefault(day => day.Year != year) is { Year: > 1 } strange)
            throw new InvalidDataException($"{File}: {strange:O} does not belong to {year}.");
        return days;
    }

    private static IEnumerable<DateOnly> Span(string text)
    {
        var ends = text.Split('/');
        var (first, last) = (Day(ends[0]), Day(ends[^1]));
        if (ends.Length > 2 || last < first)
            throw new InvalidDataException($"{File}: '{text}' is not a day and not an interval of days.");
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"{File}: '{text}' is not a date of the form 2023-12-31.");

    internal sealed class YearsFile
    {
        public List<YearEntry> Years { get; set; } = [];
    }

    internal sealed class YearEntry
    {
        public int Year { get; set; }

        /// <summary>The notice.</summary>
        public string Source { get; set; } = "";
        public List<string> DaysOff { get; set; } = [];
        public List<string> DaysWorked { get; set; } = [];
    }
}
