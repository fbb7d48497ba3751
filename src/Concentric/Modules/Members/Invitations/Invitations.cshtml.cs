using Concentric.Modules.Members.Register;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Members.Invitations;

/// <summary>Asks before many are invited, then mails their links or shows slips to print: name, QR and address, shown this once.</summary>
[RequirePermission(MembersPermissions.Invite)]
public sealed class InvitationsPage(MemberList members, MemberInvitations invitations, MailServer mail, AuditTrail trail)
    : AppPage
{
    private const int Most = 500;

    public IReadOnlyList<Invitee> Invitees { get; private set; } = [];

    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public int Count(Invited state) => Invitees.Count(invitee => invitee.State == state);

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    /// <summary>Whether invitations can go out by mail from here.</summary>
    public bool CanMail => mail.IsConfigured && mail.Site is not null;

    /// <summary>How many of those to invite have an address.</summary>
    public int WithMail => Invitees.Count(invitee => invitee.HasMail && invitee.State != Invited.Active);

    /// <summary>Accounts in use that will take over the register's address.</summary>
    public int LackMail => Invitees.Count(invitee => invitee.LacksMail);

    public bool AllActive => Count(Invited.Active) == Invitees.Count;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => InviteAsync(byMail: false, cancellation);

    public Task<IActionResult> OnPostMailAsync(CancellationToken cancellation) => InviteAsync(byMail: true, cancellation);

    private async Task<IActionResult> InviteAsync(bool byMail, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (AllActive && LackMail == 0)
        {
            Tell(new Refusal("NobodyToInvite"));
            return Page();
        }

        if (byMail && !CanMail)
        {
            Tell(new Refusal("MailNotConfigured"));
            return Page();
        }

        trail.Tell("members.invite", $"{Invitees.Count}");
        var fresh = await invitations.InviteAsync(Invitees, byMail, cancellation);
        if (byMail)
            Flash("Invite.Mailed", WithMail);
        else if (fresh.Count == 0)
            Flash("Invite.MailTaken", LackMail);
        if (fresh.Count == 0)
            return LocalRedirect("~/office/members");
        Slips = fresh.ConvertAll(Made);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private Slip Made(FreshInvitation fresh)
    {
        var address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/invitations/{fresh.Token}";
        return new Slip(
            fresh.Invitee.Name,
            fresh.Invitee.Unit,
            fresh.UserName,
            address,
            QrPicture.SvgOf(address),
            fresh.ExpiresAt
        );
    }

    /// <summary>The members whom the list's address names: those ticked, or all that its filters let through.</summary>
    private async Task LoadAsync(CancellationToken cancellation)
    {
        var rows = members.Rows();
        if (Request.Query["all"] == "true")
        {
            var table = await members.TableAsync(cancellation);
            rows = table.Apply(rows, TableState.Read(Request.Query));
        }
        else
        {
            var ids = Request.Query["ids"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
            rows = rows.Where(row => ids.Contains(row.Id));
        }

        Invitees = await invitations.InviteesAsync(rows.Select(row => row.PersonId), Most, cancellation);
    }
}

/// <summary>A slip to print for one member.</summary>
public sealed record Slip(string Name, string? Unit, string UserName, string Address, string QrSvg, DateTimeOffset ExpiresAt);
