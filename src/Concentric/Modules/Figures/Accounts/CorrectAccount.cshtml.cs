using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>更正: begins a new edition of a signed account, with a reason that everybody may read.</summary>
[RequirePermission(FigurePermissions.WriteAccounts)]
public sealed class CorrectAccountPage(AppDb db, AccountReader reader) : AppPage
{
    [BindProperty]
    public string? CorrectionReason { get; set; }

    public AnnualAccount Account { get; private set; } = null!;

    public IReadOnlyList<FigureCorrection> Corrections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        return Account.WhyNotCorrect(await reader.HasLaterEditionAsync(Account, cancellation)) is null
            ? Page()
            : GoTo($"/office/annual-accounts/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var hasLater = await reader.HasLaterEditionAsync(Account, cancellation);
        CorrectionReason = CorrectionReason?.Trim();
        if (Account.WhyNotCorrect(hasLater, CorrectionReason) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        var next = Account.Correct(hasLater, CorrectionReason!);
        db.Add(next);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twin) when (twin.IsDuplicate())
        {
            Tell(new Refusal("AccountHasLaterEdition"));
            return Page();
        }

        Flash("Account.CorrectionBegun");
        return GoTo($"/office/annual-accounts/{next.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return false;
        Account = account;
        Corrections = await reader.CorrectionsAsync(account, cancellation);
        return true;
    }
}
