using System.Threading.Channels;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>Checks and imports one after the other behind the pages, so that a page answers at once.</summary>
public sealed partial class ImportWorker(
    IServiceProvider services,
    ImportProgress progress,
    TimeProvider time,
    ILogger<ImportWorker> log
) : BackgroundService
{
    private readonly Channel<(Committee Committee, Guid RunId)> waiting = Channel.CreateUnbounded<(Committee, Guid)>();

    /// <summary>Takes up a run whose state says what is to be done.</summary>
    public void Enqueue(Committee committee, Guid runId) => waiting.Writer.TryWrite((committee, runId));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (committee, runId) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WorkAsync(committee, runId, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever went wrong with one list, the next one is taken up.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(failure, runId);
                await TellFailureAsync(committee, runId, stoppingToken);
            }

            progress.Forget(runId);
        }
    }

    private async Task WorkAsync(Committee committee, Guid runId, CancellationToken cancellation)
    {
        await using var scope = services.CreateCommitteeScope(committee, "members.import");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.Set<ImportRun>().SingleAsync(row => row.Id == runId, cancellation);
        await ActAsAsync(scope.ServiceProvider, run, cancellation);
        var import = scope.ServiceProvider.GetRequiredService<MemberImport>();
        if (run.State == ImportState.Checking)
            await import.CheckAsync(run, cancellation);
        else if (run.State == ImportState.Importing)
            await import.WriteAsync(run, cancellation);
    }

    private async Task TellFailureAsync(Committee committee, Guid runId, CancellationToken cancellation)
    {
        await using var scope = services.CreateCommitteeScope(committee, "members.import");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.Set<ImportRun>().SingleAsync(row => row.Id == runId, cancellation);
        run.Fail("ImportFailed", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The trail names who started it.</summary>
    private static async Task ActAsAsync(IServiceProvider services, ImportRun run, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        var account = await db
            .Accounts.AsNoTracking()
            .Include(row => row.Roles)
            .SingleOrDefaultAsync(row => row.Id == run.AccountId, cancellation);
        if (account is null)
            return;
        var granted = services.GetRequiredService<RoleCatalog>().PermissionsOf(account.Roles.Select(role => role.Role));
        services.GetRequiredService<CurrentActor>().SignIn(account, granted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {RunId} failed; nothing of it was stored.")]
    private partial void LogFailure(Exception failure, Guid runId);
}
