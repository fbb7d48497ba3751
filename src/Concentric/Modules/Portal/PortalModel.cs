using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Modules.Portal;

/// <summary>Tables of the module.</summary>
internal static class PortalModel
{
    private const int LongestActorName = 200;

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Column>(MapColumn);
        model.Entity<Article>(MapArticle);
        MapPartsOfArticle(model);
        PublicFace.Map(model);
    }

    private static void MapColumn(EntityTypeBuilder<Column> column)
    {
        column.ToTable("portal_columns");
        column.Property(row => row.Slug).HasMaxLength(Column.LongestSlug);
        column.Property(row => row.Title).HasMaxLength(Column.LongestTitle);
        column.Property(row => row.TitleEn).HasMaxLength(Column.LongestTitle * 2);
        column.HasIndex(row => new { row.CommitteeId, row.Slug }).IsUnique();
        column.BelongsTo<Column, Column>(nameof(Column.ParentId));
    }

    private static void MapArticle(EntityTypeBuilder<Article> article)
    {
        article.ToTable("portal_articles");
        article.Property(row => row.Title).HasMaxLength(ArticleDetails.LongestTitle);
        article.Property(row => row.Subtitle).HasMaxLength(ArticleDetails.LongestTitle);
        article.Property(row => row.Summary).HasMaxLength(ArticleDetails.LongestSummary);
        article.Property(row => row.Source).HasMaxLength(ArticleDetails.LongestName);
        article.Property(row => row.Author).HasMaxLength(ArticleDetails.LongestName);
        article.Property(row => row.Collector).HasMaxLength(ArticleDetails.LongestName);
        article.Property(row => row.Editor).HasMaxLength(ArticleDetails.LongestName);
        article.Property(row => row.DraftedByName).HasMaxLength(LongestActorName);
        article.Property(row => row.WithdrawReason).HasMaxLength(ArticleStep.LongestWords);
        article.Property(row => row.LastReturnReason).HasMaxLength(ArticleStep.LongestWords);
        article.Ignore(row => row.Round);
        article.BelongsTo<Article, Column>(nameof(Article.ColumnId));
        article.HasIndex(row => new
        {
            row.CommitteeId,
            row.ColumnId,
            row.State,
            row.PublishedAt,
        });
        article.HasIndex(row => new
        {
            row.CommitteeId,
            row.State,
            row.PublishedAt,
        });
        // Few articles wait for their time, and the job asks for them every minute.
        article.HasIndex(row => new { row.CommitteeId, row.PublishAt }).HasFilter("publish_at IS NOT NULL");
        article.HasIndex(row => new { row.CommitteeId, row.ChangedAt });
    }

    private static void MapPartsOfArticle(ModelBuilder model)
    {
        model.Entity<ArticleRevision>(revision =>
        {
            revision.ToTable("portal_article_revisions");
            revision.Property(row => row.Title).HasMaxLength(ArticleDetails.LongestTitle);
            revision.Property(row => row.SavedByName).HasMaxLength(LongestActorName);
            revision.Property(row => row.Note).HasMaxLength(ArticleStep.LongestWords);
            OfArticle(revision, article => article.Revisions);
            revision
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.ArticleId,
                    row.Number,
                })
                .IsUnique();
        });
        model.Entity<ArticleStep>(step =>
        {
            Step.Map(step, "portal_article_steps", ArticleStep.LongestWords);
            OfArticle(step, article => article.Steps);
        });
        model.Entity<ArticleAttachment>(attachment =>
        {
            attachment.ToTable("portal_article_attachments");
            attachment.Property(row => row.Title).HasMaxLength(ArticleAttachment.LongestTitle);
            OfArticle(attachment, article => article.Attachments);
        });
    }

    private static void OfArticle<T>(
        EntityTypeBuilder<T> part,
        System.Linq.Expressions.Expression<Func<Article, IEnumerable<T>?>> parts
    )
        where T : CommitteeEntity =>
        part.HasOne<Article>()
            .WithMany(parts)
            .HasForeignKey(nameof(CommitteeEntity.CommitteeId), "ArticleId")
            .OnDelete(DeleteBehavior.Cascade);
}
