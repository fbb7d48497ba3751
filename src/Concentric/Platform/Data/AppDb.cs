using Concentric.Platform.Audit;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Data;

/// <summary>
/// The database. One save is one transaction: it stamps the committee, raises versions, writes the audit entry and
/// gives pending facts their dense index. Two thin subclasses hold what differs between the engines.
/// </summary>
public abstract class AppDb(DbContextOptions options, AppDbServices services) : DbContext(options)
{
    /// <summary>The name of the query filter that binds every query to the committee.</summary>
    public const string CommitteeFilter = "Committee";

    public DbSet<Committee> Committees => Set<Committee>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>The committee that every query and every new row is bound to; empty (nothing is found) when none is set.</summary>
    public Guid CommitteeId => services.Committee.Id;

    /// <summary>Runs several saves as one transaction: all or nothing.</summary>
    public async Task InOneTransactionAsync(Func<Task> work, CancellationToken cancellation = default)
    {
        using var turn = await EnterWriteGateAsync(cancellation);
        Database.AutoSavepointsEnabled = false;
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        await work();
        await transaction.CommitAsync(cancellation);
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody changed a row since it was read.</exception>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges())
            return 0;
        if (Database.CurrentTransaction is not null)
            return await SaveInTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await EnterWriteGateAsync(cancellationToken);
        // What fails is rolled back whole, so a savepoint would be two more round trips for nothing.
        Database.AutoSavepointsEnabled = false;
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await SaveInTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saves are asynchronous: use SaveChangesAsync.");

    /// <summary>Waits for this writer's turn where the engine has only one writer.</summary>
    protected abstract Task<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation);

    private async Task<int> SaveInTransactionAsync(bool acceptAllChanges, CancellationToken cancellation)
    {
        // Looked for when something may have changed; by itself the tracker would look through every row at each question.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            AppendOnly.Guard(ChangeTracker);
            CommitteeStamp.Apply(ChangeTracker, CommitteeId);
            ChangeTracker.DetectChanges();
            var facts = await PendingFacts.TakePlacesAsync(this, cancellation);
            AuditTrail.Describe(this, services.Actor, services.Time);
            services.Watch.Look(ChangeTracker);
            // They are written beside the tracker, and never change: it has nothing more to do with them.
            foreach (var fact in facts)
                Entry(fact).State = EntityState.Detached;
            var saved = await base.SaveChangesAsync(acceptAllChanges, cancellation);
            await FactInsert.RunAsync(this, facts, cancellation);
            return saved + facts.Count;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformModel.Map(modelBuilder);
        foreach (var module in services.Modules.All)
            module.MapModel(modelBuilder);
        CommitteeModel.Apply(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
}

/// <summary>What the database needs from the request or job that uses it.</summary>
public sealed record AppDbServices(
    CurrentCommittee Committee,
    CurrentActor Actor,
    ModuleCatalog Modules,
    TimeProvider Time,
    WriteGate Gate,
    PublicChangeWatch Watch
);
