using System.Data.Common;
using System.Diagnostics;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Facts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Concentric.Bench;

/// <summary>
/// Facts per second through the product's own verb, as many in a save as the confirmation of a theory study records, beside raw
/// inserts of the same rows in transactions of the same size.
/// </summary>
internal static class FactsBench
{
    private const int Facts = 8000;

    /// <summary>学习举办 once, and 参加学习 for the seven of a theory study centre group.</summary>
    private const int FactsInSave = 8;
    private const int Rounds = 5;

    internal static async Task RunAsync(Results results, string engine, string? server)
    {
        await using var installation = await BenchInstallation.CreateAsync(server);
        var committee = await installation.AddCommitteeAsync("bench");
        // Long enough that what is measured runs as it would on a server's second day, not while it is still being compiled.
        await RecordAsync(installation, committee, Facts * 2, FactsInSave);
        await InsertRawAsync(installation, committee, Facts);
        var product = new List<double>();
        var raw = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            product.Add(await PerSecondAsync(() => RecordAsync(installation, committee, Facts, FactsInSave)));
            raw.Add(await PerSecondAsync(() => InsertRawAsync(installation, committee, Facts)));
        }

        var (own, plain) = (Median(product), Median(raw));
        results.Add(
            $"facts per second, {FactsInSave} in a save, {engine}, one caller",
            "raw ADO.NET inserts of the same rows, as many in a transaction",
            own / plain,
            Limit.Least(server is null ? 0.35 : 0.6),
            $"{own:0} : {plain:0} facts/s"
        );
        if (server is null)
            await MeasureCallersAsync(results, installation, committee);
    }

    private static async Task MeasureCallersAsync(Results results, BenchInstallation installation, Committee committee)
    {
        var times = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => TimeEachAsync(installation, committee, 200)))
        );
        var sorted = times.SelectMany(caller => caller).Order().ToList();
        var (median, slowest) = (sorted[sorted.Count / 2], sorted[^1]);
        results.Add(
            "slowest write, SQLite, 16 callers",
            "the median write",
            slowest / median,
            Limit.Most(25),
            $"{slowest:0.0} ms : {median:0.0} ms, {sorted.Count} writes"
        );
    }

    private static async Task<List<double>> TimeEachAsync(BenchInstallation installation, Committee committee, int count)
    {
        var times = new List<double>();
        for (var number = 0; number < count; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await RecordAsync(installation, committee, 1, inSave: 1);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static async Task<double> PerSecondAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Facts / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task RecordAsync(BenchInstallation installation, Committee committee, int count, int inSave)
    {
        for (var number = 0; number < count; number += inSave)
        {
            await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
            var ledger = scope.ServiceProvider.GetRequiredService<Ledger>();
            for (var fact = 0; fact < inSave; fact++)
                ledger.Record(NewFact());
            await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        }
    }

    private static NewFact NewFact() =>
        new()
        {
            Kind = "study.session-held",
            Category = "staff-collective-study",
            OccurredOn = new DateOnly(2023, 5, 10),
            Unit = UnitOfCount.Times,
            SourceType = "meetings.meeting",
            SourceId = Guid.CreateVersion7(),
        };

    /// <summary>The columns of one fact as the product wrote it, inserted again and again under new keys.</summary>
    private static async Task InsertRawAsync(BenchInstallation installation, Committee committee, int count)
    {
        await using DbConnection connection =
            installation.Address.Engine == DatabaseEngine.Sqlite
                ? new SqliteConnection(installation.Address.ConnectionString)
                : new NpgsqlConnection(installation.Address.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(
            connection,
            installation.Address.Engine == DatabaseEngine.Sqlite
                ? "PRAGMA synchronous = FULL"
                : $"SELECT set_config('concentric.committee', '{committee.Id}', false)"
        );
        var (columns, values) = await ReadOneAsync(connection);
        var next = Convert.ToInt64(
            await ScalarAsync(
                connection,
                "SELECT max(index) FROM platform_facts".Replace("index", "\"index\"", StringComparison.Ordinal)
            )
        );
        await using var insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO platform_facts ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, place) => "@p" + place))})";
        for (var place = 0; place < columns.Count; place++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = "@p" + place;
            parameter.Value = values[place];
            insert.Parameters.Add(parameter);
        }

        await insert.PrepareAsync();
        for (var number = 0; number < count; number += FactsInSave)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            insert.Transaction = transaction;
            for (var fact = 0; fact < FactsInSave; fact++)
            {
                SetKeys(insert, columns, values, ++next);
                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        await ExecuteAsync(connection, $"UPDATE platform_ledger_heads SET size = {next + 1}");
    }

    private static void SetKeys(DbCommand insert, List<string> columns, List<object> values, long index)
    {
        foreach (var column in new[] { "id", "source_id" })
        {
            var id = Guid.CreateVersion7();
            insert.Parameters[columns.IndexOf(column)].Value =
                values[columns.IndexOf(column)] is string ? id.ToString().ToUpperInvariant() : id;
        }

        insert.Parameters[columns.IndexOf("index")].Value = index;
    }

    private static async Task<(List<string> Columns, List<object> Values)> ReadOneAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM platform_facts LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList(),
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).ToList()
        );
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
