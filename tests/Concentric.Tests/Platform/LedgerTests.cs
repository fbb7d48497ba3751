using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform;

public sealed class LedgerTests(Installation installation)
{
    [Fact]
    public async Task An_unknown_kind_does_not_append()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.DoAsync(services =>
        {
            var ledger = services.GetRequiredService<Ledger>();
            var unknown = new NewFact
            {
                Kind = "moon.landed",
                OccurredOn = new DateOnly(2023, 5, 1),
                Unit = "times",
                SourceType = "test",
                SourceId = Guid.CreateVersion7(),
            };
            Should.Throw<ArgumentException>(() => ledger.Record(unknown)).Message.ShouldContain("moon.landed");
            return Task.FromResult(true);
        });
        (await committee.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Several_saves_of_one_unit_of_work_record_facts_one_after_the_other()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.DoAsync(async services =>
        {
            var (ledger, db) = (services.GetRequiredService<Ledger>(), services.GetRequiredService<AppDb>());
            for (var day = 1; day <= 3; day++)
            {
                ledger.Record(
                    new NewFact
                    {
                        Kind = "study.session-held",
                        OccurredOn = new DateOnly(2023, 5, day),
                        Unit = "times",
                        SourceType = "test",
                        SourceId = Guid.CreateVersion7(),
                    }
                );
                await db.SaveChangesAsync();
            }
        });
        var indexes = await committee.InDbAsync(db =>
            db.Facts.OrderBy(fact => fact.Index).Select(fact => fact.Index).ToListAsync()
        );
        indexes.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Somebody_with_the_right_password_is_signed_in_and_with_a_wrong_one_is_told_so()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        (await committee.InDbAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
        var stranger = committee.Anonymous();
        var answer = await stranger.SubmitAsync(
            "/sign-in",
            new() { ["Input.UserName"] = staff.UserName, ["Input.Password"] = "wrong" }
        );
        (await answer.Content.ReadAsStringAsync()).ShouldContain("用户名或密码不对");
    }
}
