using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Tables of places and their people.</summary>
internal static class PlaceModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Place>(place =>
        {
            place.ToTable("consultation_places");
            place.Property(row => row.Name).HasMaxLength(Place.LongestName);
            place.Property(row => row.Slug).HasMaxLength(Place.LongestSlug);
            place.Property(row => row.Lineage).HasMaxLength(4 * (Place.LongestSlug + 1));
            place.HasIndex(row => new { row.CommitteeId, row.Slug }).IsUnique();
            place.HasIndex(row => new { row.CommitteeId, row.Lineage });
            place
                .HasOne<Place>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.ParentId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<HandlingUnit>(unit =>
        {
            unit.ToTable("consultation_handling_units");
            unit.Property(row => row.Name).HasMaxLength(HandlingUnit.LongestName);
            unit.Property(row => row.Slug).HasMaxLength(HandlingUnit.LongestSlug);
            unit.HasIndex(row => new { row.CommitteeId, row.Slug }).IsUnique();
        });
    }
}
