using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>What everybody may take and use, and what its columns mean.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class OpenDataPage(MatterResults results, CurrentCommittee committee, TimeProvider time) : AppPage
{
    /// <summary>The year of the list of results that the page leads to.</summary>
    public int Year { get; private set; }

    public string License => OpenData.License;
    public string Open311 => SiteAddress.Of(Request) + "/open311/v2/";

    /// <summary>The columns that their names do not explain.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [
        "number",
        "place",
        "source",
        "stage",
        "conclusion",
        "reply_class",
        "satisfaction",
        "outcome",
        "days",
        "proof",
        "held",
        "latitude",
    ];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Year = await results.LatestYearAsync(cancellation) ?? committee.Today(time).Year;
}
