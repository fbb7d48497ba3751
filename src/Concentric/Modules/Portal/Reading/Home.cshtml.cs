using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Home;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Reading;

/// <summary>首页: the newest of each column, what is to come, and the year in figures.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class HomePage(
    PortalShelf shelf,
    CurrentCommittee committee,
    IEnumerable<IHomeInvitation> invitations,
    IEnumerable<IHomeFigures> figures,
    IEnumerable<IHomeEvents> events,
    IEnumerable<IHomeList> lists,
    IStringLocalizer<PortalTexts> text
) : ReadingPage(shelf, committee)
{
    private const int InColumn = 5;

    public ArticleCard? Lead { get; private set; }

    /// <summary>The newest after the lead.</summary>
    public IReadOnlyList<ArticleCard> News { get; private set; } = [];

    public IReadOnlyList<(ColumnCard Column, IReadOnlyList<ArticleCard> Articles)> Columns { get; private set; } = [];

    public IReadOnlyList<HomeInvitation> Invitations { get; private set; } = [];

    /// <summary>What is read most; while nobody has read anything, what is newest and not told beside it.</summary>
    public IReadOnlyList<SideList> SideLists =>
        [
            Shelf.Hot.Count > 0
                ? SideList.Of(text["Read.Hot"], Shelf.Hot, isRanked: true)
                : SideList.Of(text["Read.Latest"], Shelf.Latest.Where(article => article != Lead && !News.Contains(article))),
        ];

    public IReadOnlyList<HomeFigures> Figures { get; private set; } = [];

    public IReadOnlyList<HomeEvent> Events { get; private set; } = [];

    public IReadOnlyList<HomeList> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await TakeShelfAsync(cancellation);
        Invitations = await InvitedAsync(cancellation);
        var first = Shelf.TopColumns.FirstOrDefault(column => column.Kind == ColumnKind.News);
        var news = first is null ? Shelf.Latest : Shelf.LatestIn(first.Id, InColumn + 2);
        Lead = (news.Count > 0 ? news : Shelf.Latest).FirstOrDefault();
        News = [.. news.Where(article => article != Lead).Take(InColumn + 1)];
        Columns =
        [
            .. Shelf
                .TopColumns.Where(column => column != first)
                .Select(column => (column, Shelf.LatestIn(column.Id, InColumn)))
                .Where(column => column.Item2.Count > 0),
        ];
        Figures = await ToldAsync(cancellation);
        Events = await AnnouncedAsync(cancellation);
        Lists = await ListedAsync(cancellation);
    }

    private async Task<List<HomeInvitation>> InvitedAsync(CancellationToken cancellation)
    {
        var invited = new List<HomeInvitation>();
        foreach (var source in invitations)
        {
            if (await source.TellAsync(cancellation) is { } invitation)
                invited.Add(invitation);
        }

        return invited;
    }

    private async Task<List<HomeFigures>> ToldAsync(CancellationToken cancellation)
    {
        var told = new List<HomeFigures>();
        foreach (var source in figures)
        {
            if (await source.TellAsync(cancellation) is { Figures.Count: > 0 } block)
                told.Add(block);
        }

        return told;
    }

    private async Task<List<HomeList>> ListedAsync(CancellationToken cancellation)
    {
        var listed = new List<HomeList>();
        foreach (var source in lists)
        {
            if (await source.TellAsync(InColumn, cancellation) is { Entries.Count: > 0 } list)
                listed.Add(list);
        }

        return listed;
    }

    private async Task<List<HomeEvent>> AnnouncedAsync(CancellationToken cancellation)
    {
        var announced = new List<HomeEvent>();
        foreach (var source in events)
            announced.AddRange(await source.UpcomingAsync(4, cancellation));
        return [.. announced.OrderBy(one => one.StartsAt).Take(4)];
    }
}
