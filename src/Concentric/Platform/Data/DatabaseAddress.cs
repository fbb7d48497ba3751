using Npgsql;

namespace Concentric.Platform.Data;

public enum DatabaseEngine
{
    Sqlite,
    Postgres,
}

/// <summary>Which database: <c>sqlite:PATH</c>, or a PostgreSQL connection string.</summary>
public sealed record DatabaseAddress(DatabaseEngine Engine, string ConnectionString)
{
    public const string Default = "sqlite:var/concentric.db";

    private const string SqlitePrefix = "sqlite:";

    /// <exception cref="FormatException">The text is neither.</exception>
    public static DatabaseAddress Parse(string text)
    {
        if (text.StartsWith(SqlitePrefix, StringComparison.OrdinalIgnoreCase))
        {
            var path = text[SqlitePrefix.Length..];
            return path.Length > 0
                ? new DatabaseAddress(
                    DatabaseEngine.Sqlite,
                    $"Data Source={path};Foreign Keys=True;Default Timeout=30;Pooling=True"
                )
                : throw new FormatException("After 'sqlite:' comes the path of the database file.");
        }

        if (text.Contains('=', StringComparison.Ordinal))
            return new DatabaseAddress(DatabaseEngine.Postgres, WithPostgresDefaults(text));
        throw new FormatException($"'{text}' is neither sqlite:PATH nor a PostgreSQL connection string (Host=…;Database=…).");
    }

    // Statements that come again are prepared by themselves. Nothing is left behind in a session (the committee is told for one
    // transaction), so that a connection need not be cleaned each time it is given back. Whoever names either keeps what he says.
    private static string WithPostgresDefaults(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder(text);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = 100;
        if (!builder.ShouldSerialize("No Reset On Close"))
            builder.NoResetOnClose = true;
        return builder.ConnectionString;
    }

    /// <summary>The folder that the embedded database's file needs, or null.</summary>
    public string? Folder =>
        Engine == DatabaseEngine.Sqlite
            ? Path.GetDirectoryName(
                Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource)
            )
            : null;
}
