using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>
/// The screen of a session, for the projector and for the phones in the room. It names nobody. Without a script it renews itself every
/// ten seconds.
/// </summary>
[AllowAnonymous]
public sealed class ScreenPage(ScreenDoor door) : AppPage
{
    public string Code { get; private set; } = "";
    public SessionScreen Screen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await door.FindAsync(code, cancellation) is not { } found)
            return NotFound();
        Code = code;
        Screen = await door.ReadAsync(found.Id, cancellation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
