using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The draft of an account: text with references to figures, checked line by line before it is kept.</summary>
[RequirePermission(FigurePermissions.WriteAccounts)]
public sealed class EditAccountPage(
    AppDb db,
    AccountReader reader,
    AccountLiquid liquid,
    FigureCatalog catalog,
    TypedNumbers typedNumbers,
    Words words
) : AppPage
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Body { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public AnnualAccount Account { get; private set; } = null!;

    /// <summary>What somebody else saved in between; shown beside what was typed.</summary>
    public AnnualAccount? Theirs { get; private set; }

    public AccountSheet? Preview { get; private set; }

    public IReadOnlyList<TypedNumber> TypedNumbers { get; private set; } = [];

    public IReadOnlyDictionary<string, FigureWords> Figures { get; private set; } = new Dictionary<string, FigureWords>();

    public FigureCatalog Catalog => catalog;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return NotFound();
        if (account.WhyNotEdit() is not null)
            return GoTo($"/office/annual-accounts/{id}");
        (Account, Title, Body, Version) = (account, account.Title, account.Body, account.Version);
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Looks at the text without keeping it.</summary>
    public Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellation) =>
        CheckedAsync(id, isKept: false, cancellation);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) =>
        CheckedAsync(id, isKept: true, cancellation);

    private async Task<IActionResult> CheckedAsync(Guid id, bool isKept, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return NotFound();
        Account = account;
        // The browser sends nothing for an empty field.
        (Title, Body) = (Title ?? "", Body ?? "");
        var faults = liquid.FaultsOf(Title).Concat(liquid.FaultsOf(Body)).ToList();
        foreach (var fault in liquid.FaultsOf(Title))
            Tell(fault.Refusal.At(nameof(Title)));
        foreach (var fault in liquid.FaultsOf(Body))
            Tell(fault.Refusal.At(nameof(Body)));
        if (faults.Count == 0 && account.WhyNotSave(Title, Body, []) is { } refusal)
            Tell(refusal);
        if (ModelState.IsValid && isKept && await SavedAsync(account, faults, cancellation))
        {
            Flash("Account.Saved");
            return GoTo($"/office/annual-accounts/{id}");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task<bool> SavedAsync(AnnualAccount account, List<TemplateFault> faults, CancellationToken cancellation)
    {
        db.ExpectVersion(account, Version);
        account.Write(Title, Body, faults);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Theirs = await reader.FindAsync(account.Id, cancellation);
            // What is sent next is meant for what is shown now.
            Version = Theirs?.Version ?? Version;
            ModelState.Remove(nameof(Version));
            Tell(new Refusal("AccountStale"));
            return false;
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Figures = await reader.PresentAsync(Account.Year, cancellation);
        TypedNumbers = typedNumbers.In(Body);
        if (liquid.FaultsOf(Title).Count == 0 && liquid.FaultsOf(Body).Count == 0 && Title.Length > 0)
            Preview = await reader.PreviewAsync(Title, Body, Account.Year, cancellation);
    }

    public string Warning(TypedNumber number) => words["Typed.Number", number.Line, number.Text];
}
