using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>What everybody may take and use, and what its columns mean.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class OpenDataPage(CurrentCommittee committee, TimeProvider time) : AppPage
{
    public int Year => committee.Today(time).Year;
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
}
