using Concentric.Platform.Identity;
using Concentric.Platform.Jobs;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Concentric.Platform.Data;

/// <summary>Registers the database that the address names, and what it needs.</summary>
internal static class DatabaseServices
{
    internal static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton<WriteGate>();
        services.AddScoped<CurrentCommittee>();
        services.AddScoped<AppDbServices>();
        services.AddScoped<CommitteeInSession>();
        services.AddSingleton<PublicChanges>();
        services.AddScoped<PublicChangeWatch>();
        services.AddSingleton<CommitteeDirectory>();
        services.AddSingleton<CommitteeFounding>();
        services.AddSingleton<Work.FirstSteps>();
        services.AddScoped<Ledger.Ledger>();
        services.AddScoped<Ledger.LedgerVerification>();
        services.AddScoped<Audit.AuditTrail>();
        services.AddScoped<PersonalData.PersonalDataSeal>();
        services.AddScoped<Messages.Messages>();
        services.AddScoped<Messages.Inbox>();
        services.AddScoped<Messages.MailServer>();
        services.AddCommitteeJob<Messages.Mailing>();
        services.AddCommitteeJob<Messages.InvitationMailing>();
        services.AddScoped<DatabaseMigration>();
        services.AddTextSearch(address.Engine);
        services.AddSingleton(Files.FilesFolder.FromEnvironment());
        services.AddScoped<Files.FileStore>();
        if (address.Engine == DatabaseEngine.Sqlite)
            services.AddSqlite(address);
        else
            services.AddPostgres(address);
        services.AddDataProtection().SetApplicationName("concentric");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new ProtectionKeyRepository(provider.GetRequiredService<IServiceScopeFactory>())
        ));
        return services;
    }

    // What all units of work share is put together once; each adds its own interceptors.
    private static void AddSqlite(this IServiceCollection services, DatabaseAddress address)
    {
        var shared = SqliteOptions(address);
        services.AddScoped<AppDb>(provider => new SqliteDb(
            new DbContextOptionsBuilder<SqliteDb>(shared)
                .UseApplicationServiceProvider(provider)
                .AddInterceptors(provider.GetRequiredService<PublicChangeWatch>())
                .Options,
            provider.GetRequiredService<AppDbServices>()
        ));
    }

    private static void AddPostgres(this IServiceCollection services, DatabaseAddress address)
    {
        var shared = PostgresOptions(address);
        services.AddScoped<AppDb>(provider => new PostgresDb(
            new DbContextOptionsBuilder<PostgresDb>(shared)
                .UseApplicationServiceProvider(provider)
                .AddInterceptors(
                    provider.GetRequiredService<CommitteeInSession>(),
                    provider.GetRequiredService<PublicChangeWatch>()
                )
                .Options,
            provider.GetRequiredService<AppDbServices>()
        ));
    }

    /// <summary>The database by itself, bound to no committee: for its schema.</summary>
    internal static AppDb Open(DatabaseAddress address)
    {
        var services = new AppDbServices(
            new CurrentCommittee(),
            new CurrentActor(),
            House.Modules,
            TimeProvider.System,
            new WriteGate(),
            new PublicChangeWatch(new PublicChanges(), [])
        );
        return address.Engine == DatabaseEngine.Sqlite
            ? new SqliteDb(SqliteOptions(address), services)
            : new PostgresDb(PostgresOptions(address), services);
    }

    private static DbContextOptions<SqliteDb> SqliteOptions(DatabaseAddress address) =>
        new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite(address.ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(SqlitePragmas.Instance)
            .Options;

    private static DbContextOptions<PostgresDb> PostgresOptions(DatabaseAddress address) =>
        new DbContextOptionsBuilder<PostgresDb>()
            .UseNpgsql(address.ConnectionString, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .UseSnakeCaseNamingConvention()
            .Options;
}
