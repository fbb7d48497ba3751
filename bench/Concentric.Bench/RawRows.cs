using System.Data.Common;
using System.Security.Cryptography;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Concentric.Bench;

/// <summary>
/// The rows that the product wrote for one record, inserted again and again under new keys by prepared statements, all of them in one
/// transaction a record: the least that a program could do.
/// </summary>
internal sealed class RawRows : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly List<RawRow> rows = [];
    private long number;

    private RawRows(DbConnection connection) => this.connection = connection;

    /// <param name="tables">Each with the column that names the record; its newest row is the pattern.</param>
    internal static async Task<RawRows> OpenAsync(
        BenchInstallation installation,
        Committee committee,
        params (string Table, string RecordColumn)[] tables
    )
    {
        var isSqlite = installation.Address.Engine == DatabaseEngine.Sqlite;
        DbConnection opened = isSqlite
            ? new SqliteConnection(installation.Address.ConnectionString)
            : new NpgsqlConnection(installation.Address.ConnectionString);
        await opened.OpenAsync();
        var raw = new RawRows(opened);
        await using (var set = opened.CreateCommand())
        {
            set.CommandText = isSqlite
                ? "PRAGMA synchronous = FULL"
                : $"SELECT set_config('concentric.committee', '{committee.Id}', false)";
            await set.ExecuteNonQueryAsync();
        }

        foreach (var (table, recordColumn) in tables)
            raw.rows.Add(await RawRow.ReadAsync(opened, table, recordColumn));
        // Far behind what the product counts, so that neither takes the other's numbers.
        raw.number = 1_000_000_000;
        return raw;
    }

    internal async Task InsertAsync()
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var record = Guid.CreateVersion7();
        number++;
        foreach (var row in rows)
            await row.InsertAsync(transaction, record, number);
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var row in rows)
            await row.DisposeAsync();
        await connection.DisposeAsync();
    }

    private sealed class RawRow(DbCommand insert, List<string> columns, List<object> values, string recordColumn)
        : IAsyncDisposable
    {
        internal static async Task<RawRow> ReadAsync(DbConnection connection, string table, string recordColumn)
        {
            await using var read = connection.CreateCommand();
            read.CommandText = $"SELECT * FROM {table} ORDER BY id DESC LIMIT 1";
            await using var reader = await read.ExecuteReaderAsync();
            if (!await reader.ReadAsync())
                throw new InvalidOperationException($"{table} has no row to go by.");
            var all = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            // What the database makes by itself is not written.
            var columns = all.Where(column => column != "terms").ToList();
            var values = columns.ConvertAll(column => reader.GetValue(all.IndexOf(column)));
            await reader.CloseAsync();
            var insert = connection.CreateCommand();
            insert.CommandText =
                $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, place) => "@p" + place))})";
            foreach (var (place, value) in values.Index())
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = "@p" + place;
                parameter.Value = value;
                insert.Parameters.Add(parameter);
            }

            await insert.PrepareAsync();
            return new RawRow(insert, columns, values, recordColumn);
        }

        internal async Task InsertAsync(DbTransaction transaction, Guid record, long number)
        {
            Set("id", Guid.CreateVersion7());
            Set(recordColumn, record);
            SetNumber("index", number);
            SetNumber("number", number);
            if (columns.IndexOf("tracking_digest") is >= 0 and var digest)
                insert.Parameters[digest].Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            insert.Transaction = transaction;
            await insert.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => insert.DisposeAsync();

        private void Set(string column, Guid id)
        {
            var at = columns.IndexOf(column);
            insert.Parameters[at].Value = values[at] is string ? id.ToString().ToUpperInvariant() : id;
        }

        private void SetNumber(string column, long number)
        {
            if (columns.IndexOf(column) is >= 0 and var at && values[at] is long)
                insert.Parameters[at].Value = number;
        }
    }
}
