using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform;

/// <summary>What was recorded stays: the ledger is dense, written once, and tells when somebody went past it.</summary>
public sealed class AppendOnlyTests(Installation installation)
{
    [Fact]
    public async Task The_index_is_dense_when_many_record_at_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RecordAsync(committee, 3)));
        var indexes = await committee.InDbAsync(db =>
            db.Facts.OrderBy(fact => fact.Index).Select(fact => fact.Index).ToListAsync()
        );
        indexes.ShouldBe(Enumerable.Range(0, 36).Select(index => (long)index));
        (await VerifyAsync(committee)).ShouldBe(new LedgerState(36, null));
    }

    [Fact]
    public async Task The_same_confirmation_recorded_twice_is_recorded_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var source = Guid.CreateVersion7();
        await RecordAsync(committee, 1, source);
        var failure = await Should.ThrowAsync<DbUpdateException>(() => RecordAsync(committee, 1, source));
        failure.IsDuplicate().ShouldBeTrue();
        (await committee.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(1);
        (await VerifyAsync(committee)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fact_is_taken_back_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await RecordAsync(committee, 1);
        await RetractFirstAsync(committee);
        var failure = await Should.ThrowAsync<DbUpdateException>(() => RetractFirstAsync(committee));
        failure.IsDuplicate().ShouldBeTrue();
        (await committee.InDbAsync(db => db.Facts.Standing().CountAsync())).ShouldBe(0);
        (await VerifyAsync(committee)).ShouldBe(new LedgerState(2, null));
    }

    [Fact]
    public async Task The_product_itself_cannot_change_or_remove_what_is_written_once()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await RecordAsync(committee, 1);
        await committee.SignInAsync("office-staff");
        await ShouldBeRefusedAsync<Fact>(committee);
        await ShouldBeRefusedAsync<AuditEntry>(committee);
    }

    [Fact]
    public async Task The_database_refuses_what_goes_past_the_product()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await RecordAsync(committee, 1);
        await ShouldFailAsync(committee, db => db.Facts.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Quantity, 9)));
        await ShouldFailAsync(committee, db => db.Facts.ExecuteDeleteAsync());
        await committee.SignInAsync("office-staff");
        await ShouldFailAsync(
            committee,
            db => db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.ActorName, "nobody"))
        );
        await ShouldFailAsync(committee, db => db.AuditEntries.ExecuteDeleteAsync());
        (await VerifyAsync(committee)).ShouldBe(new LedgerState(1, null));
    }

    [Fact]
    public async Task Every_table_of_what_is_written_once_refuses_change_and_removal()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.InDbAsync(AnyRows.FillAsync);
        var tables = await committee.InDbAsync(db =>
            Task.FromResult(
                AnyRows
                    .Entities(db)
                    .Where(entity => entity.ClrType.IsDefined(typeof(AppendOnlyAttribute), inherit: true))
                    .Select(entity => entity.GetTableName()!)
                    .ToList()
            )
        );
        tables.ShouldContain("meetings_steps");
        foreach (var table in tables)
        {
            foreach (var sql in new[] { $"UPDATE {table} SET committee_id = committee_id", $"DELETE FROM {table}" })
                await ShouldFailAsync(committee, db => db.Database.ExecuteSqlRawAsync(sql));
        }
    }

    [Fact]
    public async Task Whoever_opens_the_database_and_changes_a_fact_is_found_out()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await RecordAsync(committee, 3);
        await TamperAsync(committee, db => db.Facts.Where(fact => fact.Index == 1), remove: false);
        var fault = (await VerifyAsync(committee)).FirstFault.ShouldNotBeNull();
        (fault.Index, fault.Fault).ShouldBe((1, LedgerFault.Changed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_removes_a_fact_is_found_out(long index)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await RecordAsync(committee, 3);
        await TamperAsync(committee, db => db.Facts.Where(fact => fact.Index == index), remove: true);
        var state = await VerifyAsync(committee);
        state.ShouldBe(new LedgerState(index, new LedgerFault(index, null, LedgerFault.Missing)));
    }

    private static Task RecordAsync(TestCommittee committee, int count, Guid? source = null) =>
        committee.DoAsync(async services =>
        {
            var kind = services.GetRequiredService<FactKinds>().All.First(kind => !kind.HasSubject);
            for (var fact = 0; fact < count; fact++)
            {
                services
                    .GetRequiredService<Ledger>()
                    .Record(
                        new NewFact
                        {
                            Kind = kind.Id,
                            OccurredOn = new DateOnly(2023, 5, 1),
                            Unit = kind.Unit,
                            SourceType = "test",
                            SourceId = source ?? Guid.CreateVersion7(),
                        }
                    );
            }

            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    private static Task RetractFirstAsync(TestCommittee committee) =>
        committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var fact = await db.Facts.SingleAsync(fact => fact.Index == 0);
            services.GetRequiredService<Ledger>().Retract(fact, "entered twice", new DateOnly(2023, 5, 2));
            await db.SaveChangesAsync();
        });

    private static Task<LedgerState> VerifyAsync(TestCommittee committee) =>
        committee.DoAsync(services => services.GetRequiredService<LedgerVerification>().RunAsync());

    private static async Task ShouldBeRefusedAsync<T>(TestCommittee committee)
        where T : CommitteeEntity
    {
        foreach (var state in new[] { EntityState.Modified, EntityState.Deleted })
        {
            await Should.ThrowAsync<InvalidOperationException>(() =>
                committee.InDbAsync(async db =>
                {
                    db.Entry(await db.Set<T>().FirstAsync()).State = state;
                    return await db.SaveChangesAsync();
                })
            );
        }
    }

    private static async Task ShouldFailAsync(TestCommittee committee, Func<AppDb, Task> write)
    {
        var failure = await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            committee.InDbAsync(async db =>
            {
                await db.InOneTransactionAsync(() => write(db));
                return true;
            })
        );
        failure.Message.ShouldContain("written once");
    }

    /// <summary>What only the owner of the database can do: switch the triggers off, change, switch them on again.</summary>
    private static Task TamperAsync(TestCommittee committee, Func<AppDb, IQueryable<Fact>> which, bool remove) =>
        committee.InDbAsync(async db =>
        {
            await db.InOneTransactionAsync(async () =>
            {
                var sqlite = db.Database.IsSqlite();
                await db.Database.ExecuteSqlRawAsync(
                    sqlite
                        ? "DROP TRIGGER platform_facts_no_update; DROP TRIGGER platform_facts_no_delete;"
                        : "ALTER TABLE platform_facts DISABLE TRIGGER append_only;"
                );
                await (
                    remove
                        ? which(db).ExecuteDeleteAsync()
                        : which(db).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Quantity, fact => fact.Quantity + 1))
                );
                if (!sqlite)
                    await db.Database.ExecuteSqlRawAsync("ALTER TABLE platform_facts ENABLE TRIGGER append_only;");
                foreach (var trigger in AppendOnly.Triggers(db.Model, DatabaseEngine.Sqlite).Where(_ => sqlite))
                    await db.Database.ExecuteSqlRawAsync(trigger);
            });
            return true;
        });
}
