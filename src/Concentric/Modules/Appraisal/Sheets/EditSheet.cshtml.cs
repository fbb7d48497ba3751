using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>
/// A draft's text, checked while it is written. It may be kept with mistakes; a stale form shows both versions and loses nothing.
/// </summary>
[RequirePermission(AppraisalPermissions.WriteSheets)]
public sealed class EditSheetPage(AppDb db, SheetShelf shelf, SheetReader reader, SheetWording wording, Words words) : AppPage
{
    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public SheetEdition Edition { get; private set; } = null!;

    public SheetRemarks Remarks { get; private set; } = null!;

    /// <summary>What somebody else saved while this was being written; shown beside what was typed.</summary>
    public SheetEdition? Theirs { get; private set; }

    /// <summary>What the typed text rules otherwise than theirs, when both can be read.</summary>
    public IReadOnlyList<ToldArea> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } edition)
            return NotFound();
        if (edition.WhyNotRewrite() is { } refusal)
        {
            Warn("Refusal." + refusal.Code, refusal.Values);
            return GoTo($"/office/appraisal/sheets/{id}");
        }

        (Edition, Text, Version) = (edition, edition.Text, edition.Version);
        Look(reader.Read(Text));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        var reading = reader.Read(Text);
        Look(reading);
        if (Edition.WhyNotRewrite() is { } published)
            Tell(published);
        else if (SheetEdition.WhyNotKeep(Text) is { } refusal)
            Tell(refusal);
        else if (await SavedAsync(reading, cancellation))
        {
            Flash(reading.IsSound ? "Sheet.Saved" : "Sheet.SavedUnsound");
            return GoTo($"/office/appraisal/sheets/{id}");
        }

        return Page();
    }

    /// <summary>Looks at the text without keeping it: as JSON for the island, as the page for a browser without script.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        Look(reader.Read(Text));
        return Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json")
            ? new JsonResult(
                new
                {
                    Remarks.Sound,
                    Remarks.Summary,
                    Remarks.Problems,
                    Remarks.Differences,
                }
            )
            : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } edition)
            return false;
        Edition = edition;
        // The browser sends nothing for an empty field; an empty text is refused in words below.
        Text ??= "";
        ModelState.Remove(nameof(Text));
        return true;
    }

    private void Look(SheetReading reading) => Remarks = SheetRemarks.Of(reading, words);

    private async Task<bool> SavedAsync(SheetReading reading, CancellationToken cancellation)
    {
        if (Edition.Version != Version)
            return ShowBoth(Edition, reading);
        db.ExpectVersion(Edition, Version);
        Edition.Rewrite(Text, reading);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ShowBoth(await shelf.FindAsync(Edition.Id, cancellation), reading);
        }
    }

    /// <returns>False: nothing was saved.</returns>
    private bool ShowBoth(SheetEdition? theirs, SheetReading reading)
    {
        Theirs = theirs;
        // What is sent next is meant for what is shown now.
        Version = theirs?.Version ?? Version;
        ModelState.Remove(nameof(Version));
        Tell(new Refusal("RuleSheetStale"));
        if (theirs is not null && shelf.Read(theirs).Sheet is { } saved && reading.Sheet is { } typed)
            Differences = wording.Tell(SheetDifference.Between(saved, typed));
        return false;
    }
}
