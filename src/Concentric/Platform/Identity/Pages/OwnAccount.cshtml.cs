using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity.Pages;

/// <summary>One's own account: change the password, end all sessions.</summary>
[RequireSignIn]
public sealed class OwnAccountPage(AppDb db, CurrentActor actor, UserManager<Account> accounts, SignInManager<Account> signIn)
    : AppPage
{
    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation)
    {
        var account = await LoadAsync(cancellation);
        var refusal = !await accounts.CheckPasswordAsync(account, Present ?? "")
            ? new Refusal("PasswordWrong").At(nameof(Present))
            : PasswordRule.WhyNot(Password)?.At(nameof(Password))
                ?? (Password != Again ? new Refusal("PasswordsDiffer").At(nameof(Again)) : null);
        if (refusal is not null)
        {
            Tell(refusal);
            return Page();
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, Password!);
        account.SignOutEverywhere();
        await db.SaveChangesAsync(cancellation);
        await signIn.SignInAsync(account, isPersistent: false);
        Flash("OwnAccount.Changed");
        return GoTo("/account");
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellation)
    {
        (await LoadAsync(cancellation)).SignOutEverywhere();
        await db.SaveChangesAsync(cancellation);
        await signIn.SignOutAsync();
        Flash("OwnAccount.Everywhere.Done");
        return GoTo("/sign-in");
    }

    private Task<Account> LoadAsync(CancellationToken cancellation) =>
        db.Accounts.Include(row => row.Roles).SingleAsync(row => row.Id == actor.AccountId, cancellation);
}
