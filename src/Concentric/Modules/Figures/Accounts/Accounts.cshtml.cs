using System.ComponentModel.DataAnnotations;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The accounts of all years, newest first, and a new one.</summary>
[RequirePermission(FigurePermissions.ReadAccounts)]
public sealed class AccountsPage(
    AppDb db,
    AccountTemplates templates,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time
) : AppPage
{
    public const int MostListed = 100;

    [BindProperty, Required]
    public int? Year { get; set; }

    public IReadOnlyList<AnnualAccount> Accounts { get; private set; } = [];

    public bool MayWrite => actor.Can(FigurePermissions.WriteAccounts);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Year ??= committee.Today(time).Year;
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        var today = committee.Today(time);
        if (!ModelState.IsValid || Year is not { } year)
        {
            await LoadAsync(cancellation);
            return Page();
        }

        if (await db.Set<AnnualAccount>().AnyAsync(row => row.Year == year, cancellation))
            Tell(new Platform.Refusal("AccountExists", year).At(nameof(Year)));
        else if (AnnualAccount.WhyNotBegin(year, today) is { } refusal)
            Tell(refusal.At(nameof(Year)));
        else
        {
            var account = AnnualAccount.Begin(year, templates.Template, today);
            db.Add(account);
            if (await SavedAsync(cancellation))
                return GoTo($"/office/annual-accounts/{account.Id}");
            Tell(new Platform.Refusal("AccountExists", year).At(nameof(Year)));
        }

        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>False when somebody else began the same year's account in this moment.</summary>
    private async Task<bool> SavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException twin) when (twin.IsDuplicate())
        {
            return false;
        }
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Accounts = await db.Set<AnnualAccount>()
            .AsNoTracking()
            .OrderByDescending(row => row.Year)
            .ThenByDescending(row => row.Edition)
            .Take(MostListed)
            .ToListAsync(cancellation);
}
