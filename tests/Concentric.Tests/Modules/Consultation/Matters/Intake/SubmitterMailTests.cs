using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.Data;
using Concentric.Tests.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>A submitter who gave an address gets the receipt by mail, and afterwards hears what became of the matter.</summary>
public sealed class SubmitterMailTests(Installation installation)
{
    [Fact]
    public async Task The_receipt_goes_out_once_with_the_code_and_where_to_follow()
    {
        await using var server = new SmtpServer();
        var world = await IntakeWorld.CreateAsync(installation);
        await CollectAsync(world);
        await RunAsync<ReceiptMailing>(world, server);
        await RunAsync<ReceiptMailing>(world, server);
        server.Taken.ShouldBe(["wang@county.example"]);
        server.Mails.Single().ShouldContain($"https://county.example{world.Committee.Path}/matters/follow/");
    }

    [Fact]
    public async Task What_becomes_of_it_is_told_once_in_plain_words_with_what_comes_next()
    {
        await using var server = new SmtpServer();
        var world = await IntakeWorld.CreateAsync(installation);
        var id = await CollectAsync(world);
        await world.Committee.DoAsync(async services =>
        {
            var acts = services.GetRequiredService<MatterActs>();
            (await acts.AcceptAsync(id)).Refusal.ShouldBeNull();
            var approve = new MatterDeed(MatterVerb.Approve, (matter, act) => matter.Approve("可以协商", act));
            (await acts.DoAsync(id, approve)).Refusal.ShouldBeNull();
        });
        await NoteAsync(world, server, id);
        await NoteAsync(world, server, id);
        await RunAsync<SubmitterMailing>(world, server);
        await RunAsync<SubmitterMailing>(world, server);
        var mail = server.Mails.ShouldHaveSingleItem("It is mailed once.");
        mail.ShouldContain("支渠漏水");
        mail.ShouldContain("接下来：");
        mail.ShouldEndWith(mail[mail.IndexOf("https://county.example", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task An_address_that_is_refused_is_given_up_after_some_tries()
    {
        await using var server = new SmtpServer();
        var world = await IntakeWorld.CreateAsync(installation);
        await NoteAsync(world, server, await CollectAsync(world, "refused@county.example"));
        for (var tries = 0; tries < SubmitterNews.MostTries; tries++)
        {
            (await world.Committee.InDbAsync(db => db.Set<SubmitterNews>().CountAsync())).ShouldBe(1);
            await RunAsync<SubmitterMailing>(world, server);
        }

        (await world.Committee.InDbAsync(db => db.Set<SubmitterNews>().CountAsync())).ShouldBe(0);
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_gave_no_address_is_not_noted()
    {
        await using var server = new SmtpServer();
        var world = await IntakeWorld.CreateAsync(installation);
        await NoteAsync(world, server, await CollectAsync(world, email: null));
        (await world.Committee.InDbAsync(db => db.Set<SubmitterNews>().CountAsync())).ShouldBe(0);
    }

    private static async Task<Guid> CollectAsync(IntakeWorld world, string? email = "wang@county.example")
    {
        var entered = new NewMatter(world.Details)
        {
            Submitter = new SubmitterDetails("王大妈", "13800001234", email),
            KeepsReceipt = true,
        };
        return (await world.CollectAsync(entered)).Collected!.Matter.Id;
    }

    private static Task NoteAsync(IntakeWorld world, SmtpServer server, Guid id) =>
        world.Committee.DoAsync(async services =>
        {
            var matter = await services.GetRequiredService<MatterDesk>().FindWholeAsync(id, Cancellation);
            await server.JobOf<SubmitterNewsDesk>(services).NoteAsync(matter!, Cancellation);
            await services.GetRequiredService<AppDb>().SaveChangesAsync(Cancellation);
        });

    private static Task RunAsync<T>(IntakeWorld world, SmtpServer server)
        where T : Concentric.Platform.Jobs.ICommitteeJob =>
        world.Committee.DoAsync(services => server.JobOf<T>(services).RunAsync(Cancellation));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
