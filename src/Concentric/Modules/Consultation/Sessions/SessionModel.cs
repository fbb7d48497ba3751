using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>Tables of council sessions.</summary>
internal static class SessionModel
{
    private const int LongestActor = 200;
    private const int LongestDataId = 60;

    internal static void Map(ModelBuilder model)
    {
        model.Entity<CouncilSession>(MapSession);
        model.Entity<SessionMatter>(matter =>
        {
            matter.ToTable("consultation_session_matters");
            matter.Property(row => row.Title).HasMaxLength(Matter.LongestTitle);
            matter.Property(row => row.AdjournedBecause).HasMaxLength(SessionMatter.LongestReason);
            matter.Ignore(row => row.Agreements).Ignore(row => row.Dissents).Ignore(row => row.Tally);
            matter.BelongsTo<SessionMatter, Matter>(nameof(SessionMatter.MatterId));
            matter
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.SessionId,
                    row.MatterId,
                })
                .IsUnique();
            matter.HasIndex(row => new { row.CommitteeId, row.MatterId });
            matter
                .HasMany(row => row.Points)
                .WithOne()
                .HasForeignKey(nameof(CommitteeEntity.CommitteeId), nameof(SessionPoint.SessionMatterId))
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SessionPoint>(point =>
        {
            point.ToTable("consultation_session_points");
            point.Property(row => row.Text).HasMaxLength(SessionPoint.LongestText);
            point.Property(row => row.Rival).HasMaxLength(SessionPoint.LongestText);
            point.Property(row => row.RivalBy).HasMaxLength(LongestActor);
            point.Property(row => row.WrittenBy).HasMaxLength(LongestActor);
        });
        MapPeople(model);
        MapPapers(model);
    }

    private static void MapSession(EntityTypeBuilder<CouncilSession> session)
    {
        session.ToTable("consultation_sessions");
        session.Property(row => row.Title).HasMaxLength(CouncilSession.LongestTitle);
        session.Property(row => row.Locality).HasMaxLength(CouncilSession.LongestName);
        session.Property(row => row.OrganiserName).HasMaxLength(CouncilSession.LongestName);
        session.Property(row => row.MembersPart).HasMaxLength(LongestDataId);
        session.Property(row => row.MembersPartWords).HasMaxLength(CouncilSession.LongestPartWords);
        session.Property(row => row.ConvenerName).HasMaxLength(CouncilSession.LongestPerson);
        session.Property(row => row.Announcement).HasMaxLength(CouncilSession.LongestAnnouncement);
        session.Property(row => row.MovedNote).HasMaxLength(CouncilSession.LongestMovedNote);
        session.Property(row => row.ScreenCode).HasMaxLength(20);
        session.Property(row => row.ConfirmedByName).HasMaxLength(LongestActor);
        session.Property(row => row.CorrectedBecause).HasMaxLength(SessionStep.LongestWords);
        session.Property(row => row.WithdrawnBecause).HasMaxLength(SessionStep.LongestWords);
        // They are read from the parts, which are mapped below.
        session
            .Ignore(row => row.Notice)
            .Ignore(row => row.Agenda)
            .Ignore(row => row.Current)
            .Ignore(row => row.Present)
            .Ignore(row => row.Turn);
        session.BelongsTo<CouncilSession, Place>(nameof(CouncilSession.PlaceId));
        session.BelongsTo<CouncilSession, ConsultationRoom>(nameof(CouncilSession.RoomId));
        session.BelongsTo<CouncilSession, ConsultationCouncil>(nameof(CouncilSession.CouncilId));
        Own<SessionMatter>(session.HasMany(row => row.Matters), nameof(SessionMatter.SessionId));
        Own<SessionParticipant>(session.HasMany(row => row.People), nameof(SessionParticipant.SessionId));
        Own<SessionTurn>(session.HasMany(row => row.Turns), nameof(SessionTurn.SessionId));
        Own<SessionStep>(session.HasMany(row => row.Steps), nameof(SessionStep.SessionId));
        session
            .HasOne(row => row.Minutes)
            .WithOne()
            .HasForeignKey<SessionMinutes>(nameof(CommitteeEntity.CommitteeId), nameof(SessionMinutes.SessionId))
            .OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(row => new { row.CommitteeId, row.ScreenCode }).IsUnique();
        session.HasIndex(row => new
        {
            row.CommitteeId,
            row.PlaceId,
            row.HeldOn,
        });
        session.HasIndex(row => new
        {
            row.CommitteeId,
            row.State,
            row.PlannedFor,
        });
        session.HasIndex(row => new { row.CommitteeId, row.HeldOn });
    }

    private static void MapPeople(ModelBuilder model)
    {
        model.Entity<SessionParticipant>(person =>
        {
            person.ToTable("consultation_session_people");
            person.Property(row => row.Name).HasMaxLength(CouncilSession.LongestPerson);
            person.Property(row => row.Post).HasMaxLength(CouncilSession.LongestName);
            person.HasIndex(row => new { row.CommitteeId, row.SessionId });
            person.HasIndex(row => new { row.CommitteeId, row.PersonId });
        });
        model.Entity<SessionTurn>(turn =>
        {
            turn.ToTable("consultation_session_turns");
            turn.Property(row => row.Name).HasMaxLength(CouncilSession.LongestPerson);
            turn.HasIndex(row => new { row.CommitteeId, row.SessionId });
        });
    }

    private static void MapPapers(ModelBuilder model)
    {
        Step.Map(model.Entity<SessionStep>(), "consultation_session_steps", SessionStep.LongestWords);
        model.Entity<SessionMinutes>(minutes =>
        {
            minutes.ToTable("consultation_session_minutes");
            minutes.Property(row => row.Text).HasMaxLength(SessionMinutes.LongestText);
            minutes.Property(row => row.Number).HasMaxLength(SessionMinutes.LongestNumber);
            minutes.Property(row => row.SignedByName).HasMaxLength(LongestActor);
            minutes.HasIndex(row => new { row.CommitteeId, row.SessionId }).IsUnique();
        });
    }

    private static void Own<TPart>(CollectionNavigationBuilder<CouncilSession, TPart> parts, string idProperty)
        where TPart : CommitteeEntity =>
        parts.WithOne().HasForeignKey(nameof(CommitteeEntity.CommitteeId), idProperty).OnDelete(DeleteBehavior.Cascade);
}
