using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Sessions.Office;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>
/// The convener's page while a session goes on: one matter at a time, who is here, whose turn it is, what is agreed and what is not. Each
/// act is a small form that works by itself; the script sends them without leaving the page and keeps them while the network is away.
/// </summary>
[RequirePermission(MatterPermissions.HoldSessions)]
public sealed partial class LivePage(AppDb db, SessionDesk desk, SessionActs acts, SessionChoices choices, TimeProvider time)
    : AppPage
{
    private const int MostTries = 8;

    [BindProperty]
    public LiveInput Input { get; set; } = new();

    public CouncilSession Session { get; private set; } = null!;

    /// <summary>Milliseconds since 1970 UTC, by which the clocks of the page are set.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
    public SessionMatter? Current => Session.Current;
    public Refusal? WhyNotEnd => Session.WhyNotEnd();

    /// <summary>Matters that could be taken up beside the agenda.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>Members posted here who are not on the list yet.</summary>
    public IReadOnlyList<SelectListItem> Unlisted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? await ShowAsync(cancellation) : NotFound();

    /// <summary>
    /// Does one act. Two who act at the same moment both do: the later reads again what the first one left, so that nothing is lost and
    /// nothing is done to a state that nobody saw.
    /// </summary>
    private async Task<IActionResult> DoAsync(Guid id, Func<CouncilSession, Task<Refusal?>> act, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            if (!await FindAsync(id, cancellation))
                return NotFound();
            var before = Session.State;
            var refusal = await TryAsync(act);
            if (refusal is not null)
            {
                db.ChangeTracker.Clear();
                Tell(refusal.Field is { } field ? refusal.At("Input." + field) : refusal);
                return await FindAsync(id, cancellation) ? await ShowAsync(cancellation) : NotFound();
            }

            try
            {
                await acts.SaveAsync(Session, cancellation);
                return GoTo($"/office/consultation/sessions/{id}{(Session.State == before ? "/live" : "")}");
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private Task<IActionResult> DoAsync(Guid id, Action<CouncilSession> act, CancellationToken cancellation) =>
        DoAsync(
            id,
            session =>
            {
                act(session);
                return Task.FromResult<Refusal?>(null);
            },
            cancellation
        );

    private Task<IActionResult> OnMatterAsync(
        Guid id,
        Action<CouncilSession, SessionMatter> act,
        CancellationToken cancellation
    ) =>
        DoAsync(
            id,
            session =>
            {
                if (session.Matters.Find(row => row.Id == Input.Row) is not { } matter)
                    return Task.FromResult<Refusal?>(new Refusal("SessionMatterUnknown"));
                act(session, matter);
                return Task.FromResult<Refusal?>(null);
            },
            cancellation
        );

    private async Task<Refusal?> TryAsync(Func<CouncilSession, Task<Refusal?>> act)
    {
        try
        {
            return await act(Session);
        }
        catch (RefusedException refused)
        {
            // A verb refuses before it changes anything, so what the page would have asked is answered here.
            return refused.Refusal;
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, MatterPermissions.HoldSessions, cancellation) is not { } session)
            return false;
        Session = session;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!Session.IsOpen)
            return GoTo($"/office/consultation/sessions/{Session.Id}");
        var agenda = Session.Matters.Select(row => row.MatterId.ToString()).ToHashSet(StringComparer.Ordinal);
        if (Session.State == SessionState.InProgress)
            Others =
            [
                .. (await choices.MattersAsync(Session.PlaceId, SessionActs.OnAgenda, cancellation)).Where(matter =>
                    !agenda.Contains(matter.Value)
                ),
            ];
        var listed = Session.People.Select(person => person.MembershipId?.ToString()).ToHashSet(StringComparer.Ordinal);
        Unlisted =
        [
            .. (await choices.MembersAsync(Session.PlaceId, Session.HeldOn ?? desk.Today, cancellation)).Where(member =>
                !listed.Contains(member.Value)
            ),
        ];
        return Page();
    }
}
