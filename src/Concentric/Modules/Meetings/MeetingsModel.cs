using Concentric.Modules.Meetings.Calendars;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concentric.Modules.Meetings;

/// <summary>Tables of the module.</summary>
internal static class MeetingsModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Meeting>(MapMeeting);
        MapPartsOfMeeting(model);
        model.Entity<Attendance>(MapAttendance);
        MapPartsOfAttendance(model);
        model.Entity<Measure>(MapMeasure);
        CalendarFeed.Map(model);
    }

    private static void MapMeeting(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings_meetings");
        meeting.Property(row => row.Kind).HasMaxLength(60);
        meeting.Property(row => row.Organiser).HasMaxLength(60);
        meeting.Property(row => row.Title).HasMaxLength(MeetingDetails.LongestTitle);
        meeting.Property(row => row.Place).HasMaxLength(MeetingDetails.LongestPlace);
        meeting.Property(row => row.LocalUnit).HasMaxLength(MeetingDetails.LongestPlace);
        meeting.Property(row => row.PresidedBy).HasMaxLength(MeetingDetails.LongestName);
        meeting.Property(row => row.AudienceKind).HasMaxLength(MeetingDetails.LongestName);
        meeting.Property(row => row.Notice).HasMaxLength(MeetingDetails.LongestNotice);
        meeting.Property(row => row.ConfirmedByName).HasMaxLength(200);
        meeting.Property(row => row.MinutesSignedByName).HasMaxLength(200);
        meeting.HasIndex(row => new { row.CommitteeId, row.HeldOn });
        meeting.HasIndex(row => new
        {
            row.CommitteeId,
            row.State,
            row.StartsAt,
        });
        meeting
            .HasIndex(row => new
            {
                row.CommitteeId,
                row.Kind,
                row.NumberYear,
                row.Number,
            })
            .IsUnique()
            .HasFilter("number IS NOT NULL");
    }

    private static void MapPartsOfMeeting(ModelBuilder model)
    {
        model.Entity<MeetingStep>(step =>
        {
            Step.Map(step, "meetings_steps", MeetingStep.LongestWords);
            OfMeeting(step, meeting => meeting.Steps);
        });
        model.Entity<AgendaItem>(item =>
        {
            item.ToTable("meetings_agenda_items");
            item.Property(row => row.Title).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(row => row.Reporter).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(row => row.DocumentTitle).HasMaxLength(AgendaItem.LongestTitle);
            item.Property(row => row.DocumentSource).HasMaxLength(AgendaItem.LongestTitle);
            OfMeeting(item, meeting => meeting.Agenda);
        });
        model.Entity<MeetingSpeaker>(speaker =>
        {
            speaker.ToTable("meetings_speakers");
            speaker.Property(row => row.Name).HasMaxLength(MeetingDetails.LongestName);
            speaker.Property(row => row.Topic).HasMaxLength(MeetingDetails.LongestTitle);
            OfMeeting(speaker, meeting => meeting.Speakers);
        });
        model.Entity<AttendanceConfirmation>(confirmation =>
        {
            confirmation.ToTable("meetings_confirmations");
            confirmation.Property(row => row.ActorName).HasMaxLength(200);
            confirmation.Property(row => row.Reason).HasMaxLength(MeetingStep.LongestWords);
            confirmation.ComplexProperty(row => row.Count);
            confirmation
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.MeetingId,
                    row.Revision,
                })
                .IsUnique();
            OfMeeting(confirmation, meeting => meeting.Confirmations);
        });
    }

    private static void MapMeasure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("meetings_measures");
        measure.Property(row => row.Text).HasMaxLength(Measure.LongestText);
        measure.Property(row => row.Result).HasMaxLength(Measure.LongestText);
        measure.Property(row => row.Owner).HasMaxLength(MeetingDetails.LongestName);
        measure.Property(row => row.AssignedByName).HasMaxLength(200);
        measure.Property(row => row.DoneByName).HasMaxLength(200);
        measure.BelongsTo<Measure, Meeting>(nameof(Measure.MeetingId), DeleteBehavior.Cascade);
        measure.HasIndex(row => new { row.CommitteeId, row.DueOn });
    }

    private static void MapAttendance(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("meetings_attendances");
        attendance.Property(row => row.Name).HasMaxLength(MeetingDetails.LongestName);
        attendance.Property(row => row.Sector).HasMaxLength(60);
        attendance.Property(row => row.Unit).HasMaxLength(200);
        attendance.Property(row => row.LateCheckInReason).HasMaxLength(MeetingStep.LongestWords);
        attendance.Property(row => row.MadeUpHow).HasMaxLength(MeetingStep.LongestWords);
        attendance.Property(row => row.MadeUpConfirmedByName).HasMaxLength(200);
        attendance.BelongsTo<Attendance, Meeting>(nameof(Attendance.MeetingId), DeleteBehavior.Cascade);
        attendance
            .HasIndex(row => new
            {
                row.CommitteeId,
                row.MeetingId,
                row.PersonId,
            })
            .IsUnique()
            .HasFilter("person_id IS NOT NULL");
        attendance
            .HasIndex(row => new
            {
                row.CommitteeId,
                row.MeetingId,
                row.AccountId,
            })
            .IsUnique()
            .HasFilter("account_id IS NOT NULL");
        attendance.HasIndex(row => new { row.CommitteeId, row.PersonId });
        attendance.HasIndex(row => new { row.CommitteeId, row.AccountId });
        attendance.HasIndex(row => new { row.CommitteeId, row.Answer });
    }

    private static void MapPartsOfAttendance(ModelBuilder model)
    {
        model.Entity<LeaveRequest>(leave =>
        {
            leave.ToTable("meetings_leave_requests");
            leave.Property(row => row.Reason).HasMaxLength(MeetingStep.LongestWords);
            leave.Property(row => row.DecisionReason).HasMaxLength(MeetingStep.LongestWords);
            leave.Property(row => row.DecidedByName).HasMaxLength(200);
            leave
                .HasOne<Attendance>()
                .WithMany(row => row.Leaves)
                .HasForeignKey(row => new { row.CommitteeId, row.AttendanceId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AttendanceChange>(change =>
        {
            change.ToTable("meetings_attendance_changes");
            change.Property(row => row.Reason).HasMaxLength(MeetingStep.LongestWords);
            change.Property(row => row.ActorName).HasMaxLength(200);
            change.HasIndex(row => new { row.CommitteeId, row.MeetingId });
            change
                .HasOne<Attendance>()
                .WithMany(row => row.Changes)
                .HasForeignKey(row => new { row.CommitteeId, row.AttendanceId })
                .OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void OfMeeting<T>(
        EntityTypeBuilder<T> part,
        System.Linq.Expressions.Expression<Func<Meeting, IEnumerable<T>?>> parts
    )
        where T : CommitteeEntity =>
        part.HasOne<Meeting>()
            .WithMany(parts)
            .HasForeignKey(nameof(CommitteeEntity.CommitteeId), "MeetingId")
            .OnDelete(DeleteBehavior.Cascade);
}
