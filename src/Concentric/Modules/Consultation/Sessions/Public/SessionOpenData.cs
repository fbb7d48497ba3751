using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>Open data of the sessions that their organisers confirmed.</summary>
internal sealed class SessionOpenData(PublicSessions sessions, PlaceChoices places)
{
    private readonly PublicSessions sessions = sessions;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/matters/open-data").AllowAnonymous().ExcludeFromDescription();
        files.MapGet("/sessions.csv", CsvAsync);
        files.MapGet("/sessions.json", JsonAsync);
    }

    private static async Task CsvAsync(SessionOpenData data, HttpContext context) =>
        await OpenData.WriteCsvAsync(
            context.Response,
            "sessions",
            await data.ColumnsAsync(context),
            data.Rows(),
            context.RequestAborted
        );

    private static async Task JsonAsync(SessionOpenData data, HttpContext context) =>
        await OpenData.WriteJsonAsync(
            context.Response,
            "sessions",
            await data.ColumnsAsync(context),
            data.Rows(),
            context.RequestAborted
        );

    private IAsyncEnumerable<PublicSession> Rows() =>
        sessions.StreamAsync(
            sessions
                .All.Where(session => session.State == SessionState.Confirmed)
                .OrderBy(session => session.HeldOn)
                .ThenBy(session => session.Id)
        );

    private async Task<IReadOnlyList<OpenColumn<PublicSession>>> ColumnsAsync(HttpContext context)
    {
        var byId = (await places.AllAsync(context.RequestAborted)).ToDictionary(place => place.Id);
        var site = SiteAddress.Of(context.Request);
        return
        [
            new("id", row => row.Id.ToString()),
            new("title", row => row.Title),
            new("place", row => byId[row.PlaceId].Slug),
            new("place_name", row => byId[row.PlaceId].Name),
            new("held_on", row => row.HeldOn),
            new("organiser", row => row.Organiser),
            new("organiser_name", row => row.OrganiserName),
            new("members_part", row => row.MembersPart),
            new("matters", row => row.Matters),
            new("members_present", row => row.Members),
            new("others_present", row => row.Others),
            new("url", row => $"{site}/sessions/{row.Id}"),
        ];
    }
}
