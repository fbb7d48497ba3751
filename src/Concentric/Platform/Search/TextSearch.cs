using System.Text.Json;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Search;

/// <summary>What both engines' searches share: terms in, rows out. Only how a match is asked for differs.</summary>
internal abstract class TextSearch(AppDb db) : ITextSearch
{
    protected AppDb Db { get; } = db;

    public async Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        var typed =
            request.Typed.Length > SearchRequest.LongestTyped ? request.Typed[..SearchRequest.LongestTyped] : request.Typed;
        var terms = SearchTerms.Asked(typed);
        if (terms.Count == 0 || request.Sections is { Count: 0 } || (request.IsAnyTerm && request.Sections is null))
            return SearchResults.None;
        var found = await Matching(request, terms).ToListAsync(cancellation);
        var ids = found.ConvertAll(row => row.Number);
        var rows = await Db.Set<SearchText>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.Number))
            .ToDictionaryAsync(row => row.Number, cancellation);
        return new SearchResults(
            found.Count == 0 ? 0 : (int)found[0].Total,
            [
                .. found
                    .Select(match => rows.GetValueOrDefault(match.Number))
                    .OfType<SearchText>()
                    .Select(row => new SearchHit(row.RecordId, row.Title, row.Text, row.Section, row.Day)),
            ]
        );
    }

    protected abstract IQueryable<Match> Matching(SearchRequest request, IReadOnlyList<(string Term, bool IsBeginning)> terms);

    /// <summary>The terms of the committee's records of the kind, or of the sections: any of them narrows the index.</summary>
    protected IEnumerable<string> Scope(SearchRequest request) =>
        request.Sections is null
            ? [SearchTerms.OfKind(Db.CommitteeId, request.Kind)]
            : request.Sections.Select(section => SearchTerms.OfSection(Db.CommitteeId, request.Kind, section));

    /// <summary>A row found, and how many were found in all.</summary>
    protected sealed class Match
    {
        public long Number { get; set; }
        public long Total { get; set; }
    }
}

/// <summary>
/// FTS5 of the embedded database. It is not asked for its own rank: that counts every row of every committee that has one of the words.
/// What has more of them in its title comes first, then in its text, then the newest.
/// </summary>
internal sealed class SqliteTextSearch(AppDb db) : TextSearch(db)
{
    protected override IQueryable<Match> Matching(SearchRequest request, IReadOnlyList<(string Term, bool IsBeginning)> terms)
    {
        var asked = terms.Select(term => $"\"{term.Term}\"{(term.IsBeginning ? " *" : "")}");
        var match = $"({string.Join(" OR ", Scope(request))}) AND ({string.Join(request.IsAnyTerm ? " OR " : " AND ", asked)})";
        var everywhere = request.Sections is null;
        var sections = JsonSerializer.Serialize(request.Sections ?? []);
        // CROSS keeps the order: the index is asked once, and not again for each of the committee's texts.
        // Every term but the first of a title follows a space; the text begins with its scope.
        var words = JsonSerializer.Serialize(terms.Select(term => " " + term.Term));
        return Db.Database.SqlQuery<Match>(
            $"""
            WITH found AS MATERIALIZED (
                SELECT text.number, text.day, (
                    SELECT SUM(8 * (instr(' ' || text.title_terms, value) > 0) + (instr(text.text_terms, value) > 0))
                    FROM json_each({words})
                ) AS closeness
                FROM platform_search_fts
                CROSS JOIN platform_search_texts AS text
                  ON text.committee_id = {Db.CommitteeId} AND text.number = platform_search_fts.rowid
                WHERE platform_search_fts MATCH {match} AND text.kind = {request.Kind}
                  AND text.day BETWEEN {request.From} AND {request.To}
                  AND ({everywhere} OR text.section IN (SELECT value FROM json_each({sections})))
            )
            SELECT number, COUNT(*) OVER () AS total
            FROM found
            ORDER BY closeness DESC, day DESC, number
            LIMIT {request.Take} OFFSET {request.Skip}
            """
        );
    }
}

/// <summary>tsvector and GIN of PostgreSQL.</summary>
internal sealed class PostgresTextSearch(AppDb db) : TextSearch(db)
{
    protected override IQueryable<Match> Matching(SearchRequest request, IReadOnlyList<(string Term, bool IsBeginning)> terms)
    {
        var words = string.Join(
            request.IsAnyTerm ? " | " : " & ",
            terms.Select(term => term.Term + (term.IsBeginning ? ":*" : ""))
        );
        var match = $"({string.Join(" | ", Scope(request))}) & ({words})";
        var everywhere = request.Sections is null;
        var sections = (request.Sections ?? []).ToArray();
        return Db.Database.SqlQuery<Match>(
            $"""
            SELECT text.number, COUNT(*) OVER () AS total
            FROM platform_search_texts AS text, to_tsquery('simple', {words}) AS asked
            WHERE text.committee_id = {Db.CommitteeId} AND text.terms @@ to_tsquery('simple', {match}) AND text.kind = {request.Kind}
              AND text.day BETWEEN {request.From} AND {request.To}
              AND ({everywhere} OR text.section = ANY ({sections}))
            ORDER BY ts_rank(text.terms, asked, 1) DESC, text.day DESC, text.number
            LIMIT {request.Take} OFFSET {request.Skip}
            """
        );
    }
}
