using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings;

/// <summary>The words for states, marks and numbers, with their tones.</summary>
public sealed class MeetingWords(IStringLocalizer<MeetingsTexts> text, DisplayFormat format)
{
    public Badge Of(MeetingState state) =>
        new(
            text[$"State.{state}"],
            state switch
            {
                MeetingState.Published or MeetingState.Approved or MeetingState.SignUpClosed => Tone.Info,
                MeetingState.InProgress or MeetingState.Ended or MeetingState.Postponed => Tone.Warn,
                MeetingState.AttendanceConfirmed or MeetingState.ResultsFiled => Tone.Ok,
                MeetingState.Cancelled => Tone.Danger,
                _ => Tone.Neutral,
            }
        );

    public Badge Of(Answer answer) =>
        new(
            text[$"Answer.{answer}"],
            answer switch
            {
                Answer.SignedUp => Tone.Ok,
                Answer.LeaveAsked => Tone.Warn,
                Answer.LeaveApproved => Tone.Info,
                Answer.LeaveRefused => Tone.Danger,
                _ => Tone.Neutral,
            }
        );

    public Badge Of(Presence presence) =>
        new(
            text[$"Presence.{presence}"],
            presence switch
            {
                Presence.Present => Tone.Ok,
                Presence.Late or Presence.LeftEarly => Tone.Warn,
                Presence.Excused => Tone.Info,
                Presence.Absent => Tone.Danger,
                _ => Tone.Neutral,
            }
        );

    /// <summary>2023年第4次; nothing before it is published.</summary>
    public string? Number(int? year, int? number) => number is null ? null : text["Number", year!, number].Value;

    /// <summary>What a meeting is called where its title is not public: its kind and number.</summary>
    public string PublicName(MeetingKind kind, int? year, int? number) =>
        Number(year, number) is { } numbered ? $"{kind.Name} {numbered}" : kind.Name;

    /// <summary>2023年5月10日 星期三 09:00–11:00; over several days both days.</summary>
    public string When(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (format.DayOf(from), format.DayOf(to));
        return first == last
            ? $"{format.DateWithWeekday(first)} {format.Time(from)}–{format.Time(to)}"
            : $"{format.Date(first)} {format.Time(from)} – {format.Date(last)} {format.Time(to)}";
    }
}
