using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>What sort of words a note holds.</summary>
public enum MatterNoteKind
{
    /// <summary>调研记录</summary>
    Research,

    /// <summary>办理进展</summary>
    Progress,

    /// <summary>补充说明, by the submitter.</summary>
    Addition,
}

/// <summary>Words that were added to a matter.</summary>
[AppendOnly]
public sealed class MatterNote : CommitteeEntity
{
    private MatterNote() { }

    public Guid MatterId { get; private set; }
    public MatterNoteKind Kind { get; private set; }
    public int Round { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Empty for the submitter.</summary>
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";

    internal static MatterNote Of(MatterNoteKind kind, string text, int round, Doer doer) =>
        new()
        {
            Kind = kind,
            Text = text.Trim(),
            Round = round,
            At = doer.Now,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
        };
}
