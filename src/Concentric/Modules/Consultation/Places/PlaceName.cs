using Concentric.Platform;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Consultation.Places;

/// <summary>When two names of places are one: width, case and spaces make no difference.</summary>
public static class PlaceName
{
    /// <summary>The name as it is compared.</summary>
    public static string Plain(string name) =>
        string.Concat(TypedText.HalfWidth(name).Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();

    /// <summary>What is unique in a committee: a name below the place it belongs to, which never changes.</summary>
    /// <param name="lineage">Of the place above; empty at the top.</param>
    /// <param name="name">As it was typed.</param>
    internal static string KeyOf(string lineage, string name) => lineage + Plain(name);

    /// <summary>Why a place cannot have the name that another has below the same place; beside the name.</summary>
    /// <param name="other">Who has it.</param>
    /// <param name="above">The name of the place above; none at the top.</param>
    internal static Refusal Taken(Place other, string? above) =>
        (other.IsOpen, above) switch
        {
            (true, null) => new Refusal("PlaceNameTaken", other.Name),
            (true, _) => new Refusal("PlaceNameTakenBelow", other.Name, above),
            (false, null) => new Refusal("PlaceNameClosed", other.Name),
            (false, _) => new Refusal("PlaceNameClosedBelow", other.Name, above),
        };
}
