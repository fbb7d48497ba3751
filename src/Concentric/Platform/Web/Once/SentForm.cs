using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Platform.Web.Once;

/// <summary>A form that is being, or was, carried out: the same form sent again gets the same answer and does nothing.</summary>
[OutsideAudit]
public sealed class SentForm : CommitteeEntity
{
    /// <summary>SHA-256 of who sent it, where, its key and what it said.</summary>
    public required string Digest { get; init; }
    public DateTimeOffset SentAt { get; set; }

    /// <summary>Where its sender was led; null while it is being carried out.</summary>
    public string? Location { get; set; }

    /// <summary>The sentence shown there.</summary>
    public string? Flash { get; set; }
    public string? FlashTone { get; set; }
}
