using Concentric.Platform.Web;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Concentric.Platform.Identity.Pages;

/// <summary>Sign-in by name and password, with lock-out. The same sentence answers a wrong name and a wrong password.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInPage(SignInManager<Account> signIn, UserManager<Account> accounts, RoleCatalog roles) : AppPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.FindByNameAsync(Input.UserName ?? "");
        if (account is null || account.DisabledAt is not null)
        {
            Tell(new Refusal("SignInFailed"));
            return Page();
        }

        var result = await signIn.PasswordSignInAsync(account, Input.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return LocalRedirect(Url.IsLocalUrl(Return) ? Return : Request.PathBase + StartPage.Of(account, roles));
        Tell(result.IsLockedOut ? new Refusal("SignInLocked") : new Refusal("SignInFailed"));
        return Page();
    }

    public sealed class Fields
    {
        public string? UserName { get; set; }
        public string? Password { get; set; }
    }
}
