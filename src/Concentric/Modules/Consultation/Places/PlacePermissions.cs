namespace Concentric.Modules.Consultation.Places;

/// <summary>What may be done with places and their people.</summary>
public static class PlacePermissions
{
    public static IReadOnlyList<string> All { get; } = [];
}
