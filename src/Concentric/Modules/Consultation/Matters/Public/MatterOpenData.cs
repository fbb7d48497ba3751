using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Open data of the matters that are cleared for the public, and the results of a year as a file.</summary>
internal sealed class MatterOpenData(PublicMatters matters, PublicWords words, MatterResults results)
{
    private readonly PublicMatters matters = matters;
    private readonly MatterResults results = results;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/matters").AllowAnonymous().ExcludeFromDescription();
        files.MapGet("/open-data/matters.csv", CsvAsync);
        files.MapGet("/open-data/matters.json", JsonAsync);
        files.MapGet("/results/{year:int}/results.csv", ResultsAsync);
    }

    private static async Task CsvAsync(MatterOpenData data, HttpContext context)
    {
        await data.matters.LoadNamesAsync(context.RequestAborted);
        await OpenData.WriteCsvAsync(
            context.Response,
            "matters",
            data.Columns(context.Request),
            data.Rows(),
            context.RequestAborted
        );
    }

    private static async Task JsonAsync(MatterOpenData data, HttpContext context)
    {
        await data.matters.LoadNamesAsync(context.RequestAborted);
        await OpenData.WriteJsonAsync(
            context.Response,
            "matters",
            data.Columns(context.Request),
            data.Rows(),
            context.RequestAborted
        );
    }

    private static async Task ResultsAsync(int year, MatterOpenData data, HttpContext context)
    {
        await data.matters.LoadNamesAsync(context.RequestAborted);
        await OpenData.WriteCsvAsync(
            context.Response,
            $"results-{year}",
            data.Columns(context.Request),
            data.matters.StreamAsync(data.results.Of(year), context.RequestAborted),
            context.RequestAborted
        );
    }

    private IAsyncEnumerable<PublicMatter> Rows() =>
        matters.StreamAsync(matters.All.OrderBy(matter => matter.CollectedAt).ThenBy(matter => matter.Id));

    private List<OpenColumn<PublicMatter>> Columns(HttpRequest request)
    {
        var site = SiteAddress.Of(request);
        return
        [
            new("id", row => row.Id.ToString()),
            new("number", row => row.FullNumber),
            new("title", row => row.Title),
            new("text", row => row.Text),
            new("place", row => matters.PlaceOf(row).Slug),
            new("place_name", row => words.Place(row)),
            new("topic", row => row.Topic),
            new("topic_name", row => words.Topic(row)),
            new("source", row => row.Source),
            new("collected_on", row => row.CollectedOn),
            new("stage", row => row.Stage),
            new("state", row => row.State),
            new("conclusion", row => row.Conclusion),
            new("concluded_on", row => row.ConcludedOn),
            new("unit", row => matters.UnitOf(row)),
            new("reply_class", row => row.ReplyClass),
            new("satisfaction", row => row.Satisfaction),
            new("outcome", row => row.Outcome),
            new("closed_on", row => row.ClosedOn),
            new("days", row => row.DaysToClose),
            new("proof", row => row.Proof),
            new("revisited_on", row => row.RevisitedOn),
            new("held", row => row.Held),
            new("latitude", row => row.Latitude),
            new("longitude", row => row.Longitude),
            new("url", row => $"{site}/matters/{row.Id}"),
        ];
    }
}
