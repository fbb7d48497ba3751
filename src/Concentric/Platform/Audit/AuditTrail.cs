using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Concentric.Platform.Audit;

/// <summary>Describes a save in one audit entry, so that no change can be made without one.</summary>
public sealed class AuditTrail(AppDb db, CurrentActor actor, TimeProvider time)
{
    private const int MostRowsDescribed = 40;
    private const int LongestValue = 200;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An event that changes no row: a sign-in, an export, a look at a masked field. Saved with the next save.</summary>
    public void Tell(string act, string? about = null) =>
        db.AuditEntries.Add(NewEntry(actor, time, act, JsonSerializer.Serialize(new[] { new { about } }, Json)));

    internal static void Describe(AppDb db, CurrentActor actor, TimeProvider time)
    {
        var rows = db
            .ChangeTracker.Entries()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity is not AuditEntry
                && !Marked<OutsideAuditAttribute>.Is(entry.Metadata.ClrType)
            )
            .ToList();
        if (rows.Count == 0 || db.CommitteeId == Guid.Empty)
            return;
        var described = rows.Take(MostRowsDescribed).Select(DescribeRow).ToList<object>();
        if (rows.Count > MostRowsDescribed)
            described.Add(new { more = rows.Count - MostRowsDescribed });
        var told = NewEntry(actor, time, actor.Act, JsonSerializer.Serialize(described, Json));
        told.Enter(db.CommitteeId);
        db.AuditEntries.Add(told);
    }

    private static AuditEntry NewEntry(CurrentActor actor, TimeProvider time, string act, string changes) =>
        new()
        {
            At = time.GetUtcNow(),
            AccountId = actor.AccountId,
            ActorName = actor.Name,
            Address = actor.Address,
            Act = act.Length > 120 ? act[..120] : act,
            Reason = actor.Reason,
            Changes = changes,
        };

    private static object DescribeRow(EntityEntry entry) =>
        new
        {
            type = entry.Metadata.ShortName(),
            id = (entry.Entity as CommitteeEntity)?.Id,
            name = NameOf(entry),
            did = entry.State.ToString().ToLowerInvariant(),
            values = entry.State == EntityState.Modified ? ChangedValues(entry) : null,
        };

    private static string? NameOf(EntityEntry entry) =>
        entry.Properties.FirstOrDefault(property => Is<NamesInAuditAttribute>(property))?.CurrentValue is { } name
            ? Shown(name)?.ToString()
            : null;

    private static bool Is<T>(PropertyEntry property)
        where T : Attribute => property.Metadata.PropertyInfo?.IsDefined(typeof(T)) == true;

    private static Dictionary<string, object?[]> ChangedValues(EntityEntry entry) =>
        entry
            .Properties.Concat(entry.ComplexProperties.SelectMany(part => part.Properties))
            .Where(property =>
                property.IsModified
                && property.Metadata.Name != nameof(CommitteeEntity.Version)
                // A row that is saved for its children alone is marked as a whole.
                && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue)
            )
            .ToDictionary(
                property => property.Metadata.Name,
                property =>
                    Is<NotInAuditAttribute>(property)
                        ? ["…", "…"]
                        : new[] { Shown(property.OriginalValue), Shown(property.CurrentValue) },
                StringComparer.Ordinal
            );

    private static object? Shown(object? value) =>
        value switch
        {
            null => null,
            // Moments and days as programs write them; whoever reads the trail sees them as on every page.
            DateTimeOffset moment => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            byte[] bytes => $"{bytes.Length} bytes",
            string { Length: > LongestValue } text => text[..LongestValue] + "…",
            _ => value.ToString(),
        };
}
