namespace Concentric.Rules.Figures;

/// <summary>How many standing facts share these features in one month, and the sum of their quantities.</summary>
/// <param name="Month">1 to 12, in the committee's zone.</param>
public sealed record FigureCell(
    string Kind,
    string? Category,
    string? Channel,
    string? Step,
    string? Place,
    int Month,
    long Count,
    long Sum
);

/// <summary>How many standing facts with these features have one and the same quantity in one month.</summary>
/// <param name="Month">1 to 12, in the committee's zone.</param>
public sealed record QuantityCell(
    string Kind,
    string? Category,
    string? Channel,
    string? Step,
    string? Place,
    int Month,
    long Quantity,
    long Count
);

/// <summary>What is asked of the ledger for all figures of a period.</summary>
/// <param name="Counts">Of all facts.</param>
/// <param name="Subjects">Of the kinds whose subjects some figure counts.</param>
/// <param name="Quantities">Of the kinds whose quantities some figure puts in order.</param>
public sealed record FigureCells(
    IReadOnlyList<FigureCell> Counts,
    IReadOnlyList<SubjectCell> Subjects,
    IReadOnlyList<QuantityCell> Quantities
);

/// <summary>That a membership is the subject of at least one standing fact with these features in one month.</summary>
/// <param name="Month">1 to 12, in the committee's zone.</param>
public sealed record SubjectCell(
    string Kind,
    string? Category,
    string? Channel,
    string? Step,
    string? Place,
    int Month,
    Guid SubjectId
);
