using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outbox = Concentric.Platform.Messages.Messages;

namespace Concentric.Tests.Platform.Messages;

/// <summary>Messages go out by mail, and one bad address keeps nobody else from theirs.</summary>
public sealed class MailingTests(Installation installation)
{
    [Fact]
    public async Task An_address_that_is_refused_or_unreadable_does_not_hold_up_the_others()
    {
        await using var server = new SmtpServer();
        var committee = await TestCommittee.CreateAsync(installation);
        string[] addresses = ["no address at all <", "refused@county.example", "member@county.example"];
        await committee.DoAsync(services => SendAsync(services, addresses));
        await committee.DoAsync(services => server.JobOf<Mailing>(services).RunAsync(Cancellation));

        server.Taken.ShouldBe(["member@county.example"]);
        var mailed = await committee.InDbAsync(db => db.Set<Message>().CountAsync(message => message.MailedAt != null));
        mailed.ShouldBe(1);
        await committee.DoAsync(services => server.JobOf<Mailing>(services).RunAsync(Cancellation));
        server.Taken.Count.ShouldBe(1, "A message that was mailed is not mailed again.");
    }

    private static async Task SendAsync(IServiceProvider services, string[] addresses)
    {
        var db = services.GetRequiredService<AppDb>();
        foreach (var address in addresses)
        {
            var account = NewAccount(address);
            db.Accounts.Add(account);
            services
                .GetRequiredService<Outbox>()
                .Send(
                    new NewMessage
                    {
                        AccountId = account.Id,
                        Kind = "meetings.notice",
                        Title = "会议通知",
                        Body = "请准时参加。",
                        Path = "/my",
                    }
                );
        }

        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task An_invitation_by_mail_carries_a_link_that_nobody_had_before()
    {
        await using var server = new SmtpServer();
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var account = NewAccount("member@county.example");
            db.Accounts.Add(account);
            db.Add(Invitation.ToMail(account, services.GetRequiredService<TimeProvider>().GetUtcNow()));
            await db.SaveChangesAsync();
        });
        await committee.DoAsync(services => server.JobOf<InvitationMailing>(services).RunAsync(Cancellation));
        await committee.DoAsync(services => server.JobOf<InvitationMailing>(services).RunAsync(Cancellation));

        var mail = server.Mails.ShouldHaveSingleItem("It is mailed once.");
        var link = mail.Split('\n').Single(line => line.Contains("/invitations/")).Trim();
        link.ShouldStartWith($"https://county.example{committee.Path}/invitations/");
        var page = await committee.Anonymous().GetPageAsync(link["https://county.example".Length..][committee.Path.Length..]);
        page.QuerySelector("input[type=password]").ShouldNotBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Account NewAccount(string address)
    {
        var name = "m" + Guid.CreateVersion7().ToString("N")[20..];
        return new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = name,
            Email = address,
        };
    }
}
