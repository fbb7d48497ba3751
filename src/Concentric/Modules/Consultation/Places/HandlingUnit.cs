using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Places;

/// <summary>承办单位: a department or local unit that matters are assigned to. Its people sign in and see what it was given.</summary>
public sealed class HandlingUnit : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestSlug = 40;

    public required string Name { get; set; }

    /// <summary>What a role is limited to for people of this unit; unique in the committee, never changes.</summary>
    public required string Slug { get; init; }
}
