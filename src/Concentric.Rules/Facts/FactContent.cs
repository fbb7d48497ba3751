using System.Globalization;
using System.Security.Cryptography;

namespace Concentric.Rules.Facts;

/// <summary>
/// What one fact says, without its place in a database: the part that its leaf hash covers. It names people and bodies
/// by id, never by name, so that erasing the salt erases the fact and leaves the ledger whole.
/// </summary>
public sealed record FactContent
{
    /// <summary>The committee whose ledger holds the fact.</summary>
    public required Guid CommitteeId { get; init; }

    /// <summary>Place in the committee's ledger: 0, 1, 2 … without gaps.</summary>
    public required long Index { get; init; }

    public required Guid Id { get; init; }

    /// <summary>What happened, as declared by a module, for example <c>study.session-held</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind of thing within the fact kind, from data: a kind of meeting, a field of matters.</summary>
    public string? Category { get; init; }

    /// <summary>The day it happened, in the committee's time zone.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The membership it is about, if it is about one.</summary>
    public Guid? SubjectId { get; init; }

    public string? Place { get; init; }

    /// <summary>The channel it came through (member, investment group, leader-led trip …): totals are per channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The step reached, for facts that climb a ladder.</summary>
    public string? Step { get; init; }

    public required long Quantity { get; init; }

    /// <summary>The unit of count (场次, 人次, 件 …), by its identifier.</summary>
    public required string Unit { get; init; }

    /// <summary>Small, typed per kind.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The record it tells of: its type and id, and which confirmation of that record.</summary>
    public required string SourceType { get; init; }

    public required Guid SourceId { get; init; }

    public required int Revision { get; init; }

    /// <summary>Evidence, or the reason of a correction.</summary>
    public string? Basis { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required Guid RecordedBy { get; init; }

    /// <summary>UTC, whole milliseconds.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The earlier fact that this one takes back.</summary>
    public Guid? RetractsId { get; init; }

    /// <summary>SHA-256 of salt ‖ canonical JSON (RFC 8785).</summary>
    public byte[] LeafHash(ReadOnlySpan<byte> salt) => SHA256.HashData([.. salt, .. ToCanonicalJson()]);

    /// <summary>The bytes that the leaf hash covers after the salt.</summary>
    public byte[] ToCanonicalJson() =>
        CanonicalJson.Serialize(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["attributes"] = Attributes,
                ["basis"] = Basis,
                ["category"] = Category,
                ["channel"] = Channel,
                ["committee"] = CommitteeId.ToString(),
                ["id"] = Id.ToString(),
                ["index"] = Index,
                ["kind"] = Kind,
                ["occurredOn"] = OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["place"] = Place,
                ["quantity"] = Quantity,
                ["recordedAt"] = RecordedAt
                    .ToUniversalTime()
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                ["recordedBy"] = RecordedBy.ToString(),
                ["retracts"] = RetractsId?.ToString(),
                ["revision"] = Revision,
                ["sourceId"] = SourceId.ToString(),
                ["sourceType"] = SourceType,
                ["step"] = Step,
                ["subject"] = SubjectId?.ToString(),
                ["unit"] = Unit,
            }
        );
}
