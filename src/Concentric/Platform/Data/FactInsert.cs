using System.Data.Common;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concentric.Platform.Data;

/// <summary>
/// Writes the facts of one save into their table, by the model's own mapping: a confirmation records one for every member who came, and
/// row by row the general way costs twice as much.
/// </summary>
internal static class FactInsert
{
    private const string Annotation = "Concentric:FactInsert";

    /// <summary>Within the present transaction.</summary>
    /// <exception cref="DbUpdateException">The database refused a row, as a save would say it.</exception>
    internal static async Task RunAsync(AppDb db, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        if (facts.Count == 0)
            return;
        var row = db.Model.GetOrAddRuntimeAnnotationValue<Row, IModel>(Annotation, model => Row.Of(model!), db.Model);
        var connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        try
        {
            if (connection.CanCreateBatch)
                await InOneTripAsync(connection, transaction, row, facts, cancellation);
            else
                await OneByOneAsync(connection, transaction, row, facts, cancellation);
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("The facts of this save were refused.", refused);
        }
    }

    private static async Task InOneTripAsync(
        DbConnection connection,
        DbTransaction transaction,
        Row row,
        IReadOnlyList<Fact> facts,
        CancellationToken cancellation
    )
    {
        await using var batch = connection.CreateBatch();
        await using var maker = connection.CreateCommand();
        batch.Transaction = transaction;
        foreach (var fact in facts)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = row.Sql;
            row.Bind(fact, maker, command.Parameters);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The command keeps its prepared statement from row to row.</summary>
    private static async Task OneByOneAsync(
        DbConnection connection,
        DbTransaction transaction,
        Row row,
        IReadOnlyList<Fact> facts,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = row.Sql;
        foreach (var fact in facts)
        {
            command.Parameters.Clear();
            row.Bind(fact, command, command.Parameters);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private sealed record Column(string Name, IClrPropertyGetter Getter, RelationalTypeMapping Mapping, bool Nullable);

    /// <summary>The statement and the columns of the table, read from the model once.</summary>
    private sealed record Row(string Sql, IReadOnlyList<Column> Columns)
    {
        internal static Row Of(IModel model)
        {
            var entity = model.FindEntityType(typeof(Fact))!;
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            List<Column> columns =
            [
                .. entity
                    .GetProperties()
                    .Select(property => new Column(
                        property.GetColumnName(table)!,
                        property.GetGetter(),
                        property.GetRelationalTypeMapping(),
                        property.IsNullable
                    )),
            ];
            var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
            var values = string.Join(", ", columns.Select(column => $"@{column.Name}"));
            return new Row($"INSERT INTO {table.Name} ({names}) VALUES ({values})", columns);
        }

        internal void Bind(Fact fact, DbCommand maker, DbParameterCollection parameters)
        {
            foreach (var column in Columns)
                parameters.Add(
                    column.Mapping.CreateParameter(maker, column.Name, column.Getter.GetClrValue(fact), column.Nullable)
                );
        }
    }
}
