using System.Collections.Concurrent;
using System.Linq.Expressions;
using Concentric.Modules.Portal.Views;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Reading;

/// <summary>Gives the committee's shelf: the kept one, or a new one after a change that the public sees.</summary>
public sealed class PortalShelf(
    IServiceProvider services,
    CurrentCommittee committee,
    PublicChanges changes,
    Shelves shelves,
    TimeProvider time
)
{
    /// <summary>Bodies of so many articles are kept beside the shelf; the next one begins anew.</summary>
    private const int MostBodies = 100;

    /// <summary>How many articles lists, related reading and hot articles look at; older ones are found by column, search and address.</summary>
    public const int MostArticles = 1000;

    /// <summary>Days whose readings are looked at; older ones have cooled to less than a hundredth.</summary>
    private const int DaysOfViews = 60;

    /// <summary>A related article is told by the beginning of a text; the rest would cost memory and say little more.</summary>
    private const int LongestCompared = 2000;

    /// <summary>Readings fade and other processes write: a shelf is made anew at least this often.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>A published article as lists show it, read from its row.</summary>
    internal static readonly Expression<Func<Article, ArticleCard>> Card = article => new ArticleCard(
        article.Id,
        article.Version,
        article.ColumnId,
        article.Title,
        article.Summary ?? article.BodyText.Substring(0, ArticleCard.LongestBeginning),
        article.Source,
        article.CoverFileId,
        article.PublishedAt!.Value,
        article.ChangedAt
    );

    public async ValueTask<Shelf> GetAsync(CancellationToken cancellation = default) => (await KeptAsync(cancellation)).Shelf;

    /// <summary>An article with its files, read once after each change; null if it is not, and was not, for the public.</summary>
    public async ValueTask<KeptArticle?> ArticleAsync(Guid id, ArticleReading articles, CancellationToken cancellation)
    {
        var kept = await KeptAsync(cancellation);
        if (kept.Articles.TryGetValue(id, out var known))
            return known;
        if (await articles.FindAsync(id, cancellation) is not { } article)
            return null;
        var read = new KeptArticle(article, await articles.FilesAsync(article, cancellation));
        if (kept.Articles.Count >= MostBodies)
            kept.Articles.Clear();
        return kept.Articles[id] = read;
    }

    /// <summary>相关阅读: the articles most like this one by their words.</summary>
    public async ValueTask<IReadOnlyList<ArticleCard>> RelatedAsync(
        Guid articleId,
        int count,
        CancellationToken cancellation = default
    )
    {
        var kept = await KeptAsync(cancellation);
        if (kept.Related.TryGetValue(articleId, out var known))
            return known;
        var likeness = kept.Likeness ?? await LikenessAsync(kept, cancellation);
        var place = likeness.Articles.FindIndex(article => article.Id == articleId);
        IReadOnlyList<ArticleCard> related =
            place < 0 ? [] : [.. likeness.Texts.Nearest(place, count).Select(near => likeness.Articles[near])];
        kept.Related[articleId] = related;
        return related;
    }

    // Most requests find everything kept and never need a database.
    private AppDb Db => services.GetRequiredService<AppDb>();

    private async ValueTask<KeptShelf> KeptAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } kept)
            return kept;
        // One request makes the shelf; the others that came meanwhile wait for it.
        using var turn = await shelves.EnterAsync(committee.Id, cancellation);
        if (Fresh() is { } made)
            return made;
        // The count is read before the rows: a save in between makes this shelf stale at once rather than wrong for long.
        var (change, now) = (changes.CountOf(committee.Id), time.GetUtcNow());
        return shelves.Keep(committee.Id, new KeptShelf(change, now, await MakeAsync(cancellation)));
    }

    private KeptShelf? Fresh()
    {
        var now = time.GetUtcNow();
        return
            shelves.Of(committee.Id) is { } kept
            && kept.Change == changes.CountOf(committee.Id)
            && now - kept.MadeAt < Kept
            && now >= kept.MadeAt
            ? kept
            : null;
    }

    private async Task<Likeness> LikenessAsync(KeptShelf kept, CancellationToken cancellation)
    {
        using var turn = await shelves.EnterAsync(committee.Id, cancellation);
        return kept.Likeness ??= await CompareAsync(kept.Shelf, cancellation);
    }

    private async Task<Shelf> MakeAsync(CancellationToken cancellation)
    {
        var columns = await Db.Set<Column>()
            .AsNoTracking()
            .Select(column => new ColumnCard(
                column.Id,
                column.Slug,
                column.Title,
                column.TitleEn,
                column.ParentId,
                column.Order,
                column.Kind,
                column.Hidden
            ))
            .ToListAsync(cancellation);
        var articles = await Db.Set<Article>()
            .AsNoTracking()
            .Where(article => article.State == ArticleState.Published && article.PublishedAt != null)
            .OrderByDescending(article => article.PublishedAt)
            .ThenByDescending(article => article.Id)
            .Take(MostArticles)
            .Select(Card)
            .ToListAsync(cancellation);
        return new Shelf(columns, articles, await HeatAsync(cancellation));
    }

    private async Task<Dictionary<Guid, double>> HeatAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        var from = today.AddDays(-DaysOfViews);
        var views = await Db.Set<ArticleView>()
            .AsNoTracking()
            .Where(view => view.Day >= from)
            .Select(view => new
            {
                view.ArticleId,
                view.Day,
                view.Count,
            })
            .ToListAsync(cancellation);
        return views
            .GroupBy(view => view.ArticleId)
            .ToDictionary(group => group.Key, group => Hotness.Of(group.Select(view => (view.Day, view.Count)), today));
    }

    private async Task<Likeness> CompareAsync(Shelf shelf, CancellationToken cancellation)
    {
        var known = shelves.TermsOf(committee.Id);
        var missing = shelf
            .Latest.Where(article => !known.ContainsKey((article.Id, article.Version)))
            .Select(card => card.Id)
            .ToList();
        var texts = await Db.Set<Article>()
            .AsNoTracking()
            .Where(article => missing.Contains(article.Id))
            .Select(article => new { article.Id, Text = article.BodyText.Substring(0, LongestCompared) })
            .ToDictionaryAsync(article => article.Id, article => article.Text, cancellation);
        var terms = shelf.Latest.ToDictionary(
            article => (article.Id, article.Version),
            article =>
                known.GetValueOrDefault((article.Id, article.Version))
                ?? TermCounts.Of(article.Title, texts.GetValueOrDefault(article.Id) ?? "")
        );
        shelves.KeepTerms(committee.Id, terms);
        return new Likeness(
            [.. shelf.Latest],
            new TextLikeness([.. shelf.Latest.Select(article => terms[(article.Id, article.Version)])])
        );
    }
}

/// <summary>The kept shelves of all committees.</summary>
public sealed class Shelves
{
    private readonly ConcurrentDictionary<Guid, KeptShelf> kept = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyDictionary<(Guid Id, int Version), TermCounts>> terms = new();

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> gates = new();

    /// <summary>Until disposed, nobody else makes something for this committee's shelf.</summary>
    internal async Task<IDisposable> EnterAsync(Guid committeeId, CancellationToken cancellation)
    {
        var gate = gates.GetOrAdd(committeeId, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    internal KeptShelf? Of(Guid committeeId) => kept.GetValueOrDefault(committeeId);

    internal KeptShelf Keep(Guid committeeId, KeptShelf shelf) => kept[committeeId] = shelf;

    internal IReadOnlyDictionary<(Guid Id, int Version), TermCounts> TermsOf(Guid committeeId) =>
        terms.GetValueOrDefault(committeeId) ?? new Dictionary<(Guid, int), TermCounts>();

    internal void KeepTerms(Guid committeeId, IReadOnlyDictionary<(Guid Id, int Version), TermCounts> counted) =>
        terms[committeeId] = counted;

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

/// <summary>A shelf with what was asked of it so far.</summary>
internal sealed record KeptShelf(long Change, DateTimeOffset MadeAt, Shelf Shelf)
{
    internal Likeness? Likeness { get; set; }

    internal ConcurrentDictionary<Guid, IReadOnlyList<ArticleCard>> Related { get; } = new();

    internal ConcurrentDictionary<Guid, KeptArticle> Articles { get; } = new();
}

/// <summary>Articles and, in the same order, the likeness of their texts.</summary>
internal sealed record Likeness(List<ArticleCard> Articles, TextLikeness Texts);
