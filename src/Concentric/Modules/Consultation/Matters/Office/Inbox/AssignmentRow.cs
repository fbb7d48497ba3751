using System.Linq.Expressions;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>One thing that a unit was handed, as its list shows it. Nothing of who sent the matter stands in it.</summary>
public sealed class AssignmentRow
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public int? NumberYear { get; init; }
    public int? Number { get; init; }

    /// <summary>The cleared one; see <see cref="UnitWords"/> for what is shown without one.</summary>
    public string? PublicTitle { get; init; }
    public string Place { get; init; } = "";
    public string Topic { get; init; } = "";
    public string Unit { get; init; } = "";
    public HandlerRole Role { get; init; }
    public AssignmentState State { get; init; }
    public DateTimeOffset AssignedAt { get; init; }
    public DateOnly DueOn { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
    public bool IsPresent { get; init; }

    public bool IsOpen => IsPresent && State is AssignmentState.Assigned or AssignmentState.Received;

    /// <summary>What is still to be done, by its last day, comes before all that is done: that is what a unit looks for.</summary>
    internal static Expression<Func<AssignmentRow, DateOnly>> Urgency { get; } =
        row =>
            row.IsPresent && (row.State == AssignmentState.Assigned || row.State == AssignmentState.Received)
                ? row.DueOn
                : DateOnly.MaxValue;

    /// <summary>By the number as people write it, else by words of the cleared title or of the place.</summary>
    internal static IQueryable<AssignmentRow> Search(IQueryable<AssignmentRow> rows, string words) =>
        MatterNumber.Parse(words) is var (year, number)
            ? rows.Where(row => row.NumberYear == year && row.Number == number)
            : rows.Where(row => row.PublicTitle!.Contains(words) || row.Place.Contains(words));

    /// <summary>What the units in the scope were handed.</summary>
    internal static IQueryable<AssignmentRow> Of(AppDb db, FieldScope scope) =>
        from row in db.Set<MatterAssignment>()
        join matter in db.Set<Matter>() on row.MatterId equals matter.Id
        join place in db.Set<Place>() on matter.PlaceId equals place.Id
        join unit in db.Set<HandlingUnit>() on row.HandlingUnitId equals unit.Id
        where scope.IsWhole || scope.Units.Contains(row.HandlingUnitId)
        select new AssignmentRow
        {
            Id = row.Id,
            MatterId = matter.Id,
            NumberYear = matter.NumberYear,
            Number = matter.Number,
            PublicTitle = matter.PublicTitle,
            Place = place.Name,
            Topic = matter.Topic,
            Unit = unit.Name,
            Role = row.Role,
            State = row.State,
            AssignedAt = row.AssignedAt,
            DueOn = row.DueOn,
            RepliedAt = row.RepliedAt,
            IsPresent = row.Round == matter.Round,
        };
}
