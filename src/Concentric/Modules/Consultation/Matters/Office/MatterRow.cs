using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>A matter as the office's lists show it.</summary>
public sealed class MatterRow
{
    public Guid Id { get; init; }
    public int? NumberYear { get; init; }
    public int? Number { get; init; }
    public string Title { get; init; } = "";
    public MatterState State { get; init; }
    public DateTimeOffset StateSince { get; init; }
    public Guid PlaceId { get; init; }
    public string Place { get; init; } = "";
    public string Topic { get; init; } = "";
    public MatterSource Source { get; init; }
    public IntakeChannel Channel { get; init; }
    public DateOnly CollectedOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public MatterOutcome? Outcome { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public bool IsPublic { get; init; }

    /// <summary>A unit of the present round asks for more time.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The lead unit of the present round.</summary>
    public string? LeadUnit { get; init; }

    public string? FullNumber => MatterNumber.Of(NumberYear, Number);

    /// <summary>By the number as people write it, else by words of the title.</summary>
    internal static IQueryable<MatterRow> Search(IQueryable<MatterRow> rows, string words) =>
        MatterNumber.Parse(words) is var (year, number)
            ? rows.Where(row => row.NumberYear == year && row.Number == number)
            : rows.Where(row => row.Title.Contains(words));

    internal static IQueryable<MatterRow> Of(AppDb db, IQueryable<Matter> matters) =>
        from matter in matters
        join place in db.Set<Place>() on matter.PlaceId equals place.Id
        select new MatterRow
        {
            Id = matter.Id,
            NumberYear = matter.NumberYear,
            Number = matter.Number,
            Title = matter.Title,
            State = matter.State,
            StateSince = matter.StateSince,
            PlaceId = matter.PlaceId,
            Place = place.Name,
            Topic = matter.Topic,
            Source = matter.Source,
            Channel = matter.Channel,
            CollectedOn = matter.CollectedOn,
            DueOn = matter.DueOn,
            Outcome = matter.Outcome,
            ClosedOn = matter.ClosedOn,
            IsPublic = matter.IsPublic,
            IsAsked = matter.Assignments.Any(row => row.AsksUntil != null && row.Round == matter.Round),
            LeadUnit = (
                from row in db.Set<MatterAssignment>()
                join unit in db.Set<HandlingUnit>() on row.HandlingUnitId equals unit.Id
                where
                    row.MatterId == matter.Id
                    && row.Round == matter.Round
                    && row.Role == HandlerRole.Lead
                    && row.State != AssignmentState.Returned
                select unit.Name
            ).FirstOrDefault(),
        };
}
