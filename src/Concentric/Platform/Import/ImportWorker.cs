using System.Threading.Channels;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Import;

/// <summary>Checks and imports one after the other behind the pages, so that a page answers at once.</summary>
public sealed partial class ImportWorker<TRun>(
    IServiceProvider services,
    ImportProgress progress,
    TimeProvider time,
    ILogger<ImportWorker<TRun>> log
) : BackgroundService
    where TRun : TableImport
{
    private static readonly string Act = "import " + typeof(TRun).Name;
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
        await using var scope = services.CreateCommitteeScope(committee, Act);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.Set<TRun>().SingleAsync(row => row.Id == runId, cancellation);
        await ActAsAsync(scope.ServiceProvider, run, cancellation);
        var importing = scope.ServiceProvider.GetRequiredService<TableImporting<TRun>>();
        if (run.State == ImportState.Checking)
            await importing.CheckAsync(run, cancellation);
        else if (run.State == ImportState.Importing)
            await importing.WriteAsync(run, cancellation);
    }

    private async Task TellFailureAsync(Committee committee, Guid runId, CancellationToken cancellation)
    {
        await using var scope = services.CreateCommitteeScope(committee, Act);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var run = await db.Set<TRun>().SingleAsync(row => row.Id == runId, cancellation);
        run.Fail("ImportFailed", time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The trail names who started it.</summary>
    private static async Task ActAsAsync(IServiceProvider services, TRun run, CancellationToken cancellation)
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

/// <summary>Registers imports.</summary>
public static class ImportServices
{
    /// <summary>What every import shares; once in the platform.</summary>
    internal static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportProgress>();
        services.AddScoped<ImportFiles>();
        services.AddScoped<ImportDesk>();
    }

    /// <summary>One sort of list that a module takes.</summary>
    public static void AddImport<TRun, TImporting>(this IServiceCollection services)
        where TRun : TableImport
        where TImporting : TableImporting<TRun>
    {
        services.AddSingleton<ImportWorker<TRun>>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker<TRun>>());
        services.AddScoped<TImporting>();
        services.AddScoped<TableImporting<TRun>>(provider => provider.GetRequiredService<TImporting>());
    }
}
