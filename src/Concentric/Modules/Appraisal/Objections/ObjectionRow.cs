using Concentric.Platform.Data;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>An objection as lists show it.</summary>
public sealed class ObjectionRow
{
    public Guid Id { get; init; }
    public Guid? FactId { get; init; }
    public int Year { get; init; }
    public Guid MembershipId { get; init; }
    public ObjectionState State { get; init; }
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>Until when an answer is owed; none while none is.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The kind of the line's fact; none when a fact is missing.</summary>
    public string? Kind { get; init; }
    public DateOnly? Day { get; init; }
    public string? Step { get; init; }

    /// <summary>What is missing.</summary>
    public string? What { get; init; }
    public string Name { get; init; } = "";

    /// <summary>The office that answers; none where none recorded it.</summary>
    public string? Office { get; init; }

    internal static IQueryable<ObjectionRow> Of(AppDb db, IQueryable<Objection> objections) =>
        from row in objections
        join fact in db.Facts on row.FactId equals fact.Id into facts
        from fact in facts.DefaultIfEmpty()
        select new ObjectionRow
        {
            Id = row.Id,
            FactId = row.FactId,
            Year = row.Year,
            MembershipId = row.MembershipId,
            State = row.State,
            RaisedAt = row.RaisedAt,
            DueOn =
                row.State == ObjectionState.Raised ? row.AnswerDueOn
                : row.State == ObjectionState.Appealed ? row.DecisionDueOn
                : null,
            Kind = fact.Kind,
            Day = fact == null ? row.HappenedOn : fact.OccurredOn,
            Step = fact.Step,
            What = row.What,
            Name = row.MemberName,
            Office = row.Office,
        };
}
