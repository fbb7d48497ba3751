using System.Text;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>One edition told in words, what is wrong with it, and what may be done next.</summary>
[RequirePermission(AppraisalPermissions.ReadSheets)]
public sealed class SheetPage(
    AppDb db,
    SheetShelf shelf,
    SheetWording wording,
    SheetReader reader,
    CurrentActor actor,
    Words words,
    TimeProvider time
) : AppPage
{
    /// <summary>Whether it takes the place of the editions whose days it touches.</summary>
    [BindProperty]
    public bool TakesPlace { get; set; }

    public SheetEdition Edition { get; private set; } = null!;

    public SheetReading Reading { get; private set; } = null!;

    public SheetRemarks Remarks { get; private set; } = null!;

    /// <summary>Its rules in words, by area; empty when the text cannot be read at all.</summary>
    public ILookup<SheetArea, ToldPart> Parts { get; private set; } = Array.Empty<ToldPart>().ToLookup(part => part.Part.Area);

    /// <summary>The editions in force whose days it touches.</summary>
    public IReadOnlyList<SheetEdition> Displaced { get; private set; } = [];

    /// <summary>The other editions, to compare with.</summary>
    public IReadOnlyList<EditionLine> Others { get; private set; } = [];

    public SheetEdition? SupersededBy { get; private set; }

    /// <summary>Who published it; none for a draft, and where no account did.</summary>
    public string? Publisher { get; private set; }

    /// <summary>Why it could not be published even in the place of others.</summary>
    public Refusal? WhyNotPublish { get; private set; }

    private List<SheetEdition> Published { get; set; } = [];

    public bool MayWrite => actor.Can(AppraisalPermissions.WriteSheets);

    public bool MayPublish => actor.Can(AppraisalPermissions.PublishSheets);

    public async Task<IActionResult> OnGetAsync(Guid id, string? format, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        return format == "yaml"
            ? File(Encoding.UTF8.GetBytes(Edition.Text), "application/yaml; charset=utf-8", Edition.FileName)
            : Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (!MayPublish)
            return Forbid();
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Edition.WhyNotPublish(Reading, Published, TakesPlace) is { } refusal)
            return Refused(refusal.Code == "SheetSpanTaken" ? refusal.At(nameof(TakesPlace)) : refusal);
        db.ExpectVersion(Edition, version);
        Edition.Publish(Reading, Published, TakesPlace, actor.AccountId, time.GetUtcNow());
        return await SavedAsync(cancellation)
            ? Done("Sheet.PublishedNow", $"/office/appraisal/sheets/{id}")
            : await StaleAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, int version, CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Edition.WhyNotDrop() is { } refusal)
            return Refused(refusal);
        db.ExpectVersion(Edition, version);
        db.Remove(Edition);
        return await SavedAsync(cancellation)
            ? Done("Sheet.Dropped", "/office/appraisal/sheets")
            : await StaleAsync(id, cancellation);
    }

    /// <summary>另起版本: a draft with the same text.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        if (await shelf.FindAsync(id, cancellation) is not { } edition)
            return NotFound();
        var copy = SheetEdition.Begin(edition.Text, reader.Read(edition.Text));
        db.Add(copy);
        await db.SaveChangesAsync(cancellation);
        return Done("Sheet.Begun", $"/office/appraisal/sheets/{copy.Id}/edit");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } edition)
            return false;
        Edition = edition;
        Reading = shelf.Read(edition);
        Remarks = SheetRemarks.Of(Reading, words);
        if (Reading.Sheet is { } sheet)
            Parts = wording.Tell(sheet);
        Others = [.. (await shelf.AllAsync(cancellation)).Where(other => other.Id != id)];
        if (edition.State == SheetState.Draft)
        {
            Published = await shelf.PublishedAsync(cancellation);
            Displaced = [.. Published.Where(edition.Displaces)];
            WhyNotPublish = edition.WhyNotPublish(Reading, Published, takesPlace: true);
        }

        if (edition.PublishedBy is { } by)
        {
            Publisher = await db
                .Accounts.Where(account => account.Id == by)
                .Select(account => account.DisplayName)
                .SingleOrDefaultAsync(cancellation);
        }

        if (edition.SupersededById is { } later)
            SupersededBy = await shelf.FindAsync(later, cancellation);
        return true;
    }

    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        // Another sheet came into force for the same year in the same moment.
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }
    }

    private RedirectResult Done(string flash, string path)
    {
        Flash(flash);
        return GoTo(path);
    }

    private async Task<IActionResult> StaleAsync(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        return await LoadAsync(id, cancellation) ? Refused(new Refusal("RuleSheetStale")) : NotFound();
    }

    private PageResult Refused(Refusal refusal)
    {
        Tell(refusal);
        return Page();
    }
}
