namespace Concentric.Modules.Consultation.Open311;

/// <summary>What may be done with Open311.</summary>
public static class Open311Permissions
{
    /// <summary>Make, name and block the keys of other people's programs.</summary>
    public const string ManageKeys = "consultation.open311.keys";

    public static IReadOnlyList<string> All { get; } = [ManageKeys];
}
