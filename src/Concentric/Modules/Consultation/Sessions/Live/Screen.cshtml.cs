using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>
/// The screen of a session, for the projector and for the phones in the room. It names nobody. Without a script it renews itself every
/// ten seconds.
/// </summary>
[AllowAnonymous]
public sealed class ScreenPage(ScreenDoor door, SessionDesk desk, TimeProvider time) : AppPage
{
    public string Code { get; private set; } = "";
    public SessionScreen Screen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await door.FindAsync(code, cancellation) is not { } found)
            return NotFound();
        Code = code;
        Screen = SessionScreen.Of((await desk.ReadAsync(found.Id, cancellation))!, time.GetUtcNow());
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
