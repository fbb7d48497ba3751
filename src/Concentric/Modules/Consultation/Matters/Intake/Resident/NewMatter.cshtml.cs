using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>Where the resident's form begins: what is taken and what is not, what is kept, and where else to turn.</summary>
[AllowAnonymous]
public sealed class NewMatterPage(IntakeDrafts drafts, PlaceChoices places, MatterLists lists, MatterDesk desk) : AppPage
{
    /// <summary>The place whose poster led here.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceSlug { get; set; }

    public PlaceChoice? Place { get; private set; }

    /// <summary>Whether there is any place whose matters are taken: without one the form could not be sent.</summary>
    public bool TakesMatters { get; private set; }

    public MatterDraft? Draft { get; private set; }

    public bool WasSent => Draft?.MatterId is not null;

    /// <summary>What is not taken, with the reasons in words.</summary>
    public IReadOnlyList<MatterListEntry> NotTaken { get; private set; } = [];

    /// <summary>The day by which a matter sent today is answered for the first time.</summary>
    public DateOnly? FirstAnswer => desk.Deadlines.DueOf(MatterState.Collected, desk.Today);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Draft = await drafts.FindAsync(HttpContext, cancellation);
        Place = await places.FindAsync(PlaceSlug, cancellation);
        TakesMatters = (await places.OpenAsync(cancellation)).Count > 0;
        NotTaken =
        [
            .. lists.Rejections.Where(reason => reason.Id is "outside-law" or "under-trial" or "outside-power" or "private"),
        ];
    }

    /// <summary>After one was sent: another one, with a draft of its own.</summary>
    public IActionResult OnPostAnother()
    {
        IntakeDrafts.Begin(HttpContext);
        return GoTo(IntakeStepPage.PathOf(IntakeStep.What) + Query);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        await drafts.DiscardAsync(HttpContext, cancellation);
        Flash("Intake.Discarded");
        return GoTo("/matters/new" + Query);
    }

    public string Query =>
        PlaceSlug is { Length: > 0 and <= Concentric.Modules.Consultation.Places.Place.LongestSlug } slug
            ? "?place=" + Uri.EscapeDataString(slug)
            : "";
}
