using Concentric.Modules.Portal.Search;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Home;
using Concentric.Rules.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Portal.Reading;

/// <summary>An article found, with what was searched for marked in it.</summary>
public sealed record FoundArticle(
    string Path,
    ColumnCard? Column,
    DateOnly Day,
    IReadOnlyList<TextPart> Title,
    IReadOnlyList<TextPart> Passage
);

/// <summary>搜索: finds published articles by their words, in all columns or one, at all times or some; beside them what other modules find.</summary>
[AllowAnonymous]
[PublicPage("q", "column", "from", "to", "page", IsKept = false)]
public sealed class SearchPage(
    PortalShelf shelf,
    CurrentCommittee committee,
    ITextSearch search,
    IEnumerable<IPublicFinder> finders
) : ReadingPage(shelf, committee)
{
    private const int OnPage = 10;
    private const int MostPages = 100;
    private const int PassageLength = 110;

    /// <summary>Of what is no article, so many of each kind; their own pages find the rest.</summary>
    private const int MostBeside = 6;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    /// <summary>A column's slug.</summary>
    [BindProperty(SupportsGet = true, Name = "column")]
    public string? ColumnSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<FoundArticle> Found { get; private set; } = [];

    /// <summary>What was found that is no article, on the first page of a search that is not narrowed to articles.</summary>
    public IReadOnlyList<HomeList> Beside { get; private set; } = [];

    public bool IsNarrowed => ColumnSlug is { Length: > 0 } || From is not null || To is not null;
    public bool HasAsked => !string.IsNullOrWhiteSpace(Typed);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await TakeShelfAsync(cancellation);
        if (!HasAsked)
            return;
        Number = Math.Clamp(Number, 1, MostPages);
        var typed = Typed!.Trim();
        var column = ColumnSlug is { Length: > 0 } ? Shelf.Column(ColumnSlug) : null;
        var results = await search.FindAsync(
            new SearchRequest(ArticleIndex.Kind, typed)
            {
                Sections = column is null ? null : [.. Shelf.Branch(column.Id).Select(id => id.ToString())],
                From = From ?? DateOnly.MinValue,
                To = To ?? DateOnly.MaxValue,
                Skip = (Number - 1) * OnPage,
                Take = OnPage,
            },
            cancellation
        );
        Total = results.Total;
        Pages = Math.Min(MostPages, (Total + OnPage - 1) / OnPage);
        Found =
        [
            .. results.Hits.Select(hit => new FoundArticle(
                $"/articles/{hit.RecordId}",
                Guid.TryParse(hit.Section, out var section) ? Shelf.Column(section) : null,
                hit.Day,
                Highlights.Mark(hit.Title, typed),
                Highlights.Passage(hit.Text, typed, PassageLength)
            )),
        ];
        if (Number == 1 && !IsNarrowed)
            Beside = await FindBesideAsync(typed, cancellation);
    }

    private async Task<List<HomeList>> FindBesideAsync(string words, CancellationToken cancellation)
    {
        var found = new List<HomeList>();
        foreach (var finder in finders)
        {
            if (await finder.FindAsync(words, MostBeside, cancellation) is { Entries.Count: > 0 } list)
                found.Add(list);
        }

        return found;
    }
}
