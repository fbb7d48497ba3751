using Concentric.Platform.Data;

namespace Concentric.Platform.Files;

/// <summary>
/// A file kept outside the web root: evidence, material, a picture. Its content was checked, not its name believed.
/// It belongs to one record, and whoever may see the record may have the file.
/// </summary>
public sealed class StoredFile : CommitteeEntity
{
    private string ownerType = "";
    private Guid ownerId;

    /// <summary>The record it belongs to: module and type, for example <c>meetings.meeting</c>.</summary>
    public required string OwnerType
    {
        get => ownerType;
        init => ownerType = value;
    }
    public Guid OwnerId
    {
        get => ownerId;
        init => ownerId = value;
    }

    /// <summary>The name it was uploaded under, shown to people; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>The media type found by its content.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }
    public required string Sha256 { get; init; }
    public DateTimeOffset StoredAt { get; init; }
    public Guid StoredBy { get; init; }

    /// <summary>It was uploaded with a draft and now belongs to the record that was made of it.</summary>
    public void BelongTo(string type, Guid id) => (ownerType, ownerId) = (type, id);
}
