using Concentric.Platform.Data;

namespace Concentric.Platform.Web.Tables;

/// <summary>A list's filters, sort and columns under a name: one account's own, one role's, or everybody's.</summary>
public sealed class SavedView : CommitteeEntity
{
    public const int LongestName = 60;
    public const int LongestQuery = 2000;

    /// <summary>The <see cref="TableDefinition{TRow}.Key"/> of the list.</summary>
    public required string TableKey { get; init; }

    /// <summary>The part of the address behind the path, with its question mark.</summary>
    public required string Query { get; set; }
    public required string Name { get; set; }

    /// <summary>Whose it is; null when it is shared.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The role it is for; null with no owner is for everybody.</summary>
    public string? Role { get; init; }
}
