namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What may be done with maps of opinion.</summary>
public static class OpinionPermissions
{
    public static IReadOnlyList<string> All { get; } = [];
}
