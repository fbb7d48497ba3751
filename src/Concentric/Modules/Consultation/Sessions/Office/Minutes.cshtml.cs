using System.Text.Json;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>协商纪要: drafted from the session, edited, signed; as a document and as data.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class MinutesPage(
    AppDb db,
    SessionDesk desk,
    SessionActs acts,
    MinutesDraft draft,
    MinutesDocument document,
    PlaceChoices places
) : AppPage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public CouncilSession Session { get; private set; } = null!;
    public bool MayHold { get; private set; }
    public bool MaySign { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, MatterPermissions.Read, cancellation))
            return NotFound();
        (Text, Number) = (Session.Minutes?.Text, Session.Minutes?.Number);
        return Page();
    }

    public async Task<IActionResult> OnGetDocumentAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, MatterPermissions.Read, cancellation) && Session.Minutes is not null
            ? File(document.Write(Session), MinutesDocument.ContentType, MinutesDocument.FileName(Session))
            : NotFound();

    public async Task<IActionResult> OnGetDataAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, MatterPermissions.Read, cancellation) || Session.Revision == 0)
            return NotFound();
        var place = (await places.AllAsync(cancellation)).First(row => row.Id == Session.PlaceId).Slug;
        return Content(JsonSerializer.Serialize(SessionData.Of(Session, place), SessionData.Json), "application/json");
    }

    public Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            MatterPermissions.HoldSessions,
            () => Session.WhyNotDraftMinutes(),
            async () => await acts.DraftMinutesAsync(Session, await draft.WriteAsync(Session, cancellation), cancellation),
            "Minutes.WereDrafted",
            cancellation
        );

    public Task<IActionResult> OnPostEditAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            MatterPermissions.HoldSessions,
            () => Session.WhyNotEditMinutes(),
            () =>
            {
                Session.EditMinutes(Text, Number, desk.Doer);
                return Task.CompletedTask;
            },
            "Session.Saved",
            cancellation
        );

    public Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            MatterPermissions.SignMinutes,
            () => Session.WhyNotSignMinutes(),
            () => acts.SignMinutesAsync(Session, cancellation),
            "Minutes.WereSigned",
            cancellation
        );

    private async Task<IActionResult> DoAsync(
        Guid id,
        string permission,
        Func<Refusal?> whyNot,
        Func<Task> act,
        string done,
        CancellationToken cancellation
    )
    {
        if (!await LoadAsync(id, permission, cancellation))
            return NotFound();
        db.ExpectVersion(Session, SeenVersion);
        var refusal = whyNot();
        try
        {
            if (refusal is null)
                await act();
        }
        catch (RefusedException refused)
        {
            // What was typed is not in order; nothing has been saved.
            refusal = refused.Refusal;
        }

        if (refusal is not null)
        {
            Tell(refusal);
            return Page();
        }

        await acts.SaveAsync(Session, cancellation);
        Flash(done);
        return GoTo($"/office/consultation/sessions/{id}/minutes");
    }

    private async Task<bool> LoadAsync(Guid id, string permission, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, permission, cancellation) is not { } session)
            return false;
        Session = session;
        MayHold = await desk.MayAsync(session, MatterPermissions.HoldSessions, cancellation);
        MaySign = await desk.MayAsync(session, MatterPermissions.SignMinutes, cancellation);
        return true;
    }
}
