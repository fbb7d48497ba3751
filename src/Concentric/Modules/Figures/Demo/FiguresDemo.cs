using Concentric.Modules.Figures.Accounts;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;
using Concentric.Rules.Documents;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Demo;

/// <summary>
/// The demo world's annual account: in the first committee written, frozen, reviewed, signed and published, in the others
/// frozen and waiting for review.
/// </summary>
public sealed class FiguresDemo(AccountTemplates templates) : IDemoPart
{
    public int Order => 50;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var begin = world.Clock.Now;
        var year = begin.Year;
        var signedOn = new DateOnly(year + 1, 1, 10);
        world.At(new DateOnly(year, 12, 29), 10);
        await BeginAsync(world, year, cancellation);
        world.At(signedOn.AddDays(-2), 10);
        await DoAsync(world, "office", year, FreezeAsync, cancellation);
        if (world.IsFirst)
        {
            world.At(signedOn.AddDays(-1), 15);
            await DoAsync(world, "chair", year, (account, doer) => account.Review(doer.Actor.AccountId, doer.Now), cancellation);
            world.At(signedOn, 9);
            var number = DocumentText.Number(world.Committee.DocumentCode, signedOn.Year, 1);
            await DoAsync(
                world,
                "secretary",
                year,
                (account, doer) => account.Sign(number, signedOn, doer.Actor.AccountId, doer.Now, signedOn),
                cancellation
            );
            world.At(signedOn, 16);
            await DoAsync(
                world,
                "secretary",
                year,
                (account, doer) => doer.Of<AccountPublishing>().PublishAsync(account, cancellation),
                cancellation
            );
        }

        world.Clock.Now = begin;
    }

    private Task BeginAsync(DemoCommittee world, int year, CancellationToken cancellation) =>
        world.DoAsAsync(
            "office",
            "account",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                db.Add(AnnualAccount.Begin(year, templates.Template, new DateOnly(year, 12, 29)));
                await db.SaveChangesAsync(cancellation);
            }
        );

    private static async Task FreezeAsync(AnnualAccount account, DemoDoer doer)
    {
        var (figures, size) = await doer.Of<AccountReader>().ToFreezeAsync(account.Year);
        account.Freeze(figures, size, doer.Actor.AccountId, doer.Now);
    }

    private static Task DoAsync(
        DemoCommittee world,
        string userName,
        int year,
        Action<AnnualAccount, DemoDoer> verb,
        CancellationToken cancellation
    ) =>
        DoAsync(
            world,
            userName,
            year,
            (account, doer) =>
            {
                verb(account, doer);
                return Task.CompletedTask;
            },
            cancellation
        );

    private static Task DoAsync(
        DemoCommittee world,
        string userName,
        int year,
        Func<AnnualAccount, DemoDoer, Task> verb,
        CancellationToken cancellation
    ) =>
        world.DoAsAsync(
            userName,
            "account",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var account = await db.Set<AnnualAccount>()
                    .Include(row => row.Figures)
                    .SingleAsync(row => row.Year == year, cancellation);
                await verb(account, new DemoDoer(services, services.GetRequiredService<CurrentActor>(), world.Clock.Now));
                await db.SaveChangesAsync(cancellation);
            }
        );

    private sealed record DemoDoer(IServiceProvider Services, CurrentActor Actor, DateTimeOffset Now)
    {
        internal T Of<T>()
            where T : notnull => Services.GetRequiredService<T>();
    }
}
