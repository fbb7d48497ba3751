using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Messages;

/// <summary>
/// Mails the invitations that wait for it. The link's token is made when its mail goes out and stored nowhere else, so that
/// nobody who reads the database can use it.
/// </summary>
public sealed class InvitationMailing(AppDb db, CurrentCommittee committee, MailServer server, Words words, TimeProvider time)
    : ICommitteeJob
{
    private const int MostAtOnce = 200;

    public static string Name => "invitation-mailing";

    /// <summary>Every minute.</summary>
    public static string Cron => "40 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!server.IsConfigured || server.Site is not { } site)
            return;
        var now = time.GetUtcNow();
        var waiting = await (
            from invitation in db.Set<Invitation>()
            join account in db.Accounts on invitation.AccountId equals account.Id
            where invitation.WaitsForMail && invitation.UsedAt == null && invitation.ExpiresAt > now && account.Email != null
            orderby invitation.Id
            select new { Invitation = invitation, Account = account }
        )
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        if (waiting.Count == 0)
            return;
        await using var connection = await server.ConnectAsync(cancellation);
        foreach (var row in waiting)
        {
            var token = row.Invitation.Renew(now);
            var text = words[
                "Invitation.Mail",
                row.Account.DisplayName,
                committee.Value.ShortName,
                $"{site}/invitations/{token}",
                row.Account.UserName,
                (int)Invitation.Lasts.TotalDays
            ];
            // Saved before it is sent: a link that somebody holds must work.
            await db.SaveChangesAsync(cancellation);
            if (
                await connection.TrySendAsync(
                    row.Account.Email!,
                    words["Invitation.Mail.Title", committee.Value.ShortName],
                    text,
                    cancellation
                )
            )
            {
                row.Invitation.Mailed();
                await db.SaveChangesAsync(cancellation);
            }
        }
    }
}
