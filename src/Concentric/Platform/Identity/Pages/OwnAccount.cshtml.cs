using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity.Pages;

/// <summary>One's own account: where mails go, the password, the end of all sessions.</summary>
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

    [BindProperty]
    public string? Email { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Email = (await LoadAsync(cancellation)).Email;

    public async Task<IActionResult> OnPostEmailAsync(CancellationToken cancellation)
    {
        if (Account.WhyNotMailTo(Email) is { } refusal)
        {
            Tell(refusal.At(nameof(Email)));
            return Page();
        }

        var account = await LoadAsync(cancellation);
        account.MailTo(Email);
        await db.SaveChangesAsync(cancellation);
        if (account.Email is { } address)
            Flash("OwnAccount.Email.Changed", address);
        else
            Flash("OwnAccount.Email.None");
        return GoTo("/account");
    }

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
            // This form does not send it, and an empty field would say that there is none.
            ModelState.Remove(nameof(Email));
            Email = account.Email;
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
