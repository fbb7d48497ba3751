using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(Installation))]

namespace Concentric.Tests.World;

/// <summary>
/// The real product on a real, empty database, once per run; each test makes its own committee in it. The engine is
/// chosen by <c>CONCENTRIC_TEST_DATABASE</c>: empty for SQLite, else a PostgreSQL connection string whose role may
/// create databases.
/// </summary>
public sealed class Installation : IAsyncLifetime
{
    private readonly string name = $"concentric_test_{Guid.CreateVersion7():N}";
    private WebApplication? app;

    /// <summary>A clock that stands at 10 May 2023, 09:00 in Shanghai, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 5, 10, 1, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => app!.Services;

    public static string? PostgresServer =>
        Environment.GetEnvironmentVariable("CONCENTRIC_TEST_DATABASE") is { Length: > 0 } text ? text : null;

    public DatabaseAddress Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Address = PostgresServer is { } server
            ? await CreatePostgresAsync(server)
            : DatabaseAddress.Parse($"sqlite:{SqlitePath}");
        app = WebHost.Build(
            Address,
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(Clock);
            }
        );
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync();
        await app.StartAsync();
    }

    /// <summary>A client that keeps cookies and does not follow redirects.</summary>
    public HttpClient CreateClient() =>
        new(new CookieHandler { InnerHandler = app!.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("http://localhost"),
        };

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        if (PostgresServer is { } server)
            await DropAsync(server);
        else
            File.Delete(SqlitePath);
    }

    private string SqlitePath => Path.Combine(Path.GetTempPath(), name + ".db");

    private async Task<DatabaseAddress> CreatePostgresAsync(string server)
    {
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return DatabaseAddress.Parse(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
    }

    /// <summary>The server's own vacuum may be at work there, and only its owner may end that: it is soon done.</summary>
    private async Task DropAsync(string server)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.InsufficientPrivilege && tries < 50)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
