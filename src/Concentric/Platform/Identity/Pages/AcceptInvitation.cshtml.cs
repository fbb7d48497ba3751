using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity.Pages;

/// <summary>The link that sets the first password, or a new one for who forgot it.</summary>
[AllowAnonymous]
public sealed class AcceptInvitationPage(
    AppDb db,
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    RoleCatalog roles,
    TimeProvider time
) : AppPage
{
    private Invitation? invitation;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Null when the invitation does not work.</summary>
    public Account? Account { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Account is null || invitation is null)
            return Page();
        if (WhyNotSet() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        invitation.Use(time.GetUtcNow());
        Account.PasswordHash = accounts.PasswordHasher.HashPassword(Account, Password!);
        Account.AccessFailedCount = 0;
        Account.LockoutEnd = null;
        Account.SignOutEverywhere();
        await db.SaveChangesAsync(cancellation);
        await signIn.SignInAsync(Account, isPersistent: false);
        Flash(Account.Roles.Count == 0 ? "Invitation.DoneWithoutRole" : "Invitation.Done");
        return GoTo(StartPage.Of(Account, roles));
    }

    private Refusal? WhyNotSet() =>
        PasswordRule.WhyNot(Password)?.At(nameof(Password))
        ?? (Password != Again ? new Refusal("PasswordsDiffer").At(nameof(Again)) : null);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var hash = Invitation.HashOf(Token);
        invitation = await db.Set<Invitation>().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellation);
        if (invitation is null)
        {
            Tell(new Refusal("InvitationUnknown"));
            return;
        }

        var account = await db
            .Accounts.Include(row => row.Roles)
            .SingleAsync(row => row.Id == invitation.AccountId, cancellation);
        if (invitation.WhyNotUse(time.GetUtcNow()) is { } refusal)
            Tell(refusal);
        else if (account.DisabledAt is null)
            Account = account;
    }
}
