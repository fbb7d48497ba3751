using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Platform.Identity.Pages;

/// <summary>Ends this session.</summary>
[AllowAnonymous]
public sealed class SignOutPage(SignInManager<Account> signIn) : AppPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return GoTo("/");
    }
}
