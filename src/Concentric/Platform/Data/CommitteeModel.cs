using System.Linq.Expressions;
using System.Reflection;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Platform.Data;

/// <summary>What holds for every row of a committee: composite key, key to the committee, version, query filter.</summary>
internal static class CommitteeModel
{
    private static readonly MethodInfo MapRow = typeof(CommitteeModel).GetMethod(
        nameof(MapCommitteeEntity),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    internal static void Apply(ModelBuilder model, AppDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (typeof(CommitteeEntity).IsAssignableFrom(type))
                MapRow.MakeGenericMethod(type).Invoke(null, [model, db]);
        }
    }

    private static void MapCommitteeEntity<T>(ModelBuilder model, AppDb db)
        where T : CommitteeEntity
    {
        var entity = model.Entity<T>();
        entity.HasKey(row => new { row.CommitteeId, row.Id });
        entity.Property(row => row.CommitteeId).ValueGeneratedNever();
        entity.Property(row => row.Id).ValueGeneratedNever();
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity.HasOne<Committee>().WithMany().HasForeignKey(row => row.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        Expression<Func<T, bool>> inCommittee = row => row.CommitteeId == db.CommitteeId;
        entity.HasQueryFilter(AppDb.CommitteeFilter, inCommittee);
    }

    /// <summary>A key to a row of the same committee.</summary>
    public static ReferenceCollectionBuilder BelongsTo<T, TOwner>(
        this EntityTypeBuilder<T> entity,
        string idProperty,
        DeleteBehavior whenOwnerGoes = DeleteBehavior.Restrict
    )
        where T : CommitteeEntity
        where TOwner : CommitteeEntity =>
        entity
            .HasOne(typeof(TOwner))
            .WithMany()
            .HasForeignKey(nameof(CommitteeEntity.CommitteeId), idProperty)
            .OnDelete(whenOwnerGoes);
}
