using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>Tables of the module.</summary>
internal static class MembersModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("members_people");
            person.Property(row => row.Name).HasMaxLength(100);
            person.Property(row => row.Initials).HasMaxLength(50);
            person.Property(row => row.Unit).HasMaxLength(200);
            person.Property(row => row.Post).HasMaxLength(100);
            person.Property(row => row.ResidentPlace).HasMaxLength(100);
            person.HasIndex(row => new { row.CommitteeId, row.Initials });
            person.HasIndex(row => new { row.CommitteeId, row.Name });
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("members_memberships");
            membership.Property(row => row.Sector).HasMaxLength(60);
            membership.Property(row => row.EndReason).HasMaxLength(500);
            membership
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.PersonId,
                    row.Level,
                    row.Term,
                })
                .IsUnique();
            membership.HasIndex(row => new
            {
                row.CommitteeId,
                row.Term,
                row.Level,
            });
            membership
                .HasOne(row => row.Person)
                .WithMany(row => row.Memberships)
                .HasForeignKey(row => new { row.CommitteeId, row.PersonId })
                .OnDelete(DeleteBehavior.Restrict);
        });
    }
}
