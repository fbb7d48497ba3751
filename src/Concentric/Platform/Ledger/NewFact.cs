namespace Concentric.Platform.Ledger;

/// <summary>A fact about to be recorded. See <see cref="Rules.Facts.FactContent"/> for what each part means.</summary>
public sealed record NewFact
{
    public required string Kind { get; init; }
    public string? Category { get; init; }

    /// <summary>The day it happened, in the committee's time zone.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The membership it is about.</summary>
    public Guid? SubjectId { get; init; }
    public string? Place { get; init; }
    public string? Channel { get; init; }
    public string? Step { get; init; }
    public long Quantity { get; init; } = 1;
    public required string Unit { get; init; }
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Module and type of the record it tells of, for example <c>meetings.meeting</c>.</summary>
    public required string SourceType { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>Which confirmation of that record: 1 at first, one more after each correction.</summary>
    public int Revision { get; init; } = 1;
    public string? Basis { get; init; }
    internal Guid? RetractsId { get; init; }
}
