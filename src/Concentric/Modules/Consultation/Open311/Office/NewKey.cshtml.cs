using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Open311.Office;

/// <summary>Makes a key, which is then shown once.</summary>
[RequirePermission(Open311Permissions.ManageKeys)]
public sealed class NewKeyPage(AppDb db, CurrentActor actor, TimeProvider time) : AppPage
{
    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Open311Key.WhyNotName(Name) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        var (key, secret) = Open311Key.Make(Name, Doer.Of(actor, time));
        db.Add(key);
        await db.SaveChangesAsync(cancellation);
        TempData[KeysPage.SecretKey] = secret;
        return GoTo("/office/consultation/open311");
    }
}
