using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Figures;

/// <summary>
/// A year whose figures the committee shows to everybody, with the facts behind them. Until there is a row for it, a year is
/// seen in the office alone.
/// </summary>
[ShownToPublic]
public sealed class OpenYear : CommitteeEntity
{
    private OpenYear() { }

    public int Year { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid OpenedBy { get; private set; }

    /// <summary>Why a year may not be opened to the public.</summary>
    public static Refusal? WhyNotOpen(int year, DateOnly today) =>
        year < 1949 || year > today.Year ? new Refusal("YearNotYet", year) : null;

    public static OpenYear Open(int year, Guid by, DateTimeOffset now, DateOnly today)
    {
        RefusedException.ThrowIf(WhyNotOpen(year, today));
        return new OpenYear
        {
            Year = year,
            OpenedBy = by,
            OpenedAt = now,
        };
    }
}
