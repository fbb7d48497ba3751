using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Concentric.Bench;

/// <summary>The product on an empty database of its own, on the embedded engine or on the server named.</summary>
internal sealed class BenchInstallation : IAsyncDisposable
{
    private readonly string name = $"concentric_bench_{Guid.CreateVersion7():N}";
    private readonly string? server;

    private BenchInstallation(string? server) => this.server = server;

    internal WebApplication App { get; private set; } = null!;

    internal DatabaseAddress Address { get; private set; } = null!;

    internal static async Task<BenchInstallation> CreateAsync(string? server, Action<WebApplicationBuilder>? configure = null)
    {
        var made = new BenchInstallation(server);
        if (server is not null)
            await ExecuteAsync(server, $"CREATE DATABASE {made.name}");
        made.Address = server is null
            ? DatabaseAddress.Parse($"sqlite:{made.SqlitePath}")
            : DatabaseAddress.Parse(new NpgsqlConnectionStringBuilder(server) { Database = made.name }.ConnectionString);
        made.App = WebHost.Build(
            made.Address,
            builder =>
            {
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            }
        );
        await using var scope = made.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync();
        return made;
    }

    internal async Task<Committee> AddCommitteeAsync(string slug)
    {
        var committee = new Committee
        {
            Slug = slug,
            Name = slug,
            ShortName = slug,
            EnglishName = slug,
        };
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Committees.Add(committee);
        await db.SaveChangesAsync();
        return committee;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), name + "*"))
                File.Delete(file);
        }
    }

    private string SqlitePath => Path.Combine(Path.GetTempPath(), name + ".db");

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
