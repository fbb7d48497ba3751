using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal;

/// <summary>Tables of the module.</summary>
internal static class AppraisalModel
{
    internal static void Map(ModelBuilder model)
    {
        MapSheets(model);
        MapObjections(model);
        ResultsModel.Map(model);
        DutiesModel.Map(model);
    }

    private static void MapSheets(ModelBuilder model) =>
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
            edition.HasIndex(row => new { row.CommitteeId, row.YearInForce }).IsUnique();
            edition.HasIndex(row => new { row.CommitteeId, row.SupersededById });
            edition
                .HasOne<SheetEdition>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.SupersededById })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapObjections(ModelBuilder model)
    {
        model.Entity<Objection>(objection =>
        {
            objection.ToTable("appraisal_objections");
            objection.Property(row => row.MemberName).HasMaxLength(100);
            objection.Property(row => row.What).HasMaxLength(Objection.LongestWhat);
            objection.Property(row => row.Office).HasMaxLength(60);
            objection.Property(row => row.DecidedBy).HasMaxLength(Objection.LongestWhat);
            objection.HasIndex(row => new
            {
                row.CommitteeId,
                row.State,
                row.AnswerDueOn,
            });
            objection.HasIndex(row => new { row.CommitteeId, row.FactId });
            objection.HasIndex(row => new
            {
                row.CommitteeId,
                row.PersonId,
                row.Year,
            });
            objection
                .HasOne<Fact>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.FactId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ObjectionStep>(step =>
        {
            Step.Map(step, "appraisal_objection_steps", Objection.LongestWords);
            step.HasIndex(row => new
            {
                row.CommitteeId,
                row.ObjectionId,
                row.At,
            });
            step.HasOne<Objection>()
                .WithMany(row => row.Steps)
                .HasForeignKey(row => new { row.CommitteeId, row.ObjectionId })
                .OnDelete(DeleteBehavior.Cascade);
        });
    }
}
