namespace Concentric.Platform.Ledger;

/// <summary>
/// A kind of fact, declared by the module that records it and listed in <c>docs/facts.md</c>. Its title is in the
/// module's texts under <c>Fact.{Id}</c>.
/// </summary>
/// <param name="Id">Module noun, dot, what happened: <c>study.session-held</c>.</param>
/// <param name="Unit">What one of it counts; a fact in another unit does not append.</param>
/// <param name="HasSubject">Whether it is about one membership.</param>
/// <param name="Attributes">The names of the attributes it may carry.</param>
/// <param name="RecordedWhen">The moment it is recorded, in English, for the catalogue of facts.</param>
public sealed record FactKind(string Id, string Unit, bool HasSubject, IReadOnlyList<string> Attributes, string RecordedWhen)
{
    /// <summary>The steps that its facts may carry, from low to high; null where the kind does not say.</summary>
    public IReadOnlyList<string>? Steps { get; init; }

    /// <summary>Whether the category of its facts is a kind of meeting, as <c>data/meeting-kinds.yaml</c> lists them.</summary>
    public bool HasMeetingKind { get; init; }
}

/// <summary>Every kind of fact that the modules declare. Nothing else appends.</summary>
public sealed class FactKinds
{
    /// <summary>A fact that takes back an earlier one and says why. Declared by the ledger itself.</summary>
    public const string Retraction = "ledger.retracted";

    private readonly Dictionary<string, FactKind> kinds;

    /// <exception cref="ArgumentException">Two modules declare the same kind.</exception>
    public FactKinds(ModuleCatalog modules) =>
        kinds = modules.All.SelectMany(module => module.FactKinds).ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<FactKind> All => kinds.Values;

    public FactKind? Find(string id) => kinds.GetValueOrDefault(id);
}
