using Concentric.Modules.Appraisal.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal;

/// <summary>Tables of the module.</summary>
internal static class AppraisalModel
{
    internal static void Map(ModelBuilder model) =>
        model.Entity<SheetEdition>(edition =>
        {
            edition.ToTable("appraisal_sheet_editions");
            edition.Property(row => row.SheetKey).HasMaxLength(SheetEdition.LongestKey);
            edition.Property(row => row.Number).HasMaxLength(SheetEdition.LongestNumber);
            edition.Property(row => row.Title).HasMaxLength(SheetEdition.LongestTitle);
            edition.HasIndex(row => new
            {
                row.CommitteeId,
                row.State,
                row.ToDay,
            });
            edition.HasIndex(row => new { row.CommitteeId, row.SupersededById });
            edition
                .HasOne<SheetEdition>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.SupersededById })
                .OnDelete(DeleteBehavior.Restrict);
        });
}
