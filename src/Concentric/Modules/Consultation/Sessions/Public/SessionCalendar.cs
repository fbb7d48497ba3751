using System.Text;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Calendars;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>
/// Announced sessions as a calendar that programs subscribe to: one that is moved moves there too, and one that is withdrawn says so
/// instead of vanishing.
/// </summary>
internal sealed class SessionCalendar(
    PublicSessions sessions,
    PublicSessionWords words,
    PlaceChoices places,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
)
{
    /// <summary>How far back it tells.</summary>
    private const int DaysBack = 400;
    private const int MostEvents = 2000;

    private readonly PublicSessions sessions = sessions;
    private readonly PlaceChoices places = places;
    private readonly CurrentCommittee committee = committee;
    private readonly IStringLocalizer<ConsultationTexts> text = text;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (
            var (path, handler) in new (string, Delegate)[]
            {
                ("/sessions.ics", AllAsync),
                ("/places/{slug}/sessions.ics", OfPlaceAsync),
            }
        )
            endpoints.MapGet(path, handler).AllowAnonymous().WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> AllAsync(SessionCalendar calendar, HttpContext context) =>
        await calendar.WriteAsync(
            calendar.sessions.All,
            Language.InChinese(() => calendar.text["Sessions.Of", calendar.committee.Value.ShortName].Value),
            context.RequestAborted
        );

    private static async Task<IResult> OfPlaceAsync(string slug, SessionCalendar calendar, HttpContext context)
    {
        if (await calendar.places.FindAsync(slug, context.RequestAborted) is not { } top)
            return Results.NotFound();
        var branch = await calendar.places.BranchAsync(slug, context.RequestAborted);
        return await calendar.WriteAsync(
            calendar.sessions.All.Where(session => branch.Contains(session.PlaceId)),
            Language.InChinese(() => calendar.text["Sessions.Of", top.Name].Value),
            context.RequestAborted
        );
    }

    private async Task<IResult> WriteAsync(IQueryable<CouncilSession> chosen, string name, CancellationToken cancellation)
    {
        var from = time.GetUtcNow().AddDays(-DaysBack);
        var rows = await sessions.ReadAsync(
            chosen
                .Where(session => session.AnnouncedAt != null && session.PlannedFor >= from)
                .OrderByDescending(session => session.PlannedFor)
                .ThenBy(session => session.Id)
                .Take(MostEvents),
            cancellation
        );
        var events = new List<EventInCalendar>();
        foreach (var row in rows)
            events.Add(
                new EventInCalendar
                {
                    Id = row.Id,
                    Title = row.Title,
                    Place = await words.WhereAsync(row, cancellation),
                    Notice = row.Notice,
                    StartsAt = row.StartsAt!.Value,
                    EndsAt = row.EndsAt!.Value,
                    ChangedAt = row.ChangedAt,
                    Sequence = row.Sequence,
                    IsOff = row.IsOff,
                }
            );
        return Results.Text(EventCalendar.Write(name, committee.Value.Slug, events), EventCalendar.ContentType, Encoding.UTF8);
    }
}
