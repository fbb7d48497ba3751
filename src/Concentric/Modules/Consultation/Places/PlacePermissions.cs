namespace Concentric.Modules.Consultation.Places;

/// <summary>What may be done with places and their people.</summary>
public static class PlacePermissions
{
    /// <summary>See places, councils, who is deployed, and handling units, with contacts masked.</summary>
    public const string Read = "consultation.places.read";

    /// <summary>Found, change and close places, rooms, councils, workstations, studios, contact points.</summary>
    public const string Manage = "consultation.places.manage";

    /// <summary>Deploy members, and end a deployment.</summary>
    public const string Deploy = "consultation.places.deploy";

    /// <summary>Keep handling units and their contacts, and let their people sign in.</summary>
    public const string ManageUnits = "consultation.units.manage";

    /// <summary>See a masked contact of a handling unit; every look leaves a step.</summary>
    public const string ReadContacts = "consultation.units.contacts";

    public static IReadOnlyList<string> All { get; } = [Read, Manage, Deploy, ManageUnits, ReadContacts];
}
