using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>Tables of registered duties.</summary>
internal static class DutiesModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<DutyRecord>(MapRecord);
        model.Entity<DutyImport>(run =>
        {
            run.ToTable("appraisal_duty_imports");
            run.Property(row => row.FileName).HasMaxLength(255);
            run.Property(row => row.StartedBy).HasMaxLength(200);
            run.Property(row => row.Failure).HasMaxLength(60);
            run.Property(row => row.DefaultOffice).HasMaxLength(60);
            run.HasIndex(row => new { row.CommitteeId, row.CreatedAt });
        });
        model.Entity<DutyEntry>(entry =>
        {
            entry.ToTable("appraisal_duty_members");
            entry.Property(row => row.Name).HasMaxLength(100);
            entry.Property(row => row.Step).HasMaxLength(40);
            entry
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.RecordId,
                    row.MembershipId,
                })
                .IsUnique();
            entry.HasIndex(row => new { row.CommitteeId, row.PersonId });
            entry
                .HasOne<DutyRecord>()
                .WithMany(record => record.Members)
                .HasForeignKey(row => new { row.CommitteeId, row.RecordId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DutyStep>(step =>
        {
            Step.Map(step, "appraisal_duty_steps", DutyRecord.LongestReason);
            step.HasOne<DutyRecord>()
                .WithMany(record => record.Steps)
                .HasForeignKey(row => new { row.CommitteeId, row.RecordId })
                .OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void MapRecord(EntityTypeBuilder<DutyRecord> record)
    {
        record.ToTable("appraisal_duties");
        record.Property(row => row.Kind).HasMaxLength(60);
        record.Property(row => row.Title).HasMaxLength(DutyDetails.LongestTitle);
        record.Property(row => row.Office).HasMaxLength(60);
        record.Property(row => row.Contact).HasMaxLength(DutyDetails.LongestContact);
        record.Property(row => row.Reference).HasMaxLength(DutyDetails.LongestReference);
        record.Property(row => row.Note).HasMaxLength(DutyDetails.LongestNote);
        record.Property(row => row.CorrectionReason).HasMaxLength(DutyRecord.LongestReason);
        record.Property(row => row.RegisteredByName).HasMaxLength(200);
        record.Property(row => row.ConfirmedByName).HasMaxLength(200);
        record.HasIndex(row => new
        {
            row.CommitteeId,
            row.State,
            row.OccurredOn,
        });
        record.HasIndex(row => new { row.CommitteeId, row.OccurredOn });
        record.HasIndex(row => new { row.CommitteeId, row.ImportId });
        record
            .HasIndex(row => new
            {
                row.CommitteeId,
                row.OriginId,
                row.Revision,
            })
            .IsUnique();
        record.BelongsTo<DutyRecord, DutyRecord>(nameof(DutyRecord.CorrectsId));
        record.BelongsTo<DutyRecord, DutyImport>(nameof(DutyRecord.ImportId));
    }
}
