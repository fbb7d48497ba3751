namespace Concentric.Modules.Consultation.Matters;

/// <summary>What may be done with matters.</summary>
public static class MatterPermissions
{
    public static IReadOnlyList<string> All { get; } = [];
}
