using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Concentric.Tests.Platform;

/// <summary>One committee's rows are nothing to another: tried through every entity of the model, and past it on PostgreSQL.</summary>
public sealed class TenancyTests(Installation installation)
{
    [Fact]
    public async Task No_row_is_read_from_another_committee_nor_from_none()
    {
        var (owner, other) = await TwoCommitteesAsync();
        await using var none = installation.Services.CreateAsyncScope();
        var nobody = none.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var entity in AnyRows.Entities(nobody))
        {
            var name = entity.ShortName();
            (await owner.InDbAsync(db => CountAsync(db, entity.ClrType))).ShouldBeGreaterThan(0, name);
            (await other.InDbAsync(db => CountAsync(db, entity.ClrType))).ShouldBe(0, name);
            (await CountAsync(nobody, entity.ClrType)).ShouldBe(0, name);
        }
    }

    [Fact]
    public async Task No_row_of_another_committee_is_added_changed_or_removed()
    {
        var (owner, other) = await TwoCommitteesAsync();
        foreach (var entity in await owner.InDbAsync(db => Task.FromResult(AnyRows.Entities(db).ToList())))
        {
            var row = await owner.InDbAsync(async db => (CommitteeEntity)(await RowsOf(db, entity.ClrType).FirstAsync())!);
            foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            {
                await Should.ThrowAsync<InvalidOperationException>(
                    () =>
                        other.InDbAsync(db =>
                        {
                            db.Entry(row).State = state;
                            return db.SaveChangesAsync();
                        }),
                    $"{entity.ShortName()} {state}"
                );
            }
        }
    }

    [Fact]
    public async Task Sql_that_goes_past_the_product_finds_nothing_without_its_committee_and_writes_into_no_other()
    {
        Assert.SkipWhen(Installation.PostgresServer is null, "Row-level security is PostgreSQL's.");
        var (owner, other) = await TwoCommitteesAsync();
        var tables = await owner.InDbAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .Where(entity => entity.FindProperty("CommitteeId") is not null && !entity.IsOwned())
                    .Select(entity => entity.GetTableName()!)
                    .Distinct()
                    .ToList()
            )
        );
        await using var source = NpgsqlDataSource.Create(installation.Address.ConnectionString);
        foreach (var table in tables)
        {
            (await ScalarAsync(source, null, $"SELECT count(*) FROM {table}")).ShouldBe(0L, table);
            (
                await ScalarAsync(source, other, $"SELECT count(*) FROM {table} WHERE committee_id <> '{other.Committee.Id}'")
            ).ShouldBe(0L, table);
            (await ScalarAsync(source, owner, $"SELECT count(*) FROM {table}")).ShouldNotBe(0L, table);
            var failure = await Should.ThrowAsync<PostgresException>(
                () => ScalarAsync(source, owner, $"UPDATE {table} SET committee_id = '{other.Committee.Id}'"),
                table
            );
            // 42501: the policy; P0001: the trigger of a table that is written once, which comes first.
            failure.SqlState.ShouldBeOneOf("42501", "P0001");
        }
    }

    [Fact]
    public async Task However_many_committees_there_are_each_is_worked_for()
    {
        var slugs = Enumerable.Range(0, 450).Select(_ => "m" + Guid.CreateVersion7().ToString("N")[14..]).ToList();
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Committees.AddRange(slugs.Select(Named));
            await db.SaveChangesAsync();
        }

        List<string> found = [];
        await foreach (var committee in installation.Services.GetRequiredService<CommitteeDirectory>().AllAsync())
            found.Add(committee.Slug);
        found.ShouldBeUnique();
        slugs.Except(found).ShouldBeEmpty();
    }

    private static Committee Named(string slug) =>
        new()
        {
            Slug = slug,
            Name = slug,
            ShortName = slug,
            EnglishName = slug,
        };

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, TestCommittee? committee, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (committee is not null)
        {
            await using var told = new NpgsqlCommand(
                $"SELECT set_config('concentric.committee', '{committee.Committee.Id}', true)",
                connection
            );
            await told.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A committee with one row in every table, and another beside it with none.</summary>
    private async Task<(TestCommittee Owner, TestCommittee Other)> TwoCommitteesAsync()
    {
        var owner = await TestCommittee.CreateAsync(installation);
        await owner.InDbAsync(AnyRows.FillAsync);
        return (owner, await TestCommittee.CreateAsync(installation));
    }

    private static IQueryable<object> RowsOf(AppDb db, Type type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;

    private static Task<int> CountAsync(AppDb db, Type type) => RowsOf(db, type).CountAsync();
}
