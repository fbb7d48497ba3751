using System.Data.Common;
using System.Globalization;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>Other committees on the same installation, each with the same rows as the one that is measured.</summary>
internal static class Neighbours
{
    /// <param name="tables">Those whose rows are copied, each after those that it points to.</param>
    internal static async Task AddAsync(BenchInstallation installation, Committee from, int count, IReadOnlyList<string> tables)
    {
        var others = new List<Committee>();
        for (var number = 1; number <= count; number++)
            others.Add(await installation.AddCommitteeAsync("other" + number.ToString(CultureInfo.InvariantCulture)));
        await using var scope = installation.App.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        await database.OpenConnectionAsync();
        var connection = database.GetDbConnection();
        foreach (var table in tables)
            await CopyAsync(connection, installation.Address.Engine, table, from, others);
        // What the upkeep of a database would have learnt of them.
        await ExecuteAsync(connection, "ANALYZE");
    }

    private static async Task CopyAsync(
        DbConnection connection,
        DatabaseEngine engine,
        string table,
        Committee from,
        List<Committee> others
    )
    {
        var isSqlite = engine == DatabaseEngine.Sqlite;
        if (!isSqlite)
            await ActForAsync(connection, from);
        await ExecuteAsync(connection, "DROP TABLE IF EXISTS copied");
        await ExecuteAsync(connection, $"CREATE TEMPORARY TABLE copied AS SELECT * FROM {table}");
        var columns = await ColumnsAsync(connection);
        var kept = string.Join(", ", columns.Where(column => column != "committee_id").Select(column => $"\"{column}\""));
        foreach (var other in others)
        {
            if (!isSqlite)
                await ActForAsync(connection, other);
            var id = isSqlite ? $"'{other.Id.ToString().ToUpperInvariant()}'" : $"CAST('{other.Id}' AS uuid)";
            await ExecuteAsync(connection, $"INSERT INTO {table} (committee_id, {kept}) SELECT {id}, {kept} FROM copied");
        }
    }

    private static Task ActForAsync(DbConnection connection, Committee committee) =>
        ExecuteAsync(connection, $"SELECT set_config('concentric.committee', '{committee.Id}', false)");

    private static async Task<List<string>> ColumnsAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM copied LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
