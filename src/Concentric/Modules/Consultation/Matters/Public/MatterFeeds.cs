using System.Text.Encodings.Web;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Feeds;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Feeds of the matters that something happened to last: of all, and of a place with what lies below it.</summary>
internal sealed class MatterFeeds(
    PublicMatters matters,
    PublicWords words,
    PlaceChoices places,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    HtmlEncoder html
)
{
    private const int MostEntries = 30;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (
            var (path, handler) in new (string, Delegate)[]
            {
                ("/matters.atom", AllAtomAsync),
                ("/matters.json", AllJsonAsync),
                ("/places/{slug}/feed.atom", PlaceAtomAsync),
                ("/places/{slug}/feed.json", PlaceJsonAsync),
            }
        )
            endpoints.MapGet(path, handler).AllowAnonymous().WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> AllAtomAsync(MatterFeeds feeds, HttpContext context, DisplayFormat format) =>
        Atom(await feeds.AllAsync("/matters.atom", context.RequestAborted), context, format);

    private static async Task<IResult> AllJsonAsync(MatterFeeds feeds, HttpContext context, DisplayFormat format) =>
        Json(await feeds.AllAsync("/matters.json", context.RequestAborted), context, format);

    private static async Task<IResult> PlaceAtomAsync(
        string slug,
        MatterFeeds feeds,
        HttpContext context,
        DisplayFormat format
    ) => Atom(await feeds.OfPlaceAsync(slug, "feed.atom", context.RequestAborted), context, format);

    private static async Task<IResult> PlaceJsonAsync(
        string slug,
        MatterFeeds feeds,
        HttpContext context,
        DisplayFormat format
    ) => Json(await feeds.OfPlaceAsync(slug, "feed.json", context.RequestAborted), context, format);

    private static IResult Atom(Feed? feed, HttpContext context, DisplayFormat format) =>
        feed is null
            ? Results.NotFound()
            : Results.Bytes(AtomWriter.Write(feed, context.Request, format), AtomWriter.ContentType);

    private static IResult Json(Feed? feed, HttpContext context, DisplayFormat format) =>
        feed is null
            ? Results.NotFound()
            : Results.Bytes(JsonFeedWriter.Write(feed, context.Request, format), JsonFeedWriter.ContentType);

    private async Task<Feed?> AllAsync(string ownPath, CancellationToken cancellation)
    {
        var entries = await EntriesAsync(matters.All, cancellation);
        // The committee's own id is that of the articles' feed; a feed reader must never take one for the other.
        return Language.InChinese(() =>
            new Feed(
                Flipped(committee.Id),
                $"{text["Board"]} \u00B7 {committee.Value.ShortName}",
                "/matters",
                ownPath,
                committee.Value.Name,
                entries()
            )
        );
    }

    private async Task<Feed?> OfPlaceAsync(string slug, string file, CancellationToken cancellation)
    {
        if (await places.FindAsync(slug, cancellation) is not { } place)
            return null;
        var entries = await EntriesAsync(await matters.BelowAsync(slug, cancellation), cancellation);
        return Language.InChinese(() =>
            new Feed(
                place.Id,
                $"{place.Name} \u00B7 {text["Board"]}",
                $"/places/{slug}",
                $"/places/{slug}/{file}",
                committee.Value.Name,
                entries()
            )
        );
    }

    /// <summary>The rows are read here; their words are made where the language is chosen.</summary>
    private async Task<Func<IReadOnlyList<FeedEntry>>> EntriesAsync(IQueryable<Matter> chosen, CancellationToken cancellation)
    {
        var rows = await matters.ReadAsync(
            chosen.OrderByDescending(matter => matter.PublicChangedAt).ThenByDescending(matter => matter.Id).Take(MostEntries),
            cancellation
        );
        await matters.LoadNamesAsync(cancellation);
        return () => [.. rows.Select(EntryOf)];
    }

    private FeedEntry EntryOf(PublicMatter matter)
    {
        var stage = words.Stage(matter.Stage);
        var told = matter.Proof is { } proof ? text["PublicStage.WithProof", stage, proof].Value : stage;
        string[] lines =
        [
            .. matter.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            told,
        ];
        return new FeedEntry(
            matter.Id,
            $"/matters/{matter.Id}",
            matter.Title,
            matters.UnitOf(matter) ?? committee.Value.Name,
            $"{told} \u00B7 {words.Place(matter)}",
            string.Concat(lines.Select(line => $"<p>{html.Encode(line)}</p>")),
            matter.ClearedAt,
            matter.ChangedAt,
            words.Topic(matter)
        );
    }

    /// <summary>Another id that is made of the first and as lasting.</summary>
    private static Guid Flipped(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        bytes[^1] ^= 0xFF;
        return new Guid(bytes, bigEndian: true);
    }
}
