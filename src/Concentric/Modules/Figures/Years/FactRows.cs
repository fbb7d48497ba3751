using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Ledger;

namespace Concentric.Modules.Figures.Years;

/// <summary>A fact as a list shows it.</summary>
/// <param name="Place">Where it was, by the place's name.</param>
/// <param name="Subject">The member's name; only in the office.</param>
/// <param name="SourcePath">Where the record is, for this reader.</param>
public sealed record FactRow(
    Fact Fact,
    string Kind,
    string? Category,
    string? Step,
    string? Source,
    string? SourcePath,
    string? Organiser,
    string? Place,
    string? Subject
);

/// <summary>Tells facts in words: what kind, of what record, about whom. One question for each source type and one for the names.</summary>
public sealed class FactRows(IEnumerable<IFactSource> sources, MembersApi members, Words words)
{
    public async Task<IReadOnlyList<FactRow>> DescribeAsync(
        IReadOnlyCollection<Fact> facts,
        bool isOffice,
        CancellationToken cancellation = default
    )
    {
        var links = new Dictionary<(string Type, Guid Id), FactSourceLink>();
        foreach (var group in facts.GroupBy(fact => fact.SourceType, StringComparer.Ordinal))
        {
            if (SourceOf(group.Key) is not { } source)
                continue;
            foreach (var (id, link) in await source.DescribeAsync([.. group.Select(fact => fact.SourceId).Distinct()]))
                links[(group.Key, id)] = link;
        }

        var names = isOffice ? await NamesAsync(facts, cancellation) : [];
        return
        [
            .. facts.Select(fact => Describe(fact, links.GetValueOrDefault((fact.SourceType, fact.SourceId)), names, isOffice)),
        ];
    }

    /// <summary>The name of a category: its source's word for it.</summary>
    public string? CategoryTitle(string sourceType, string? category) =>
        category is null ? null : SourceOf(sourceType)?.CategoryTitle(category) ?? category;

    private FactRow Describe(Fact fact, FactSourceLink? link, Dictionary<Guid, string> names, bool isOffice) =>
        new(
            fact,
            words[$"Fact.{fact.Kind}"],
            CategoryTitle(fact.SourceType, fact.Category),
            fact.Step is null ? null
                : words.Has($"Step.{fact.Step}") ? words[$"Step.{fact.Step}"]
                : fact.Step,
            link?.Title,
            isOffice ? link?.OfficePath ?? link?.PublicPath : link?.PublicPath,
            link?.Organiser,
            link?.Place ?? fact.Place,
            fact.SubjectId is { } subject ? names.GetValueOrDefault(subject) : null
        );

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Fact> facts, CancellationToken cancellation)
    {
        var ids = facts.Select(fact => fact.SubjectId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : (await members.FindAsync(ids, cancellation)).ToDictionary(member => member.MembershipId, member => member.Name);
    }

    private IFactSource? SourceOf(string sourceType) => sources.FirstOrDefault(source => source.SourceType == sourceType);
}
