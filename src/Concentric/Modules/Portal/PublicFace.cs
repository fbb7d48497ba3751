using Concentric.Modules.Portal.Corrections;
using Concentric.Modules.Portal.Feeds;
using Concentric.Modules.Portal.Reading;
using Concentric.Modules.Portal.Search;
using Concentric.Modules.Portal.Views;
using Concentric.Platform.Data;
using Concentric.Platform.Web.Layouts;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>What the public reads: services and tables of the pages, the feeds, the readings and the suggested corrections.</summary>
internal static class PublicFace
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Shelves>();
        services.AddScoped<PortalShelf>();
        services.AddScoped<ArticleReading>();
        services.AddScoped<ArticleIndex>();
        services.AddScoped<FeedContent>();
        services.AddScoped<INavigationSource, ColumnsInMenu>();
        services.AddSingleton<ViewCounter>();
        services.AddHostedService<ViewKeeping>();
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<ArticleView>(view =>
        {
            view.ToTable("portal_article_views");
            view.BelongsTo<ArticleView, Article>(nameof(ArticleView.ArticleId), DeleteBehavior.Cascade);
            view.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.ArticleId,
                    row.Day,
                })
                .IsUnique();
            view.HasIndex(row => new { row.CommitteeId, row.Day });
        });
        model.Entity<ArticleCorrection>(correction =>
        {
            correction.ToTable("portal_article_corrections");
            correction.Property(row => row.Text).HasMaxLength(ArticleCorrection.LongestText);
            correction.Property(row => row.Contact).HasMaxLength(ArticleCorrection.LongestContact);
            correction.Property(row => row.Answer).HasMaxLength(ArticleCorrection.LongestAnswer);
            correction.Property(row => row.AnsweredBy).HasMaxLength(200);
            correction.BelongsTo<ArticleCorrection, Article>(nameof(ArticleCorrection.ArticleId), DeleteBehavior.Cascade);
            correction.HasIndex(row => new { row.CommitteeId, row.SentAt });
        });
    }
}
