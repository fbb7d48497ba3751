using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outbox = Concentric.Platform.Messages.Messages;

namespace Concentric.Tests.Platform.Messages;

/// <summary>Messages go out by mail, and one bad address keeps nobody else from theirs.</summary>
public sealed class MailingTests(Installation installation)
{
    [Fact]
    public async Task An_address_that_is_refused_or_unreadable_does_not_hold_up_the_others()
    {
        await using var server = new MailServer();
        var committee = await TestCommittee.CreateAsync(installation);
        string[] addresses = ["no address at all <", "refused@county.example", "member@county.example"];
        await committee.DoAsync(services => SendAsync(services, addresses));
        await committee.DoAsync(services => RunAsync(services, server.Port));

        server.Taken.ShouldBe(["member@county.example"]);
        var mailed = await committee.InDbAsync(db => db.Set<Message>().CountAsync(message => message.MailedAt != null));
        mailed.ShouldBe(1);
        await committee.DoAsync(services => RunAsync(services, server.Port));
        server.Taken.Count.ShouldBe(1, "A message that was mailed is not mailed again.");
    }

    private static async Task SendAsync(IServiceProvider services, string[] addresses)
    {
        var db = services.GetRequiredService<AppDb>();
        foreach (var address in addresses)
        {
            var name = "m" + Guid.CreateVersion7().ToString("N")[20..];
            var account = new Account
            {
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = name,
                Email = address,
            };
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

    private static Task RunAsync(IServiceProvider services, int port)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{port}",
                ["Mail:From"] = "office@county.example",
            }
        );
        return ActivatorUtilities
            .CreateInstance<Mailing>(services, (IConfiguration)settings.Build())
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
