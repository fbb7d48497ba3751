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
            return new DatabaseAddress(DatabaseEngine.Postgres, text);
        throw new FormatException($"'{text}' is neither sqlite:PATH nor a PostgreSQL connection string (Host=…;Database=…).");
    }

    /// <summary>The folder that the embedded database's file needs, or null.</summary>
    public string? Folder =>
        Engine == DatabaseEngine.Sqlite
            ? Path.GetDirectoryName(
                Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource)
            )
            : null;
}
