using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Invitations;

/// <summary>How a member stands with an account.</summary>
public enum Invited
{
    /// <summary>No account yet: one is made.</summary>
    New,

    /// <summary>Invited before and never signed in: the old link ends, a new one is made.</summary>
    Again,

    /// <summary>Signs in already: nothing to do.</summary>
    Active,
}

/// <summary>A member who would be invited.</summary>
public sealed record Invitee(
    Guid PersonId,
    string Name,
    string Pinyin,
    string? Unit,
    string? EmailSealed,
    Guid? AccountId,
    Invited State,
    bool IsMailed
)
{
    public bool HasMail => EmailSealed is not null;

    /// <summary>The account is in use and is mailed nowhere, though the register knows an address.</summary>
    public bool LacksMail => State == Invited.Active && HasMail && !IsMailed;
}

/// <summary>A fresh invitation: whom it is for, the name to sign in with, the secret that only its link carries.</summary>
public sealed record FreshInvitation(Invitee Invitee, string UserName, string Token, DateTimeOffset ExpiresAt);

/// <summary>Gives members their accounts: a name made from pinyin, the role of a member, a link that sets the first password.</summary>
public sealed class MemberInvitations(
    AppDb db,
    ContactSeal seal,
    ILookupNormalizer normalizer,
    IEnumerable<IPostRoles> posts,
    TimeProvider time
)
{
    /// <summary>The role in <c>data/roles.yaml</c>.</summary>
    internal const string Role = "member";

    /// <summary>Who would be invited, in the order of names.</summary>
    public async Task<List<Invitee>> InviteesAsync(IQueryable<Guid> personIds, int most, CancellationToken cancellation)
    {
        var people = await db.Set<Person>()
            .AsNoTracking()
            .Where(person => personIds.Contains(person.Id))
            .OrderBy(person => person.Pinyin)
            .ThenBy(person => person.Id)
            .Take(most)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Pinyin,
                person.Unit,
                person.EmailSealed,
                Account = db
                    .Accounts.Where(account => account.PersonId == person.Id)
                    .OrderBy(account => account.Id)
                    .Select(account => new
                    {
                        account.Id,
                        HasPassword = account.PasswordHash != null,
                        IsMailed = account.Email != null,
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return people.ConvertAll(person => new Invitee(
            person.Id,
            person.Name,
            person.Pinyin,
            person.Unit,
            person.EmailSealed,
            person.Account?.Id,
            person.Account is null ? Invited.New
                : person.Account.HasPassword ? Invited.Active
                : Invited.Again,
            person.Account?.IsMailed == true
        ));
    }

    /// <summary>
    /// Makes accounts and invitations in one save. Those who sign in already are left alone, but for the register's address where
    /// their account has none. Gives the links to print: of
    /// everybody, or when the others are to be mailed, of those who have no address.
    /// </summary>
    public async Task<List<FreshInvitation>> InviteAsync(
        IReadOnlyList<Invitee> invitees,
        bool byMail,
        CancellationToken cancellation
    )
    {
        var wanted = invitees.Where(invitee => invitee.State != Invited.Active).ToList();
        var again = wanted.Select(invitee => invitee.AccountId).OfType<Guid>().ToList();
        var accounts = await db
            .Accounts.Where(account => again.Contains(account.Id))
            .ToDictionaryAsync(row => row.Id, cancellation);
        var stale = await db.Set<Invitation>()
            .Where(invitation => again.Contains(invitation.AccountId) && invitation.UsedAt == null)
            .ToListAsync(cancellation);
        db.RemoveRange(stale);
        var names = await FreeNames.AmongAsync(db, wanted.Select(invitee => BaseName(invitee)), cancellation);
        var held = await HeldAsync(wanted, cancellation);
        var fresh = new List<FreshInvitation>();
        foreach (var invitee in wanted)
        {
            var account = invitee.AccountId is { } id
                ? accounts[id]
                : NewAccount(invitee, names.Take(BaseName(invitee)), held[invitee.PersonId]);
            if (seal.Open(invitee.EmailSealed) is { } address)
                account.MailTo(address);
            if (byMail && invitee.HasMail)
            {
                db.Add(Invitation.ToMail(account, time.GetUtcNow()));
                continue;
            }

            var (invitation, token) = Invitation.For(account, time.GetUtcNow());
            db.Add(invitation);
            fresh.Add(new FreshInvitation(invitee, account.UserName, token, invitation.ExpiresAt));
        }

        await MailToAsync(invitees.Where(invitee => invitee.LacksMail), cancellation);
        await db.SaveChangesAsync(cancellation);
        return fresh;
    }

    /// <summary>Accounts that are in use and mailed nowhere take over the register's address.</summary>
    private async Task MailToAsync(IEnumerable<Invitee> lacking, CancellationToken cancellation)
    {
        var addresses = lacking.ToDictionary(invitee => invitee.AccountId!.Value, invitee => invitee.EmailSealed);
        foreach (
            var account in await db
                .Accounts.Where(row => addresses.Keys.Contains(row.Id) && row.Email == null)
                .ToListAsync(cancellation)
        )
            account.MailTo(seal.Open(addresses[account.Id]));
    }

    private async Task<ILookup<Guid, PostRole>> HeldAsync(List<Invitee> wanted, CancellationToken cancellation)
    {
        var people = wanted.Where(invitee => invitee.AccountId is null).Select(invitee => invitee.PersonId).ToHashSet();
        var held = new List<PostRole>();
        foreach (var source in people.Count == 0 ? [] : posts)
            held.AddRange(await source.OfAsync(people, cancellation));
        return held.ToLookup(post => post.PersonId);
    }

    private Account NewAccount(Invitee invitee, string userName, IEnumerable<PostRole> held)
    {
        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            DisplayName = invitee.Name,
            PersonId = invitee.PersonId,
        };
        account.SignOutEverywhere();
        account.Roles.Add(new AccountRole { Role = Role });
        account.Roles.AddRange(held.Select(post => new AccountRole { Role = post.Role, Scope = post.Scope }));
        db.Accounts.Add(account);
        return account;
    }

    private static string BaseName(Invitee invitee)
    {
        var name = invitee.Pinyin.Replace(" ", "", StringComparison.Ordinal);
        return name.Length switch
        {
            0 => "member",
            > 60 => name[..60],
            _ => name,
        };
    }
}
