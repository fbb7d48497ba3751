using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>That a person was told of the statement of a quarter: its key keeps it the only time.</summary>
[OutsideAudit]
public sealed class QuarterNotice : CommitteeEntity
{
    public Guid PersonId { get; init; }
    public int Year { get; init; }

    /// <summary>1 to 4.</summary>
    public int Quarter { get; init; }
    public DateTimeOffset At { get; init; }
}
