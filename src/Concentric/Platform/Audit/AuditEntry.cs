using Concentric.Platform.Data;

namespace Concentric.Platform.Audit;

/// <summary>
/// Who did what, when, from where and why. Appended with every save, never changed, readable by the audit administrator
/// alone (GB/T 22239-2019: kept at least six months).
/// </summary>
[AppendOnly]
public sealed class AuditEntry : CommitteeEntity
{
    public DateTimeOffset At { get; init; }
    public Guid AccountId { get; init; }
    public required string ActorName { get; init; }
    public string? Address { get; init; }

    /// <summary>Method, route and, where the page has several acts, which; or the command's name.</summary>
    public required string Act { get; init; }
    public string? Reason { get; init; }

    /// <summary>A JSON array: which rows, by name where they have one, were added, changed (from what to what) or removed.</summary>
    public required string Changes { get; init; }
}

/// <summary>Marks a property whose value never reaches the audit trail: only that it changed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInAuditAttribute : Attribute;

/// <summary>
/// Marks the property by which the audit trail calls a row: whose account was disabled, which role was given. Only what everybody in the
/// office may read and nobody will ever have to forget.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesInAuditAttribute : Attribute;

/// <summary>Marks an entity whose rows are not described one by one: facts and counters, which tell of themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutsideAuditAttribute : Attribute;
