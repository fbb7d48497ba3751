using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>Tables of the year's procedure.</summary>
internal static class ResultsModel
{
    private const int LongestId = 60;
    private const int LongestName = 200;

    internal static void Map(ModelBuilder model)
    {
        MapCycle(model);
        MapLooks(model);
        MapDecisions(model);
        MapResults(model);
    }

    private static void MapCycle(ModelBuilder model)
    {
        model.Entity<AppraisalCycle>(cycle =>
        {
            cycle.ToTable("appraisal_cycles");
            cycle.HasIndex(row => new { row.CommitteeId, row.Year }).IsUnique();
            cycle.HasIndex(row => new { row.CommitteeId, row.SheetEditionId });
            cycle
                .HasOne<SheetEdition>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.SheetEditionId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CycleStep>(step =>
        {
            Step.Map(step, "appraisal_cycle_steps", CycleStep.LongestWords);
            step.HasIndex(row => new
            {
                row.CommitteeId,
                row.CycleId,
                row.At,
            });
            step.HasOne<AppraisalCycle>()
                .WithMany(row => row.Steps)
                .HasForeignKey(row => new { row.CommitteeId, row.CycleId })
                .OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void MapLooks(ModelBuilder model)
    {
        model.Entity<SelfCheck>(check =>
        {
            check.ToTable("appraisal_self_checks");
            check.Property(row => row.MemberName).HasMaxLength(LongestName);
            check.Property(row => row.Remark).HasMaxLength(SelfCheck.LongestRemark);
            check
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.CycleId,
                    row.PersonId,
                })
                .IsUnique();
            check
                .HasOne<AppraisalCycle>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.CycleId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuarterNotice>(notice =>
        {
            notice.ToTable("appraisal_quarter_notices");
            notice
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.Year,
                    row.Quarter,
                    row.PersonId,
                })
                .IsUnique();
        });
    }

    private static void MapDecisions(ModelBuilder model)
    {
        model.Entity<MeetingDecision>(decision =>
        {
            decision.ToTable("appraisal_decisions");
            decision.Property(row => row.VetoId).HasMaxLength(LongestId);
            decision.Property(row => row.Meeting).HasMaxLength(MeetingDecision.LongestMeeting);
            decision.Property(row => row.Text).HasMaxLength(MeetingDecision.LongestText);
            decision.Property(row => row.RecordedByName).HasMaxLength(LongestName);
            decision.Property(row => row.Matter).HasMaxLength(MeetingDecision.LongestMatter);
            decision
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.CycleId,
                    row.Matter,
                    row.Number,
                })
                .IsUnique();
            decision
                .HasOne<AppraisalCycle>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.CycleId })
                .OnDelete(DeleteBehavior.Restrict);
            decision
                .HasMany(row => row.Choices)
                .WithOne()
                .HasForeignKey(choice => new { choice.CommitteeId, choice.DecisionId })
                .OnDelete(DeleteBehavior.Cascade);
            decision.Navigation(row => row.Choices).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<QuotaChoice>(choice =>
        {
            choice.ToTable("appraisal_quota_choices");
            choice.Property(row => row.Name).HasMaxLength(LongestName);
            choice.Property(row => row.Proposed).HasMaxLength(LongestId);
            choice.Property(row => row.Grade).HasMaxLength(LongestId);
            choice.Property(row => row.Reason).HasMaxLength(QuotaChoice.LongestReason);
            choice
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.DecisionId,
                    row.PersonId,
                })
                .IsUnique();
        });
    }

    private static void MapResults(ModelBuilder model)
    {
        model.Entity<AppraisalResult>(result =>
        {
            result.ToTable("appraisal_results");
            result.Property(row => row.Name).HasMaxLength(LongestName);
            result.Property(row => row.GradeBeforeQuota).HasMaxLength(LongestId);
            result.Property(row => row.Grade).HasMaxLength(LongestId);
            result.Property(row => row.Reason).HasMaxLength(QuotaChoice.LongestReason);
            result
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.CycleId,
                    row.PersonId,
                })
                .IsUnique();
            result.HasIndex(row => new { row.CommitteeId, row.PersonId });
            result
                .HasOne<AppraisalCycle>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.CycleId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ResultCorrection>(correction =>
        {
            correction.ToTable("appraisal_result_corrections");
            correction.Property(row => row.GradeBefore).HasMaxLength(LongestId);
            correction.Property(row => row.GradeAfter).HasMaxLength(LongestId);
            correction.Property(row => row.Reason).HasMaxLength(ResultCorrection.LongestReason);
            correction.Property(row => row.ActorName).HasMaxLength(LongestName);
            correction.HasIndex(row => new
            {
                row.CommitteeId,
                row.ResultId,
                row.At,
            });
            correction
                .HasOne<AppraisalResult>()
                .WithMany(row => row.Corrections)
                .HasForeignKey(row => new { row.CommitteeId, row.ResultId })
                .OnDelete(DeleteBehavior.Cascade);
        });
    }
}
