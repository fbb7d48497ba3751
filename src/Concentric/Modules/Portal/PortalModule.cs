using Concentric.Modules.Portal.Demo;
using Concentric.Modules.Portal.Feeds;
using Concentric.Modules.Portal.Views;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Jobs;
using Concentric.Platform.Web;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>门户: columns and articles, three reviews, publishing, and what the public reads.</summary>
public sealed class PortalModule : IModule
{
    private const string Group = "Menu.Portal";

    public string Name => "portal";

    public Type Texts => typeof(PortalTexts);

    public IReadOnlyList<string> Permissions => PortalPermissions.All;

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(Face.Office, "Menu.Articles", "/office/articles", "news", PortalPermissions.Read, 60, Group),
        new(Face.Office, "Menu.Suggestions", "/office/articles/suggestions", "message-2", PortalPermissions.Read, 61, Group),
        new(Face.Office, "Menu.Columns", "/office/columns", "folder", PortalPermissions.ManageColumns, 62, Group),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ArticleDesk>();
        services.AddScoped<ColumnDesk>();
        services.AddScoped<PortalApi>();
        services.AddScoped<IWaitingWork, PortalWaiting>();
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Columns",
                "/office/columns",
                PortalPermissions.ManageColumns,
                (db, cancellation) => db.Set<Column>().AnyAsync(cancellation)
            )
        );
        services.AddScoped<IFileOwner, PortalFileOwner>();
        services.AddCommitteeJob<PublishingJob>();
        services.AddSingleton<IDemoPart, PortalDemo>();
        PublicFace.AddServices(services);
    }

    public void UseBeforeCache(IApplicationBuilder app) => app.UseMiddleware<ViewCounting>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => FeedEndpoints.Map(endpoints);

    public void MapModel(ModelBuilder model) => PortalModel.Map(model);
}

/// <summary>The module's words.</summary>
public sealed class PortalTexts;
