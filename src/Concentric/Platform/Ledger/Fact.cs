using System.Text.Json;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Rules.Facts;

namespace Concentric.Platform.Ledger;

/// <summary>
/// 履职记录 (one fact): one thing that happened, entered once by the body that organised it, never changed afterwards.
/// A mistake is repaired by a later fact that retracts this one.
/// </summary>
[OutsideAudit]
[AppendOnly]
[ShownToPublic]
public sealed class Fact : CommitteeEntity
{
    private IReadOnlyDictionary<string, string>? attributes;

    private Fact() { }

    /// <summary>Place in the committee's ledger: 0, 1, 2 … without gaps. Given when it is saved.</summary>
    public long Index { get; private set; } = -1;

    public string Kind { get; private set; } = "";
    public string? Category { get; private set; }
    public DateOnly OccurredOn { get; private set; }
    public Guid? SubjectId { get; private set; }
    public string? Place { get; private set; }
    public string? Channel { get; private set; }
    public string? Step { get; private set; }
    public long Quantity { get; private set; }
    public string Unit { get; private set; } = "";

    /// <summary>A small JSON object of strings.</summary>
    public string Attributes { get; private set; } = "{}";
    public string SourceType { get; private set; } = "";
    public Guid SourceId { get; private set; }
    public int Revision { get; private set; }
    public string? Basis { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
    public Guid? RetractsId { get; private set; }

    /// <summary>Sixteen random bytes; erasing them erases what the leaf hash could prove.</summary>
    public byte[] Salt { get; private set; } = [];
    public byte[] LeafHash { get; private set; } = [];

    internal static Fact From(NewFact fact, Guid recordedBy, DateTimeOffset now, byte[] salt) =>
        new()
        {
            Kind = fact.Kind,
            Category = fact.Category,
            OccurredOn = fact.OccurredOn,
            SubjectId = fact.SubjectId,
            Place = fact.Place,
            Channel = fact.Channel,
            Step = fact.Step,
            Quantity = fact.Quantity,
            Unit = fact.Unit,
            attributes = fact.Attributes,
            Attributes = fact.Attributes.Count == 0 ? "{}" : Sorted(fact.Attributes),
            SourceType = fact.SourceType,
            SourceId = fact.SourceId,
            Revision = fact.Revision,
            Basis = fact.Basis,
            RetractsId = fact.RetractsId,
            RecordedBy = recordedBy,
            RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            Salt = salt,
        };

    private static string Sorted(IReadOnlyDictionary<string, string> attributes) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, string>(attributes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            FactJson.Options
        );

    /// <summary>Gives the fact its place; only the save that appends it does so.</summary>
    internal void TakePlace(long index)
    {
        Index = index;
        LeafHash = Content().LeafHash(Salt);
    }

    public IReadOnlyDictionary<string, string> ReadAttributes() =>
        attributes ??= JsonSerializer.Deserialize<Dictionary<string, string>>(Attributes, FactJson.Options) ?? [];

    /// <summary>What the leaf hash covers.</summary>
    public FactContent Content() =>
        new()
        {
            CommitteeId = CommitteeId,
            Index = Index,
            Id = Id,
            Kind = Kind,
            Category = Category,
            OccurredOn = OccurredOn,
            SubjectId = SubjectId,
            Place = Place,
            Channel = Channel,
            Step = Step,
            Quantity = Quantity,
            Unit = Unit,
            Attributes = ReadAttributes(),
            SourceType = SourceType,
            SourceId = SourceId,
            Revision = Revision,
            Basis = Basis,
            RecordedBy = RecordedBy,
            RecordedAt = RecordedAt,
            RetractsId = RetractsId,
        };
}

internal static class FactJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>How much a committee's ledger holds: the next fact's index. One row per committee.</summary>
public sealed class LedgerHead
{
    public Guid CommitteeId { get; init; }
    public long Size { get; init; }
}
