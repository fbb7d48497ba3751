using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>Says in plain words where, when and by whom a session is held.</summary>
public sealed class PublicSessionWords(
    IStringLocalizer<ConsultationTexts> text,
    PlaceChoices places,
    CurrentCommittee committee,
    DisplayFormat format
)
{
    /// <summary>小沟村议事室, or wherever it is; with the place's name where that does not say it.</summary>
    public async Task<string> WhereAsync(PublicSession session, CancellationToken cancellation)
    {
        var place = (await places.AllAsync(cancellation)).First(one => one.Id == session.PlaceId);
        var room = session.Room ?? session.Locality;
        return room is null ? place.Name
            : room.Contains(place.Name, StringComparison.Ordinal) ? room
            : $"{place.Name} {room}";
    }

    /// <summary>The planned time, or the day on which it was held.</summary>
    public string When(PublicSession session) =>
        session.StartsAt is { } at ? $"{format.DateWithWeekday(format.DayOf(at))} {format.Time(at)}"
        : session.HeldOn is { } day ? format.Date(day)
        : "";

    public string By(PublicSession session) =>
        session.OrganiserName
        ?? (
            session.Organiser == SessionOrganiser.Committee
                ? Language.IsEnglish
                    ? committee.Value.EnglishName
                    : committee.Value.ShortName
                : text["SessionOrganiser." + session.Organiser]
        );

    public (string Text, Tone Tone) State(PublicSession session) =>
        session.State switch
        {
            SessionState.Withdrawn => (text["PublicSession.Off"], Tone.Danger),
            SessionState.Announced => (text["PublicSession.ToCome"], Tone.Info),
            SessionState.InProgress => (text["PublicSession.Now"], Tone.Warn),
            SessionState.Confirmed => (text["PublicSession.Held"], Tone.Ok),
            _ => (text["PublicSession.Ended"], Tone.Neutral),
        };
}
