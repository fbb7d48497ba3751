namespace Concentric.Rules.Calendars;

/// <summary>
/// 工作日 (working days): Monday to Friday, without the days off and with the weekend days worked that a notice names for a year.
/// The day from which days are counted is not counted (民法典 art. 201).
/// </summary>
public sealed class WorkingCalendar(IEnumerable<WorkingYear> years)
{
    private readonly Dictionary<int, WorkingYear> years = years.ToDictionary(year => year.Year);

    /// <summary>Whether the notice for the year is known; without it only weekends are off.</summary>
    public bool Covers(int year) => years.ContainsKey(year);

    public bool IsWorkingDay(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!years.TryGetValue(day.Year, out var year))
            return !isWeekend;
        return isWeekend ? year.DaysWorked.Contains(day) : !year.DaysOff.Contains(day);
    }

    /// <summary>The last day of so many working days after a day. None: the day itself, or the next working day when it is not one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than none.</exception>
    public DateOnly After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var at = day;
        for (var left = workingDays; left > 0; )
        {
            at = at.AddDays(1);
            left -= IsWorkingDay(at) ? 1 : 0;
        }

        while (!IsWorkingDay(at))
            at = at.AddDays(1);
        return at;
    }

    /// <summary>Working days after one day up to and with another; negative when the other is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }
}

/// <summary>What a notice says of one year; days of other years in it count nowhere.</summary>
public sealed record WorkingYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> DaysWorked);
