using Concentric.Modules.Portal;
using Concentric.Modules.Portal.Search;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Portal;

/// <summary>A committee with columns, and articles that went through their three reviews.</summary>
internal sealed class PublicWorld(Installation installation, TestCommittee committee)
{
    private static readonly string[] Reviewers = ["一审", "二审", "三审"];

    internal TestCommittee Committee { get; } = committee;

    internal Guid News { get; private set; }
    internal Guid Notices { get; private set; }
    internal Guid Party { get; private set; }

    internal static async Task<PublicWorld> CreateAsync(Installation installation)
    {
        var world = new PublicWorld(installation, await TestCommittee.CreateAsync(installation));
        world.News = await world.AddColumnAsync("news", "要闻", ColumnKind.News, null, 1);
        world.Notices = await world.AddColumnAsync("notices", "通知公告", ColumnKind.News, world.News, 2);
        world.Party = await world.AddColumnAsync("party", "党建+", ColumnKind.Party, null, 3);
        return world;
    }

    /// <summary>A published article; the clock moves on by a minute so that the next one is newer.</summary>
    internal async Task<Guid> PublishAsync(
        string title,
        string text = "正文。",
        Guid? column = null,
        Func<ArticleDetails, ArticleDetails>? with = null
    )
    {
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        return await Committee.DoAsync(async services =>
        {
            var details = new ArticleDetails
            {
                ColumnId = column ?? News,
                Title = title,
                Source = "测试区政协",
                Body = new CleanBody($"<p>{text}</p>", text),
            };
            var writer = Somebody("撰稿");
            var article = Article.Draft(with is null ? details : with(details), writer);
            article.Submit(writer);
            foreach (var reviewer in Reviewers)
                article.PassReview(Somebody(reviewer));
            article.Publish(Somebody("总编"));
            var db = services.GetRequiredService<AppDb>();
            db.Add(article);
            await services.GetRequiredService<ArticleIndex>().KeepAsync(article);
            await db.SaveChangesAsync();
            return article.Id;
        });
    }

    /// <summary>Does something to an article by its own verb, in one save.</summary>
    internal Task ChangeAsync(Guid id, Action<Article, Doer> change) =>
        Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var article = await db.Set<Article>()
                .Include(row => row.Steps)
                .Include(row => row.Revisions)
                .SingleAsync(row => row.Id == id);
            change(article, Somebody("总编"));
            await services.GetRequiredService<ArticleIndex>().KeepAsync(article);
            await db.SaveChangesAsync();
        });

    private Doer Somebody(string name) => new(Guid.CreateVersion7(), name, installation.Clock.GetUtcNow());

    private Task<Guid> AddColumnAsync(string slug, string title, ColumnKind kind, Guid? parentId, int order) =>
        Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var parent = parentId is { } id ? await db.Set<Column>().SingleAsync(row => row.Id == id) : null;
            var column = Column.Create(
                new ColumnDetails
                {
                    Slug = slug,
                    Title = title,
                    Kind = kind,
                },
                parent,
                order
            );
            db.Add(column);
            await db.SaveChangesAsync();
            return column.Id;
        });
}
