using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Search;

/// <summary>Keeps what search knows of a record, in the save that changes the record.</summary>
public sealed class SearchIndex(AppDb db)
{
    /// <summary>Adds the record or tells its new words.</summary>
    /// <param name="kind">Module and type, for example <c>portal.article</c>.</param>
    /// <param name="section">What a search may be narrowed by; empty for none.</param>
    /// <param name="day">The day the record stands under.</param>
    public async Task KeepAsync(
        string kind,
        Guid recordId,
        string title,
        string text,
        string section,
        DateOnly day,
        CancellationToken cancellation = default
    )
    {
        var row = await FindAsync(kind, recordId, cancellation);
        if (row is null)
            db.Add(row = new SearchText { Kind = kind, RecordId = recordId });
        row.Tell(db.CommitteeId, title, text, section, day);
    }

    /// <summary>Adds a record that is new in this save, without looking whether it is known.</summary>
    public void Add(string kind, Guid recordId, string title, string text, string section, DateOnly day)
    {
        var row = new SearchText { Kind = kind, RecordId = recordId };
        row.Tell(db.CommitteeId, title, text, section, day);
        db.Add(row);
    }

    /// <summary>The record is not to be found any more.</summary>
    public async Task DropAsync(string kind, Guid recordId, CancellationToken cancellation = default)
    {
        if (await FindAsync(kind, recordId, cancellation) is { } row)
            db.Remove(row);
    }

    private async Task<SearchText?> FindAsync(string kind, Guid recordId, CancellationToken cancellation) =>
        db.Set<SearchText>().Local.FirstOrDefault(row => row.Kind == kind && row.RecordId == recordId)
        ?? await db.Set<SearchText>().SingleOrDefaultAsync(row => row.Kind == kind && row.RecordId == recordId, cancellation);
}

/// <summary>The engine's own index beside the table; the statements may be run again.</summary>
internal static class SearchTables
{
    internal static IServiceCollection AddTextSearch(this IServiceCollection services, DatabaseEngine engine)
    {
        services.AddScoped<SearchIndex>();
        return engine == DatabaseEngine.Sqlite
            ? services.AddScoped<ITextSearch, SqliteTextSearch>()
            : services.AddScoped<ITextSearch, PostgresTextSearch>();
    }

    internal static void Map(ModelBuilder model) =>
        model.Entity<SearchText>(text =>
        {
            text.ToTable("platform_search_texts");
            text.Property(row => row.Kind).HasMaxLength(60);
            text.Property(row => row.Title).HasMaxLength(400);
            text.Property(row => row.Section).HasMaxLength(60);
            text.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.Kind,
                    row.RecordId,
                })
                .IsUnique();
            text.HasIndex(row => new { row.CommitteeId, row.Number }).IsUnique();
        });

    internal static IEnumerable<string> Statements(DatabaseEngine engine) =>
        engine == DatabaseEngine.Sqlite ? [SqliteTable, SqliteTriggers] : [Postgres];

    private const string SqliteTable = """
        CREATE VIRTUAL TABLE IF NOT EXISTS platform_search_fts USING fts5(
            title_terms, text_terms, content='platform_search_texts', content_rowid='number', tokenize='ascii');
        """;

    private const string SqliteTriggers = """
        CREATE TRIGGER IF NOT EXISTS platform_search_texts_added AFTER INSERT ON platform_search_texts BEGIN
            INSERT INTO platform_search_fts(rowid, title_terms, text_terms) VALUES (new.number, new.title_terms, new.text_terms);
        END;
        CREATE TRIGGER IF NOT EXISTS platform_search_texts_gone AFTER DELETE ON platform_search_texts BEGIN
            INSERT INTO platform_search_fts(platform_search_fts, rowid, title_terms, text_terms)
            VALUES ('delete', old.number, old.title_terms, old.text_terms);
        END;
        CREATE TRIGGER IF NOT EXISTS platform_search_texts_told AFTER UPDATE OF title_terms, text_terms ON platform_search_texts BEGIN
            INSERT INTO platform_search_fts(platform_search_fts, rowid, title_terms, text_terms)
            VALUES ('delete', old.number, old.title_terms, old.text_terms);
            INSERT INTO platform_search_fts(rowid, title_terms, text_terms) VALUES (new.number, new.title_terms, new.text_terms);
        END;
        """;

    private const string Postgres = """
        ALTER TABLE platform_search_texts ADD COLUMN IF NOT EXISTS terms tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', title_terms), 'A') || setweight(to_tsvector('simple', text_terms), 'D')) STORED;
        CREATE INDEX IF NOT EXISTS ix_platform_search_texts_terms ON platform_search_texts USING gin (terms);
        """;
}
