using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>One session in the office: what it is, what it came to, what can be done next.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class SessionPage(
    AppDb db,
    SessionDesk desk,
    SessionActs acts,
    PlaceChoices places,
    MembersParts parts,
    MatterLists lists,
    Ledger ledger,
    CurrentActor actor,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    [BindProperty]
    public string? Announcement { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public CouncilSession Session { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public string? Room { get; private set; }
    public string Part => parts.NameOf(Session.MembersPart);
    public bool MayHold { get; private set; }
    public Refusal? WhyNotBegin { get; private set; }
    public Refusal? WhyNotConfirm { get; private set; }

    /// <summary>Matters on its agenda whose words the public does not see yet, with what they are about.</summary>
    public IReadOnlyList<(SessionMatter Row, string Topic)> Uncleared { get; private set; } = [];

    /// <summary>How many facts of it stand in the ledger.</summary>
    public int Facts { get; private set; }

    public Badge Badge => SessionsPage.Badge(Session.State, text);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, MatterPermissions.Read, cancellation) ? await ShowAsync(cancellation) : NotFound();

    public Task<IActionResult> OnPostAnnounceAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            () => Task.FromResult(Session.WhyNotAnnounce(desk.Doer.Now)),
            async () =>
            {
                var told = await acts.AnnounceAsync(Session, Announcement, cancellation);
                Flash(told.Unreached == 0 ? "Session.WasAnnounced" : "Session.WasAnnounced.Unreached", told.Told, told.Unreached);
            },
            "",
            cancellation
        );

    public Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            () => acts.WhyNotBeginAsync(Session, cancellation),
            () => acts.BeginAsync(Session, cancellation),
            "/live",
            cancellation
        );

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            () => acts.WhyNotConfirmAsync(Session, cancellation),
            async () =>
            {
                await acts.ConfirmAsync(Session, cancellation);
                Flash("Session.WasConfirmed");
            },
            "",
            cancellation
        );

    public Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            () => Task.FromResult(Session.WhyNotCorrect() ?? CouncilSession.WhyNotReason(Reason)),
            () =>
            {
                Session.Correct(Reason, desk.Doer);
                Flash("Session.WasOpenedForCorrection");
                return Task.CompletedTask;
            },
            "/live",
            cancellation
        );

    private async Task<IActionResult> DoAsync(
        Guid id,
        Func<Task<Refusal?>> whyNot,
        Func<Task> act,
        string next,
        CancellationToken cancellation
    )
    {
        if (!actor.Can(MatterPermissions.HoldSessions))
            return Forbid();
        if (!await FindAsync(id, MatterPermissions.HoldSessions, cancellation))
            return NotFound();
        db.ExpectVersion(Session, SeenVersion);
        var refusal = await whyNot();
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

        if (refusal is null)
        {
            await acts.SaveAsync(Session, cancellation);
            return GoTo($"/office/consultation/sessions/{id}{next}");
        }

        db.ChangeTracker.Clear();
        Tell(refusal);
        return await FindAsync(id, MatterPermissions.Read, cancellation) ? await ShowAsync(cancellation) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, string permission, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, permission, cancellation) is not { } session)
            return false;
        Session = session;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        MayHold = await desk.MayAsync(Session, MatterPermissions.HoldSessions, cancellation);
        Place = (await places.AllAsync(cancellation)).First(place => place.Id == Session.PlaceId).Name;
        Room = await db.Set<ConsultationRoom>()
            .Where(room => room.Id == Session.RoomId)
            .Select(room => room.Name)
            .FirstOrDefaultAsync(cancellation);
        if (Session.IsToCome)
            Uncleared = await UnclearedAsync(cancellation);
        WhyNotBegin = await acts.WhyNotBeginAsync(Session, cancellation);
        WhyNotConfirm = await acts.WhyNotConfirmAsync(Session, cancellation);
        Facts = await ledger.StandingOf(CouncilSession.SourceType, Session.Id).CountAsync(cancellation);
        Announcement ??= Session.Announcement ?? Suggested();
        return Page();
    }

    private async Task<IReadOnlyList<(SessionMatter Row, string Topic)>> UnclearedAsync(CancellationToken cancellation)
    {
        var ids = Session.Matters.ConvertAll(row => row.MatterId);
        var topics = await db.Set<Matter>()
            .Where(matter => ids.Contains(matter.Id) && !matter.IsPublic)
            .ToDictionaryAsync(matter => matter.Id, matter => matter.Topic, cancellation);
        return [.. Session.Agenda.Where(row => topics.ContainsKey(row.MatterId)).Select(row => (row, topics[row.MatterId]))];
    }

    /// <summary>What the public may read of a matter on the agenda: of one that is not cleared, what it is about.</summary>
    private string TitleOf(SessionMatter row) =>
        Uncleared.Where(one => one.Row == row).Select(one => one.Topic).FirstOrDefault() is { } topic
            ? text["PublicSession.NotCleared", MatterLists.NameOf(lists.Topics, topic)]
            : row.Title;

    /// <summary>The notice as it can be sent: when, where, what about, who may come. Residents read it, so it is in Chinese.</summary>
    private string Suggested() =>
        Language.InChinese(() =>
            text[
                "Session.SuggestedNotice",
                Session.PlannedFor is { } planned ? format.DateTime(planned) : "",
                Room ?? Session.Locality ?? Place,
                format.List(Session.Agenda.Select(TitleOf)),
                Place
            ].Value
        );
}
