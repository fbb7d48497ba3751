using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Figures;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>成果清单 (ResultList) of a year: what came of each closed matter, by place.</summary>
[AllowAnonymous]
[PublicPage("page")]
public sealed class ResultsPage(
    PublicMatters matters,
    MatterResults results,
    FiguresApi figures,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
) : AppPage
{
    private const int OnPage = 50;

    /// <summary>So many years have a tab of their own.</summary>
    private const int MostYears = 6;

    /// <summary>Which figure of the catalogue counts what ended so.</summary>
    private static readonly Dictionary<MatterOutcome, string> Figures = new()
    {
        [MatterOutcome.Solved] = "matters-solved",
        [MatterOutcome.PartlySolved] = "matters-partly-solved",
        [MatterOutcome.ListedInPlan] = "matters-listed-in-plan",
        [MatterOutcome.ExplainedOnly] = "matters-explained",
    };

    public int Year { get; private set; }

    [BindProperty(Name = "page", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<ResultCount> Counts { get; private set; } = [];
    public IReadOnlyList<PublicMatter> Rows { get; private set; } = [];

    /// <summary>The last year that something was closed in, where this one has nothing to show.</summary>
    public int? OtherYear { get; private set; }

    private bool figuresAreOpen;

    public PageHead Head =>
        new(
            $"{SiteAddress.Of(Request)}/matters/results/{Year}",
            Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name
        )
        {
            Title = text["Results", Year],
            FeedTitle = text["Board"],
            AtomPath = "/matters.atom",
            JsonFeedPath = "/matters.json",
        };

    public PlaceChoice PlaceOf(PublicMatter matter) => matters.PlaceOf(matter);

    /// <summary>The figure that counts the same, and so the facts behind it; none until the year's figures are shown to everybody.</summary>
    public string? FigureOf(ResultCount count) =>
        figuresAreOpen && count.All > 0 ? $"~/figures/{Year}/{Figures[count.Outcome]}" : null;

    public string? UnitOf(PublicMatter matter) => matters.UnitOf(matter);

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation)
    {
        var thisYear = committee.Today(time).Year;
        var first = (await results.FirstDayAsync(cancellation))?.Year ?? thisYear;
        // There is nothing to list before the first matter was closed, nor after this year.
        if (year < Math.Min(first, thisYear) || year > Math.Max(thisYear, first))
            return NotFound();
        Year = year;
        Years = [.. Enumerable.Range(first, Math.Max(1, thisYear - first + 1)).Reverse().Take(MostYears)];
        Counts = await results.CountAsync(year, cancellation);
        Pages = Math.Max(1, (Counts.Sum(count => count.Shown) + OnPage - 1) / OnPage);
        if (Number < 1 || Number > Pages)
            return NotFound();
        Rows = await matters.ReadAsync(results.Of(year).Skip((Number - 1) * OnPage).Take(OnPage), cancellation);
        await matters.LoadNamesAsync(cancellation);
        figuresAreOpen = await figures.IsOpenAsync(year, cancellation);
        if (Rows.Count == 0 && await results.LatestYearAsync(cancellation) is { } latest && latest != year)
            OtherYear = latest;
        return Page();
    }
}
