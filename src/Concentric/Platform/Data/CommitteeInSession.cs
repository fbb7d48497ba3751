using System.Data.Common;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Concentric.Platform.Data;

/// <summary>
/// Tells PostgreSQL's row-level security which committee a statement works for, for its own transaction only, so that
/// nothing leaks through a connection pool. Inside a transaction it is told once; a single read carries it along, which
/// costs no round trip. Without a committee nothing is told and the policies show no row.
/// </summary>
public sealed class CommitteeInSession(CurrentCommittee committee) : DbCommandInterceptor, IDbTransactionInterceptor
{
    // The id is a Guid that we format ourselves: nothing of a request's text reaches the statement.
    private string Setting => $"SELECT set_config('concentric.committee', '{committee.Id}', true);\n";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (MustTell(command))
            command.CommandText = Setting + command.CommandText;
        return await base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        if (MustTell(command))
            command.CommandText = Setting + command.CommandText;
        return base.ReaderExecuting(command, eventData, result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (WasTold(command))
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (WasTold(command))
            result.NextResult();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (MustTell(command))
            command.CommandText = Setting + command.CommandText;
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        if (committee.IsSet)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = result;
            command.CommandText = Setting;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    private bool MustTell(DbCommand command) => committee.IsSet && command.Transaction is null;

    private static bool WasTold(DbCommand command) =>
        command.CommandText.StartsWith("SELECT set_config('concentric.committee'", StringComparison.Ordinal);
}
