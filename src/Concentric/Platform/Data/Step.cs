using Concentric.Platform.Audit;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Platform.Data;

/// <summary>
/// One thing done to a record: by whom, when, in which words. What was done is the record's own. Written once; the steps of a record
/// are its trail, so the audit trail does not tell them again.
/// </summary>
[AppendOnly]
[OutsideAudit]
public abstract class Step : CommitteeEntity
{
    private const int LongestName = 200;

    private protected Step() { }

    private protected Step(Doer doer, string? words)
    {
        (AccountId, ActorName, At) = (doer.AccountId, doer.Name, doer.Now);
        Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    /// <summary>Empty for one who has no account.</summary>
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The reason, or what was said; null where nothing was.</summary>
    public string? Words { get; private set; }

    internal static void Map<TStep>(EntityTypeBuilder<TStep> step, string table, int longestWords)
        where TStep : Step
    {
        step.ToTable(table);
        step.Property(row => row.ActorName).HasMaxLength(LongestName);
        step.Property(row => row.Words).HasMaxLength(longestWords);
    }
}
