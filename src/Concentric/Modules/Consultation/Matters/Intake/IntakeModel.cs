using Concentric.Modules.Consultation.Matters.Intake.Import;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>Tables of what comes in.</summary>
internal static class IntakeModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<MatterReceipt>(receipt =>
        {
            receipt.ToTable("consultation_matter_receipts");
            receipt.HasIndex(row => new { row.CommitteeId, row.MatterId }).IsUnique();
            receipt.HasIndex(row => new { row.CommitteeId, row.GivenAt });
        });
        model.Entity<SubmitterNews>(news =>
        {
            news.ToTable("consultation_submitter_news");
            news.HasIndex(row => new { row.CommitteeId, row.MatterId }).IsUnique();
            news.HasIndex(row => new { row.CommitteeId, row.Since });
        });
        model.Entity<MatterDraft>(draft =>
        {
            draft.ToTable("consultation_matter_drafts");
            draft.Property(row => row.KeyDigest).HasMaxLength(64);
            draft.HasIndex(row => new { row.CommitteeId, row.KeyDigest }).IsUnique();
            draft.HasIndex(row => new { row.CommitteeId, row.SavedAt });
        });
        model.Entity<MatterImport>(run =>
        {
            run.ToTable("consultation_matter_imports");
            run.HasIndex(row => new { row.CommitteeId, row.CreatedAt });
        });
    }
}
