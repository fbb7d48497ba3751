using System.ComponentModel.DataAnnotations;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Administration.Accounts;

/// <summary>Makes an account without a password; its holder sets one by the invitation.</summary>
[RequirePermission(PlatformPermissions.ManageAccounts)]
public sealed class NewAccountPage(AppDb db, UserManager<Account> accounts) : AppPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        var account = new Account
        {
            UserName = Input.UserName!.Trim(),
            DisplayName = Input.DisplayName!.Trim(),
            Email = Input.Email?.Trim(),
        };
        account.NormalizedUserName = accounts.NormalizeName(account.UserName)!;
        account.SignOutEverywhere();
        if (await db.Accounts.AnyAsync(row => row.NormalizedUserName == account.NormalizedUserName, cancellation))
        {
            Tell(new Refusal("UserNameTaken", account.UserName).At("Input.UserName"));
            return Page();
        }

        db.Accounts.Add(account);
        await db.SaveChangesAsync(cancellation);
        Flash("Accounts.Created", account.DisplayName);
        return GoTo($"/office/accounts/{account.Id}");
    }

    public sealed class Fields
    {
        [Required, StringLength(100)]
        public string? DisplayName { get; set; }

        [Required, StringLength(60, MinimumLength = 2), RegularExpression(@"^\S+$")]
        public string? UserName { get; set; }

        [EmailAddress, StringLength(200)]
        public string? Email { get; set; }
    }
}
