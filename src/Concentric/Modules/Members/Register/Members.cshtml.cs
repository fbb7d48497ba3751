using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Register;

/// <summary>The list of members, with filters, saved views, export and the way to invitations.</summary>
[RequirePermission(MembersPermissions.Read)]
public sealed class MembersPage(AppDb db, MemberList members, CurrentActor actor) : AppPage
{
    public TableView List { get; private set; } = null!;

    public int OpenCorrections { get; private set; }

    /// <summary>People who hold at least one seat today; the list has a row for each seat.</summary>
    public int PeopleInOffice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var table = await members.TableAsync(cancellation);
        if (table.ExportOf(members.Rows(), HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(members.Rows(), HttpContext, cancellation);
        PeopleInOffice = await members.PeopleInOfficeAsync(cancellation);
        if (actor.Can(MembersPermissions.Edit))
            OpenCorrections = await db.Set<CorrectionRequest>().CountAsync(row => row.AnsweredAt == null, cancellation);
        return Page();
    }

    /// <summary>Goes to the page that asks before anybody is invited, with the same choice of members.</summary>
    public IActionResult OnPostInvite()
    {
        if (!actor.Can(MembersPermissions.Invite))
            return NotFound();
        var query =
            Request.Form["all"] == "true"
                ? TableState.Read(Request.Query).SearchAndFilters().Append(KeyValuePair.Create("all", "true"))
                : Request.Form["ids"].OfType<string>().Take(200).Select(id => KeyValuePair.Create("ids", id));
        return GoTo(
            "/office/members/invitations"
                + QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        );
    }
}
