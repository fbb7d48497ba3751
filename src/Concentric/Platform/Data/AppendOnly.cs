using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concentric.Platform.Data;

/// <summary>Marks an entity whose rows are written once: facts, steps, the audit trail. The database itself refuses to change or remove them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;

/// <summary>Holds append-only tables to their word: in every save, and by triggers for whatever goes past the save.</summary>
internal static class AppendOnly
{
    /// <exception cref="InvalidOperationException">A row that is written once was changed or removed.</exception>
    internal static void Guard(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted && IsAppendOnly(entry.Metadata))
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} is written once and never changed.");
        }
    }

    /// <summary>The statements that close the tables to change. They may be run again.</summary>
    internal static IEnumerable<string> Triggers(IModel model, DatabaseEngine engine)
    {
        var tables = model.GetEntityTypes().Where(IsAppendOnly).Select(entity => entity.GetTableName()!);
        return engine == DatabaseEngine.Sqlite ? tables.Select(SqliteTriggers) : tables.Select(PostgresTriggers).Prepend(Refuse);
    }

    private const string Refuse = """
        CREATE OR REPLACE FUNCTION concentric_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'rows of % are written once and never changed', TG_TABLE_NAME; END $$;
        """;

    private static bool IsAppendOnly(IReadOnlyEntityType entity) => Marked<AppendOnlyAttribute>.Is(entity.ClrType);

    private static string SqliteTriggers(string table) =>
        string.Concat(
            new[] { "update", "delete" }.Select(act =>
                $"""
                    CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act.ToUpperInvariant()} ON {table}
                    BEGIN SELECT RAISE(ABORT, 'rows of {table} are written once and never changed'); END;

                    """
            )
        );

    private static string PostgresTriggers(string table) =>
        $"""
            CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION concentric_append_only();
            CREATE OR REPLACE TRIGGER append_only_whole BEFORE TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION concentric_append_only();
            """;
}
