using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Tables of matters.</summary>
internal static class MatterModel
{
    private const int LongestName = 200;
    private const int LongestDataId = 60;

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Matter>(MapMatter);
        model.Entity<MatterSubmitter>(submitter =>
        {
            submitter.ToTable("consultation_submitters");
            submitter.HasIndex(row => new { row.CommitteeId, row.MatterId }).IsUnique();
        });
        model.Entity<SubmitterLook>(look =>
        {
            look.ToTable("consultation_submitter_looks");
            look.Property(row => row.ViewerName).HasMaxLength(LongestName);
            look.Property(row => row.Reason).HasMaxLength(SubmitterLook.LongestReason);
            look.BelongsTo<SubmitterLook, Matter>(nameof(SubmitterLook.MatterId));
            look.HasIndex(row => new
            {
                row.CommitteeId,
                row.MatterId,
                row.At,
            });
        });
        Step.Map(model.Entity<MatterStep>(), "consultation_matter_steps", MatterStep.LongestWords);
        model.Entity<MatterNote>(note =>
        {
            note.ToTable("consultation_matter_notes");
            note.Property(row => row.ActorName).HasMaxLength(LongestName);
            note.Property(row => row.Text).HasMaxLength(MatterStep.LongestWords);
        });
        Step.Map(model.Entity<MatterFeedback>(), "consultation_matter_feedback", MatterStep.LongestWords);
        MapAssignments(model);
        IntakeModel.Map(model);
    }

    private static void MapMatter(EntityTypeBuilder<Matter> matter)
    {
        matter.ToTable("consultation_matters");
        matter.Property(row => row.Title).HasMaxLength(Matter.LongestTitle);
        matter.Property(row => row.Text).HasMaxLength(Matter.LongestText);
        matter.Property(row => row.Locality).HasMaxLength(Matter.LongestLocality);
        matter.Property(row => row.Topic).HasMaxLength(LongestDataId);
        matter.Property(row => row.SourceName).HasMaxLength(LongestName);
        matter.Property(row => row.LedgerNumber).HasMaxLength(Matter.LongestLedgerNumber);
        matter.Property(row => row.TrackingDigest).HasMaxLength(64);
        matter.Property(row => row.TransferredTo).HasMaxLength(LongestDataId);
        matter.Property(row => row.RejectedFor).HasMaxLength(LongestDataId);
        matter.Property(row => row.PublicTitle).HasMaxLength(Matter.LongestTitle);
        matter.Property(row => row.PublicText).HasMaxLength(Matter.LongestText);
        matter.Property(row => row.Announcement).HasMaxLength(Matter.LongestAnnouncement);
        matter.Property(row => row.SubmittedTo).HasMaxLength(LongestName);
        matter.Property(row => row.ReplyClass).HasMaxLength(LongestDataId);
        matter.Property(row => row.ReplyText).HasMaxLength(MatterStep.LongestWords);
        matter.Property(row => row.Proof).HasMaxLength(MatterStep.LongestWords);
        matter.Property(row => row.Latitude).HasPrecision(9, 6);
        matter.Property(row => row.Longitude).HasPrecision(9, 6);
        // They are read from the assignments, which are mapped below.
        matter.Ignore(row => row.Current).Ignore(row => row.Returned).Ignore(row => row.Lead).Ignore(row => row.LastHandlers);
        matter.BelongsTo<Matter, Place>(nameof(Matter.PlaceId));
        matter.BelongsTo<Matter, Matter>(nameof(Matter.MergedIntoId));
        matter.BelongsTo<Matter, Matter>(nameof(Matter.RepeatsId));
        Own<MatterStep>(matter.HasMany(row => row.Steps), nameof(MatterStep.MatterId));
        Own<MatterNote>(matter.HasMany(row => row.Notes), nameof(MatterNote.MatterId));
        Own<MatterFeedback>(matter.HasMany(row => row.Feedback), nameof(MatterFeedback.MatterId));
        Own<MatterAssignment>(matter.HasMany(row => row.Assignments), nameof(MatterAssignment.MatterId));
        matter
            .HasOne(row => row.Submitter)
            .WithOne()
            .HasForeignKey<MatterSubmitter>(nameof(CommitteeEntity.CommitteeId), nameof(MatterSubmitter.MatterId))
            .OnDelete(DeleteBehavior.Cascade);
        Index(matter);
    }

    private static void Index(EntityTypeBuilder<Matter> matter)
    {
        matter.HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.TrackingDigest)).IsUnique();
        matter
            .HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.NumberYear), nameof(Matter.Number))
            .IsUnique()
            .HasFilter("number IS NOT NULL");
        matter.HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.State), nameof(Matter.DueOn));
        matter.HasIndex(
            nameof(CommitteeEntity.CommitteeId),
            nameof(Matter.PlaceId),
            nameof(Matter.State),
            nameof(Matter.CollectedAt)
        );
        matter.HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.CollectedAt));
        // What everybody reads, in the two orders in which it is read; the id settles which of two at one moment comes first.
        matter
            .HasIndex(
                [nameof(CommitteeEntity.CommitteeId), nameof(Matter.CollectedAt), nameof(Matter.Id)],
                "ix_consultation_matters_public_collected"
            )
            .HasFilter("is_public");
        matter
            .HasIndex(
                [nameof(CommitteeEntity.CommitteeId), nameof(Matter.PublicChangedAt), nameof(Matter.Id)],
                "ix_consultation_matters_public_changed"
            )
            .HasFilter("is_public");
        matter.HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.ClosedOn));
        matter.HasIndex(nameof(CommitteeEntity.CommitteeId), nameof(Matter.SubmittingMembershipId));
    }

    private static void MapAssignments(ModelBuilder model) =>
        model.Entity<MatterAssignment>(assignment =>
        {
            assignment.ToTable("consultation_matter_assignments");
            assignment.Property(row => row.ReturnReason).HasMaxLength(MatterStep.LongestWords);
            assignment.Property(row => row.ReplyText).HasMaxLength(MatterStep.LongestWords);
            assignment.Property(row => row.ReplyClass).HasMaxLength(LongestDataId);
            assignment.BelongsTo<MatterAssignment, HandlingUnit>(nameof(MatterAssignment.HandlingUnitId));
            assignment.HasIndex(row => new
            {
                row.CommitteeId,
                row.HandlingUnitId,
                row.State,
                row.DueOn,
            });
            assignment.HasIndex(row => new
            {
                row.CommitteeId,
                row.State,
                row.DueOn,
            });
        });

    private static void Own<TPart>(CollectionNavigationBuilder<Matter, TPart> parts, string idProperty)
        where TPart : CommitteeEntity =>
        parts.WithOne().HasForeignKey(nameof(CommitteeEntity.CommitteeId), idProperty).OnDelete(DeleteBehavior.Cascade);
}
