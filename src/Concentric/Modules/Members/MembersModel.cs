using Concentric.Modules.Members.Import;
using Concentric.Modules.Members.MemberFile;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>Tables of the module.</summary>
internal static class MembersModel
{
    internal static void Map(ModelBuilder model)
    {
        MapPeople(model);
        MapMemberships(model);
        MapEarlierDuties(model);
        MapImports(model);
        model.Entity<FieldLook>(look =>
        {
            look.ToTable("members_field_looks");
            look.Property(row => row.ViewerName).HasMaxLength(200);
            look.Property(row => row.Fields).HasMaxLength(200);
            look.Property(row => row.Reason).HasMaxLength(500);
            look.HasIndex(row => new
            {
                row.CommitteeId,
                row.PersonId,
                row.At,
            });
            look.HasOne<Person>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.PersonId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CorrectionRequest>(request =>
        {
            request.ToTable("members_correction_requests");
            request.Property(row => row.Text).HasMaxLength(CorrectionRequest.Longest);
            request.Property(row => row.Answer).HasMaxLength(CorrectionRequest.Longest);
            request.Property(row => row.AnsweredBy).HasMaxLength(200);
            request.HasIndex(row => new
            {
                row.CommitteeId,
                row.AnsweredAt,
                row.AskedAt,
            });
            request.HasIndex(row => new { row.CommitteeId, row.PersonId });
            request
                .HasOne(row => row.Person)
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.PersonId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ContactKey>().ToTable("members_contact_keys");
    }

    private static void MapPeople(ModelBuilder model) =>
        model.Entity<Person>(person =>
        {
            person.ToTable("members_people");
            person.Property(row => row.Name).HasMaxLength(100);
            person.Property(row => row.Initials).HasMaxLength(50);
            person.Property(row => row.Pinyin).HasMaxLength(200);
            person.Property(row => row.Party).HasMaxLength(60);
            person.Property(row => row.Ethnicity).HasMaxLength(30);
            person.Property(row => row.Education).HasMaxLength(30);
            person.Property(row => row.Unit).HasMaxLength(200);
            person.Property(row => row.Post).HasMaxLength(100);
            person.Property(row => row.ResidentPlace).HasMaxLength(100);
            person.Property(row => row.PhoneTrace).HasMaxLength(32);
            person.HasIndex(row => new { row.CommitteeId, row.Pinyin });
            person.HasIndex(row => new { row.CommitteeId, row.Initials });
            person.HasIndex(row => new { row.CommitteeId, row.Name });
            person.HasIndex(row => new { row.CommitteeId, row.PhoneTrace });
        });

    private static void MapMemberships(ModelBuilder model) =>
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
            membership.HasIndex(row => new { row.CommitteeId, row.Sector });
            membership
                .HasOne(row => row.Person)
                .WithMany(row => row.Memberships)
                .HasForeignKey(row => new { row.CommitteeId, row.PersonId })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapEarlierDuties(ModelBuilder model) =>
        model.Entity<EarlierDuty>(earlier =>
        {
            earlier.ToTable("members_earlier_duties");
            earlier.Property(row => row.Basis).HasMaxLength(EarlierDuty.LongestBasis);
            earlier.Property(row => row.ChangedByName).HasMaxLength(200);
            earlier
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.MembershipId,
                    row.LastDay,
                })
                .IsUnique();
            earlier
                .HasOne<Membership>()
                .WithMany(seat => seat.EarlierDuties)
                .HasForeignKey(row => new { row.CommitteeId, row.MembershipId })
                .OnDelete(DeleteBehavior.Cascade);
        });

    private static void MapImports(ModelBuilder model) =>
        model.Entity<ImportRun>(run =>
        {
            run.ToTable("members_import_runs");
            run.Property(row => row.FileName).HasMaxLength(255);
            run.Property(row => row.StartedBy).HasMaxLength(200);
            run.Property(row => row.Failure).HasMaxLength(60);
            run.HasIndex(row => new { row.CommitteeId, row.CreatedAt });
        });
}
