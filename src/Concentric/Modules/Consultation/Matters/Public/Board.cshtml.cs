using System.Globalization;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>
/// 事项公开: the matters that are cleared for the public, newest first. Narrowed by place, topic, state and year it is kept; a search is
/// made anew each time.
/// </summary>
[AllowAnonymous]
[PublicPage("place", "topic", "state", "year", "before")]
public sealed class BoardPage(
    PublicMatters matters,
    PublicMatterLists finder,
    MatterResults results,
    PlaceChoices places,
    MatterLists lists,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
) : AppPage
{
    private const string Path = "/matters";

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public BoardChoice Choice { get; private set; } = new();
    public BoardPart Part { get; private set; } = new([], null);
    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<MatterListEntry> Topics => lists.Topics;

    /// <summary>The year of the list of results that the page leads to.</summary>
    public int ResultsYear { get; private set; }

    public PageHead Head =>
        new(SiteAddress.Of(Request) + Path, Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name)
        {
            Title = text["Board"],
            FeedTitle = text["Board"],
            AtomPath = "/matters.atom",
            JsonFeedPath = "/matters.json",
        };

    public async Task OnGetAsync(
        [FromQuery(Name = "place")] string? place,
        [FromQuery(Name = "topic")] string? topic,
        [FromQuery(Name = "state")] string? state,
        [FromQuery(Name = "year")] string? year,
        [FromQuery(Name = "q")] string? words,
        CancellationToken cancellation
    )
    {
        Choice = new BoardChoice
        {
            Place = Given(place),
            Topic = Given(topic),
            Stage = StageOf(Given(state)),
            Year =
                int.TryParse(Given(year), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
                && chosen is > 1900 and < 3000
                    ? chosen
                    : null,
            Words = Given(words),
        };
        Places = await places.AllAsync(cancellation);
        Part = await finder.FindAsync(Choice, Before, cancellation);
        await matters.LoadNamesAsync(cancellation);
        var thisYear = committee.Today(time).Year;
        ResultsYear = await results.LatestYearAsync(cancellation) ?? thisYear;
        await ReadYearsAsync(thisYear, cancellation);
    }

    /// <summary>The same choice, further on.</summary>
    public string Address(string? before)
    {
        var query = new Dictionary<string, string?>
        {
            ["place"] = Choice.Place,
            ["topic"] = Choice.Topic,
            ["state"] = Choice.Stage is { } stage ? MatterFacts.Step(stage) : null,
            ["year"] = Choice.Year?.ToString(CultureInfo.InvariantCulture),
            ["before"] = before,
        };
        return QueryHelpers.AddQueryString(Request.PathBase + Path, query.Where(pair => pair.Value is not null));
    }

    /// <summary>From the first cleared matter to this year.</summary>
    private async Task ReadYearsAsync(int thisYear, CancellationToken cancellation)
    {
        var first = await matters
            .All.OrderBy(matter => matter.CollectedAt)
            .Select(matter => (DateTimeOffset?)matter.CollectedAt)
            .FirstOrDefaultAsync(cancellation);
        var begin = first is { } at ? committee.DayOf(at).Year : thisYear;
        Years = [.. Enumerable.Range(begin, Math.Max(1, thisYear - begin + 1)).Reverse()];
    }

    private static PublicStage? StageOf(string? typed) =>
        Enum.GetValues<PublicStage>().Cast<PublicStage?>().FirstOrDefault(stage => MatterFacts.Step(stage!) == typed);

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
