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
