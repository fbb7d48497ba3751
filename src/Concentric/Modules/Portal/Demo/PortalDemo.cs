using System.Text.Encodings.Web;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Demo;

/// <summary>The demo world's portal: the usual columns, and articles on every step of their way through the three reviews.</summary>
internal sealed class PortalDemo(DataFolder data) : IDemoPart
{
    private const string File = "demo/articles.yaml";
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    public int Order => 40;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        world.At(new DateOnly(2023, 1, 9));
        await world.DoAsync(
            "columns",
            async services =>
            {
                await services.GetRequiredService<ColumnDesk>().AddUsualAsync(cancellation);
                await services.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
            }
        );
        var plans = data.ReadYaml<ArticlePlans>(File).Committees.GetValueOrDefault(world.Committee.Slug, []);
        foreach (var plan in plans.OrderBy(plan => plan.Day, StringComparer.Ordinal))
        {
            world.At(Day(plan.Day).AddDays(-1));
            await world.DoAsync("article", services => WriteAsync(services, world, plan, cancellation));
        }
    }

    private static async Task WriteAsync(
        IServiceProvider services,
        DemoCommittee world,
        ArticlePlan plan,
        CancellationToken cancellation
    )
    {
        var db = services.GetRequiredService<AppDb>();
        var id = Ids.New();
        var column = await db.Set<Column>().SingleAsync(row => row.Slug == plan.Column, cancellation);
        var text = plan.Body.Contains('<', StringComparison.Ordinal) ? plan.Body : Cleaned(plan.Body).Html;
        var picture = await PictureAsync(services, world, plan, id, cancellation);
        var body = text.Insert(text.IndexOf("</p>", StringComparison.Ordinal) + "</p>".Length, picture);
        var details = new ArticleDetails
        {
            ColumnId = column.Id,
            Title = plan.Title,
            Source = world.Committee.ShortName,
            Author = plan.Author,
            Editor = world.Plan.Accounts.Find(account => account.UserName == "editor")?.DisplayName.Split(' ')[^1],
            Body = Cleaned(body),
        };
        var people = await PeopleAsync(db, cancellation);
        var article = Article.Draft(
            details with
            {
                Body = Cleaned(Before(plan.Correct, Before(plan.Edit, body))),
            },
            people("editor", world),
            id
        );
        if (plan.Edit is not null)
            article.Edit(details with { Body = Cleaned(Before(plan.Correct, body)) }, note: null, people("editor", world));
        Walk(article, plan, who => people(who, world), world);
        if (plan.Correct is not null)
            article.Edit(details, plan.Correct.Note, people("secretary", world));
        db.Add(article);
        await services.GetRequiredService<ArticleDesk>().SaveAsync(article, cancellation);
    }

    /// <summary>As far as the plan says, by the accounts that would do it.</summary>
    private static void Walk(Article article, ArticlePlan plan, Func<string, Doer> by, DemoCommittee world)
    {
        if (plan.End == "draft")
            return;
        article.Submit(by("editor"));
        if (plan.End == "first")
            return;
        if (plan.End == "returned")
        {
            article.Return(plan.Reason, by("reviewer"));
            return;
        }

        article.PassReview(by("reviewer"));
        if (plan.End == "second")
            return;
        article.PassReview(by("secretary"));
        if (plan.End == "final")
            return;
        article.PassReview(by("chair"));
        if (plan.End == "scheduled")
        {
            article.Schedule(new DateTimeOffset(Day(plan.PublishAt), TimeOnly.MinValue, TimeSpan.Zero), by("secretary"));
            return;
        }

        world.At(Day(plan.Day), 17);
        article.Publish(by("secretary"));
        if (plan.End == "withdrawn")
            article.Withdraw(plan.Reason, by("secretary"));
    }

    /// <summary>An account as a doer; each act is an hour after the one before.</summary>
    private static async Task<Func<string, DemoCommittee, Doer>> PeopleAsync(AppDb db, CancellationToken cancellation)
    {
        var accounts = await db
            .Accounts.Select(account => new
            {
                account.Id,
                account.UserName,
                account.DisplayName,
            })
            .ToDictionaryAsync(account => account.UserName, cancellation);
        return (userName, world) =>
        {
            world.Clock.Now += Step;
            return new Doer(accounts[userName].Id, accounts[userName].DisplayName, world.Clock.Now);
        };
    }

    private static async Task<string> PictureAsync(
        IServiceProvider services,
        DemoCommittee world,
        ArticlePlan plan,
        Guid articleId,
        CancellationToken cancellation
    )
    {
        if (plan.Picture.Length == 0)
            return "";
        var (file, _) = await services
            .GetRequiredService<FileStore>()
            .StoreAsync(
                DemoPicture.Draw(world.Random),
                "picture.png",
                FilePurpose.Picture,
                PortalFileOwner.Type,
                articleId,
                cancellation
            );
        var text = HtmlEncoder.Default.Encode(plan.Picture);
        return $"<figure><img src=\"/{world.Committee.Slug}/files/{file!.Id}/{file.Name}\" alt=\"{text}\"><figcaption>{text}</figcaption></figure>";
    }

    private static CleanBody Cleaned(string body) => BodyCleaner.Clean(body);

    private static string Before(TextChange? change, string body) =>
        change is null ? body : body.Replace(change.To, change.From, StringComparison.Ordinal);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
