using System.Runtime.CompilerServices;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concentric.Tests.World;

/// <summary>
/// Makes one row of any entity with whatever it needs to be saved: required values, required owners. It goes past the verbs on
/// purpose, so that a guard holds for entities that nobody has written yet.
/// </summary>
public sealed class AnyRows(AppDb db)
{
    private readonly Dictionary<IEntityType, EntityEntry> made = [];

    /// <summary>Whatever belongs to a committee.</summary>
    public static IEnumerable<IEntityType> Entities(AppDb db) =>
        db.Model.GetEntityTypes().Where(entity => typeof(CommitteeEntity).IsAssignableFrom(entity.ClrType));

    /// <summary>One row in every table of a committee.</summary>
    public static async Task<int> FillAsync(AppDb db)
    {
        var rows = new AnyRows(db);
        foreach (var entity in Entities(db))
            rows.Of(entity);
        await db.SaveChangesAsync();
        if (!await db.Set<LedgerHead>().AnyAsync(head => head.CommitteeId == db.CommitteeId))
            db.Add(new LedgerHead { CommitteeId = db.CommitteeId, Size = 0 });
        return await db.SaveChangesAsync();
    }

    public EntityEntry Of(IEntityType type)
    {
        if (made.TryGetValue(type, out var known))
            return known;
        var entry = db.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType));
        made[type] = entry;
        foreach (var property in type.GetProperties().Where(property => property.Name != nameof(CommitteeEntity.CommitteeId)))
            entry.Property(property.Name).CurrentValue = property.IsNullable ? null : ValueFor(property);
        foreach (var part in type.GetComplexProperties())
        {
            entry.ComplexProperty(part.Name).CurrentValue = RuntimeHelpers.GetUninitializedObject(part.ClrType);
            foreach (var property in part.ComplexType.GetProperties().Where(property => !property.IsNullable))
                entry.ComplexProperty(part.Name).Property(property.Name).CurrentValue = ValueFor(property);
        }

        foreach (
            var key in type.GetForeignKeys()
                .Where(key => key.IsRequired && key.PrincipalEntityType.ClrType != typeof(Concentric.Platform.Tenancy.Committee))
        )
            PointAtOwner(entry, key);
        entry.State = EntityState.Added;
        return entry;
    }

    private void PointAtOwner(EntityEntry entry, IForeignKey key)
    {
        if (key.PrincipalEntityType == key.DeclaringEntityType)
            return;
        var owner = Of(key.PrincipalEntityType);
        foreach (var (own, theirs) in key.Properties.Zip(key.PrincipalKey.Properties))
        {
            if (own.Name != nameof(CommitteeEntity.CommitteeId) && !own.IsNullable)
                entry.Property(own.Name).CurrentValue = owner.Property(theirs.Name).CurrentValue;
        }
    }

    private static object ValueFor(IProperty property)
    {
        var type = property.ClrType;
        if (type == typeof(string))
        {
            var text = "{}" + Ids.New().ToString("N");
            return property.GetMaxLength() is { } most && most < text.Length ? text[^most..] : text;
        }

        return type switch
        {
            _ when type == typeof(Guid) => Ids.New(),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2023, 5, 1, 0, 0, 0, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2023, 5, 1),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, 0),
            _ when type == typeof(byte[]) => new byte[] { 1 },
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, 0),
            _ => Activator.CreateInstance(type)!,
        };
    }
}
