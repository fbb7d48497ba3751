namespace Concentric.Platform.Data;

/// <summary>
/// A row that belongs to one committee. Its key is (committee, id), so that no row can point into another committee even
/// by mistake. The committee is stamped when the row is saved.
/// </summary>
public abstract class CommitteeEntity
{
    public Guid CommitteeId { get; private set; }

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Ids.New();

    /// <summary>Raised by one with each save; a form carries it so that a stale form is noticed.</summary>
    public int Version { get; internal set; }

    internal void Enter(Guid committeeId) => CommitteeId = committeeId;
}
