using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>Tables of what comes in.</summary>
internal static class IntakeModel
{
    internal static void Map(ModelBuilder model) =>
        model.Entity<MatterReceipt>(receipt =>
        {
            receipt.ToTable("consultation_matter_receipts");
            receipt.HasIndex(row => new { row.CommitteeId, row.MatterId }).IsUnique();
            receipt.HasIndex(row => new { row.CommitteeId, row.GivenAt });
        });
}
