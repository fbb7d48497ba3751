using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>Withdraws a session, with the reason: it will not be, or never was.</summary>
[RequirePermission(MatterPermissions.HoldSessions)]
public sealed class WithdrawSessionPage(AppDb db, SessionDesk desk, SessionActs acts) : AppPage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public CouncilSession Session { get; private set; } = null!;
    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if ((WhyNot ?? CouncilSession.WhyNotReason(Reason)) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        db.ExpectVersion(Session, SeenVersion);
        await acts.WithdrawAsync(Session, Reason, cancellation);
        await acts.SaveAsync(Session, cancellation);
        Flash("Session.WasWithdrawn");
        return GoTo($"/office/consultation/sessions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, MatterPermissions.HoldSessions, cancellation) is not { } session)
            return false;
        Session = session;
        WhyNot = await acts.WhyNotWithdrawAsync(session, cancellation);
        return true;
    }
}
