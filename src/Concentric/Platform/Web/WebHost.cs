using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Health;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Errors;
using Concentric.Platform.Web.Layouts;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.WebEncoders;

namespace Concentric.Platform.Web;

/// <summary>Builds the one application that serves pages, runs jobs and carries out commands.</summary>
public static class WebHost
{
    public static WebApplication Build(DatabaseAddress address, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = ContentRoot(),
                ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            }
        );
        // Scopes are checked in the tests, which resolve what people use: here each resolution would pay for it again.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = true);
        ConfigureLogging(builder.Logging);
        AddPlatform(builder.Services, address);
        foreach (var module in House.Modules.All)
            module.AddServices(builder.Services);
        builder.Services.AddSingleton(new DataCatalogs(builder.Services));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = RequestSize.Most;
        });
        configure?.Invoke(builder);
        var app = builder.Build();
        UsePlatform(app);
        return app;
    }

    /// <summary>Messages go to standard error: standard output belongs to what a command answers.</summary>
    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // What fails in the database is thrown, and logged where it is caught; a second trace would hide the first.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        // The keys lie in the database, whose backups are guarded like everything else in it.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It warns at every page with a form that such a page is kept nowhere, which is as it should be.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("Quartz", LogLevel.Warning);
    }

    private static void AddPlatform(IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(House.Modules);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<WorkingDays>();
        services.AddSingleton<FactKinds>();
        services.AddDatabase(address);
        services.AddSignIn();
        services.AddTexts();
        // Each view asks for several; the framework would make each anew and look for its resources by reflection.
        services.Replace(ServiceDescriptor.Singleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>)));
        services.AddSingleton<Words>();
        services.AddSingleton<Pinyin>();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/");
        services.AddWebShell();
        services.AddImports();
        services.AddSingleton<Doctor>();
        services.AddRateLimits();
        services.AddPublicPages();
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = RequestSize.Most);
        services.AddAntiforgery(options =>
        {
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // frame-ancestors forbids every frame; the older header would allow our own.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void UsePlatform(WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseBuiltAssets();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<RequestSize>();
        app.UseMiddleware<TenantPath>();
        app.UseHeadRequests();
        app.UseRouting();
        app.UseMiddleware<NowherePages>();
        app.UseRateLimiter();
        foreach (var module in House.Modules.All)
            module.UseBeforeCache(app);
        app.UsePublicPages();
        app.UseMiddleware<Language>();
        app.UseAuthentication();
        app.UseMiddleware<ActorOfRequest>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapPreferences();
        app.MapFiles();
        app.MapHealth();
        foreach (var module in House.Modules.All)
            module.MapEndpoints(app);
    }

    /// <summary>Beside the executable when published, in the project's folder while it is developed.</summary>
    private static string ContentRoot() => AppContext.BaseDirectory;
}
