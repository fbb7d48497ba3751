using Concentric.BrowserTests.World;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Concentric.BrowserTests.World;

/// <summary>The product with its demo world on a real port, and a real Chromium to look at it with; once per run.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("concentric-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; private set; } = "";

    public string Password { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var database = DatabaseAddress.Parse($"sqlite:{Path.Combine(folder, "demo.db")}");
        await BuildWorldAsync(database);
        app = WebHost.Build(
            database,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
            }
        );
        await app.StartAsync();
        Address = app.Urls.First();
        Password = DemoBuilder.ReadPlan(new DataFolder()).Password;
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Switches });
    }

    /// <summary>A reader with a clean browser; <paramref name="account"/> signs in to the committee.</summary>
    public async Task<Reader> OpenAsync(
        string? account = null,
        int width = 1440,
        string language = "zh-CN",
        string committee = "suzhou"
    )
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            }
        );
        await context.AddCookiesAsync([
            new()
            {
                Name = Language.CookieName,
                Value = language,
                Url = Address,
            },
        ]);
        context.SetDefaultTimeout(10_000);
        var reader = new Reader(await context.NewPageAsync(), $"{Address}/{committee}");
        if (account is not null)
            await reader.SignInAsync(account, Password);
        return reader;
    }

    /// <summary>Looks into a committee's rows behind the pages.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read, string committee = "suzhou")
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CommitteeDirectory>().FindAsync(committee);
        scope.ServiceProvider.GetRequiredService<CurrentCommittee>().Set(found!);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task BuildWorldAsync(DatabaseAddress database)
    {
        var clock = new DemoClock();
        await using var maker = WebHost.Build(
            database,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(clock);
                builder.Services.AddSingleton<DemoBuilder>();
            }
        );
        await using (var scope = maker.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync();
        await maker.Services.GetRequiredService<DemoBuilder>().BuildAsync(CancellationToken.None);
    }
}
