using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>What a line of a statement leads to: the fact, the record it tells of, and who confirmed it when.</summary>
/// <param name="Index">Place in the ledger; the fact's page has it in its address.</param>
/// <param name="Path">The record's page, as <c>~/…</c>; none where this reader has none.</param>
public sealed record FactOrigin(
    long Index,
    string? Title,
    string? Path,
    string? Organiser,
    string ConfirmedBy,
    DateTimeOffset ConfirmedAt
)
{
    /// <summary>The organiser's id in <c>data/offices.yaml</c>; none for one that is no office of the committee.</summary>
    public string? OrganiserId { get; init; }

    /// <summary>The organiser beside who confirmed; empty where the account carries the name of its office and says it already.</summary>
    public string OrganiserOnce => ConfirmedBy.StartsWith(Organiser ?? "", StringComparison.Ordinal) ? "" : Organiser!;
}

/// <summary>Finds what the facts of one statement lead to, by one question for each kind of record.</summary>
public sealed class StatementFacts(AppDb db, IEnumerable<IFactSource> sources)
{
    public Task<IReadOnlyDictionary<Guid, FactOrigin>> OfAsync(
        Statement statement,
        bool forOffice,
        CancellationToken cancellation = default
    ) => OfAsync([.. FactsOf(statement).Select(fact => fact.Id).Distinct()], forOffice, cancellation);

    public async Task<IReadOnlyDictionary<Guid, FactOrigin>> OfAsync(
        IReadOnlyCollection<Guid> ids,
        bool forOffice,
        CancellationToken cancellation = default
    )
    {
        var rows = await db
            .Facts.AsNoTracking()
            .Where(fact => ids.Contains(fact.Id))
            .Select(fact => new
            {
                fact.Id,
                fact.Index,
                fact.SourceType,
                fact.SourceId,
                fact.RecordedAt,
                By = db
                    .Accounts.Where(account => account.Id == fact.RecordedBy)
                    .Select(account => account.DisplayName)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var links = await LinksAsync(rows.ConvertAll(row => (row.SourceType, row.SourceId)));
        return rows.ToDictionary(
            row => row.Id,
            row =>
            {
                var link = links.GetValueOrDefault(row.SourceId);
                return new FactOrigin(
                    row.Index,
                    link?.Title,
                    (forOffice ? link?.OfficePath : link?.OwnPath) ?? link?.PublicPath,
                    link?.Organiser,
                    row.By ?? "",
                    row.RecordedAt
                )
                {
                    OrganiserId = link?.OrganiserId,
                };
            }
        );
    }

    /// <summary>Every fact that the statement speaks of, counted or not.</summary>
    public static IEnumerable<DutyFact> FactsOf(Statement statement) =>
        statement
            .Items.SelectMany(item => item.Lines)
            .Select(line => line.Fact)
            .Concat(statement.Uncounted.Select(one => one.Fact));

    private async Task<Dictionary<Guid, FactSourceLink>> LinksAsync(IEnumerable<(string Type, Guid Id)> records)
    {
        var links = new Dictionary<Guid, FactSourceLink>();
        foreach (var group in records.GroupBy(record => record.Type, record => record.Id, StringComparer.Ordinal))
        {
            if (sources.FirstOrDefault(source => source.SourceType == group.Key) is not { } source)
                continue;
            foreach (var (id, link) in await source.DescribeAsync([.. group.Distinct()]))
                links[id] = link;
        }

        return links;
    }
}
