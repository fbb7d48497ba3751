using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>签发: the account gets its document number and its date.</summary>
[RequirePermission(FigurePermissions.SignAccounts)]
public sealed class SignAccountPage(
    AppDb db,
    AccountReader reader,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time
) : AppPage
{
    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public AnnualAccount Account { get; private set; } = null!;

    public AccountSheet Sheet { get; private set; } = null!;

    /// <summary>A number as this committee writes it; none before its code is in the settings.</summary>
    public string? Example =>
        committee.Value.DocumentCode is { Length: > 0 } code ? DocumentText.Number(code, committee.Today(time).Year, 1) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return NotFound();
        if (account.WhyNotSign() is not null)
            return GoTo($"/office/annual-accounts/{id}");
        (Account, SignedOn, Version) = (account, committee.Today(time), account.Version);
        Sheet = await reader.SheetAsync(account, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return NotFound();
        Account = account;
        Sheet = await reader.SheetAsync(account, cancellation);
        var today = committee.Today(time);
        DocumentNumber = DocumentNumber?.Trim();
        if (ModelState.IsValid && account.WhyNotSign(DocumentNumber, SignedOn, today) is { } refusal)
            Tell(refusal);
        if (!ModelState.IsValid)
            return Page();
        db.ExpectVersion(account, Version);
        account.Sign(DocumentNumber!, SignedOn!.Value, actor.AccountId, time.GetUtcNow(), today);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Tell(new Refusal("AccountStale"));
            return Page();
        }

        Flash("Account.SignedNow");
        return GoTo($"/office/annual-accounts/{id}");
    }
}
