using System.Collections.Concurrent;

namespace Concentric.Platform.Tenancy;

/// <summary>
/// The committee that this request, job or command works for. Set once; jobs and commands carry it themselves.
/// When none is set its id is empty and every query finds nothing.
/// </summary>
public sealed class CurrentCommittee
{
    /// <summary>The system's own lookup takes a lock, and every page asks for the day.</summary>
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    private Committee? committee;

    public Guid Id => committee?.Id ?? Guid.Empty;

    public bool IsSet => committee is not null;

    /// <exception cref="InvalidOperationException">No committee is set.</exception>
    public Committee Value => committee ?? throw new InvalidOperationException("No committee is set.");

    /// <exception cref="InvalidOperationException">Another committee is set already: one scope works for one committee.</exception>
    public void Set(Committee value)
    {
        if (committee is not null && committee.Id != value.Id)
            throw new InvalidOperationException("This scope works for another committee already.");
        committee = value;
    }

    public TimeZoneInfo TimeZone => ZoneOf(Value);

    /// <summary>The zone in which a committee counts its days.</summary>
    /// <exception cref="TimeZoneNotFoundException">This system does not know it.</exception>
    public static TimeZoneInfo ZoneOf(Committee committee) =>
        Zones.GetOrAdd(committee.TimeZone, TimeZoneInfo.FindSystemTimeZoneById);

    /// <summary>Today in the committee's zone.</summary>
    public DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day of a moment in the committee's zone.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);
}
