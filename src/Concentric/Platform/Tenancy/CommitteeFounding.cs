using System.Text.RegularExpressions;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Tenancy;

/// <summary>A link that sets a password.</summary>
/// <param name="Account">The name to sign in with.</param>
/// <param name="Path">Below the installation's address; whoever holds it sets the password.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record InvitationLink(string Account, string Path, DateTimeOffset ExpiresAt);

/// <summary>
/// Brings a committee into being: its row and one account for each of the three administrators (三员分立, GB/T 22239-2019), who get no
/// password but an invitation each. Everything after it is done by them, in the browser.
/// </summary>
public sealed partial class CommitteeFounding(
    IServiceProvider services,
    RoleCatalog roles,
    CommitteeDirectory directory,
    TimeProvider time
)
{
    private const string Act = "committee add";

    /// <summary>Why no committee can have these addresses.</summary>
    public async Task<Refusal?> WhyNotAsync(string slug, CancellationToken cancellation = default) =>
        !Slug().IsMatch(slug) ? new Refusal("CommitteeSlugWrong", slug)
        : TenantPath.IsOfTheInstallation(slug) || await directory.FindAsync(slug, cancellation) is not null
            ? new Refusal("CommitteeSlugTaken", slug)
        : null;

    /// <summary>Saves the committee with its administrators, or nothing.</summary>
    /// <exception cref="RefusedException">The slug is none, or is taken.</exception>
    public async Task<IReadOnlyList<InvitationLink>> FoundAsync(Committee committee, CancellationToken cancellation = default)
    {
        RefusedException.ThrowIf(await WhyNotAsync(committee.Slug, cancellation));
        await using var scope = services.CreateCommitteeScope(committee, Act);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var names = scope.ServiceProvider.GetRequiredService<ILookupNormalizer>();
        db.Committees.Add(committee);
        List<InvitationLink> links = [];
        foreach (var role in roles.Administrators)
        {
            var account = new Account { UserName = role.Id.Split('-')[0], DisplayName = role.Title };
            account.NormalizedUserName = names.NormalizeName(account.UserName);
            account.SignOutEverywhere();
            account.Roles.Add(new AccountRole { Role = role.Id });
            db.Accounts.Add(account);
            links.Add(Invite(db, committee, account));
        }

        await db.SaveChangesAsync(cancellation);
        return links;
    }

    /// <summary>A new link for an account whose holder has none that works; earlier ones end.</summary>
    /// <returns>Null where there is no such account.</returns>
    public async Task<InvitationLink?> InviteAgainAsync(
        Committee committee,
        string userName,
        CancellationToken cancellation = default
    )
    {
        await using var scope = services.CreateCommitteeScope(committee, "committee invite");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var name = scope.ServiceProvider.GetRequiredService<ILookupNormalizer>().NormalizeName(userName);
        if (await db.Accounts.SingleOrDefaultAsync(row => row.NormalizedUserName == name, cancellation) is not { } account)
            return null;
        db.RemoveRange(
            await db.Set<Invitation>().Where(row => row.AccountId == account.Id && row.UsedAt == null).ToListAsync(cancellation)
        );
        var link = Invite(db, committee, account);
        await db.SaveChangesAsync(cancellation);
        return link;
    }

    private InvitationLink Invite(AppDb db, Committee committee, Account account)
    {
        var (invitation, token) = Invitation.For(account, time.GetUtcNow());
        db.Add(invitation);
        return new InvitationLink(account.UserName, $"/{committee.Slug}/invitations/{token}", invitation.ExpiresAt);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}
