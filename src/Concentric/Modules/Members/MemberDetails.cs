namespace Concentric.Modules.Members;

/// <summary>What is written down of a person, in the clear, as a form or a sheet gives it.</summary>
public sealed record PersonDetails
{
    public required string Name { get; init; }
    public Sex? Sex { get; init; }

    /// <summary>Any day of the month of birth; only the month is kept.</summary>
    public DateOnly? BornIn { get; init; }

    /// <summary>Id in <c>data/parties.yaml</c>.</summary>
    public string? Party { get; init; }
    public string? Ethnicity { get; init; }
    public string? Education { get; init; }
    public string? Unit { get; init; }
    public string? Post { get; init; }
    public string? ResidentPlace { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
}

/// <summary>What is written down of a seat.</summary>
public sealed record SeatDetails
{
    public required MembershipLevel Level { get; init; }

    /// <summary>届</summary>
    public required int Term { get; init; }

    /// <summary>Id in <c>data/sectors.yaml</c>.</summary>
    public required string Sector { get; init; }
    public MemberDuty Duty { get; init; }
    public required DateOnly StartsOn { get; init; }
}
