using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Formats.Open311;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>What GeoReport gives to read: services made of the topics, and the matters that are cleared for the public as requests.</summary>
internal sealed class GeoReportReading(
    AppDb db,
    PublicMatters matters,
    PublicWords words,
    MatterLists lists,
    PlaceChoices places,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
)
{
    /// <summary>Attributes that every service takes.</summary>
    internal const string PlaceAttribute = "place";
    internal const string TitleAttribute = "title";

    /// <summary>Parts the words of an explanation in Chinese.</summary>
    private const char KeywordMark = '\u3001';

    private const string BasePath = "/open311/v2/";

    /// <summary>When these answers last got a new shape.</summary>
    private const string Changeset = "2026-11-01T00:00:00+08:00";

    internal DateTimeOffset Now => InZone(time.GetUtcNow());

    internal ServiceDiscovery Discovery(HttpRequest request)
    {
        var value = committee.Value;
        string?[] contact = [Language.IsEnglish ? value.EnglishName : value.Name, value.ContactPhone, value.ContactEmail];
        return new ServiceDiscovery(
            Changeset,
            string.Join(' ', contact.OfType<string>()),
            text["Open311.KeyService"],
            SiteAddress.Of(request) + BasePath
        );
    }

    internal IEnumerable<Service> Services() =>
        lists.Topics.Select(topic => new Service
        {
            Code = topic.Id,
            Name = topic.Name,
            Description = topic.Explanation,
            HasDefinition = true,
            Keywords = topic.Explanation.Split(
                [KeywordMark, ','],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
            Group = topic.Heading,
        });

    internal string NameOf(string code) => MatterLists.NameOf(lists.Topics, code);

    internal bool IsService(string code) => lists.Topics.Any(topic => topic.Id == code);

    internal async Task<ServiceDefinition?> DefinitionAsync(string code, CancellationToken cancellation)
    {
        if (!IsService(code))
            return null;
        var open = await places.OpenAsync(cancellation);
        var names = open.ToDictionary(place => place.Id, place => place.Name);
        return new ServiceDefinition(
            code,
            [
                new ServiceAttribute
                {
                    Code = PlaceAttribute,
                    Datatype = AttributeDatatype.SingleValueList,
                    Description = text["Open311.Place"],
                    Hint = text["Open311.Place.Hint"],
                    Values =
                    [
                        .. open.Select(place =>
                            (
                                place.Slug,
                                place.ParentId is { } above && names.TryGetValue(above, out var name)
                                    ? $"{name} {place.Name}"
                                    : place.Name
                            )
                        ),
                    ],
                },
                new ServiceAttribute
                {
                    Code = TitleAttribute,
                    Datatype = AttributeDatatype.String,
                    Description = text["Open311.Title"],
                    Hint = text["Open311.Title.Hint", Matter.LongestTitle],
                },
            ]
        );
    }

    internal async Task<IReadOnlyList<ServiceRequest>> RequestsAsync(ServiceRequestQuery query, CancellationToken cancellation)
    {
        var asked = Asked(query)
            .OrderByDescending(matter => matter.CollectedAt)
            .ThenByDescending(matter => matter.Id)
            .Skip((query.Page - 1) * query.PageSize)
            .Take(query.PageSize);
        return await WriteAsync(asked, cancellation);
    }

    internal Task<IReadOnlyList<ServiceRequest>> RequestAsync(Guid id, CancellationToken cancellation) =>
        WriteAsync(matters.All.Where(matter => matter.Id == id), cancellation);

    /// <summary>A tracking code, or the id itself, which is as hard to guess; says nothing but the id.</summary>
    internal async Task<RequestToken?> TokenAsync(string token, CancellationToken cancellation)
    {
        var (digest, given) = (MatterTracking.Digest(token), Guid.TryParse(token, out var parsed) ? parsed : Guid.Empty);
        var id = await db.Set<Matter>()
            .Where(matter => digest != null ? matter.TrackingDigest == digest : matter.Id == given)
            .Select(matter => (Guid?)matter.Id)
            .SingleOrDefaultAsync(cancellation);
        return id is { } found ? new RequestToken(found.ToString(), token) : null;
    }

    private IQueryable<Matter> Asked(ServiceRequestQuery query)
    {
        if (query.Ids.Count > 0)
        {
            var ids = query.Ids.Select(id => Guid.TryParse(id, out var parsed) ? parsed : Guid.Empty).ToList();
            return matters.All.Where(matter => ids.Contains(matter.Id));
        }

        var (from, to) = (query.From.ToUniversalTime(), query.To.ToUniversalTime());
        var asked = matters.All.Where(matter => matter.CollectedAt >= from && matter.CollectedAt <= to);
        if (query.ServiceCodes.Count > 0)
            asked = asked.Where(matter => query.ServiceCodes.Contains(matter.Topic));
        return query.IsClosed switch
        {
            true => asked.Where(matter => MatterMoves.Ends.Contains(matter.State)),
            false => asked.Where(matter => !MatterMoves.Ends.Contains(matter.State)),
            null => asked,
        };
    }

    private async Task<IReadOnlyList<ServiceRequest>> WriteAsync(IQueryable<Matter> asked, CancellationToken cancellation)
    {
        var rows = await matters.ReadAsync(asked, cancellation);
        await matters.LoadNamesAsync(cancellation);
        var points = await db.Set<Place>()
            .Where(place => place.Latitude != null && place.Longitude != null)
            .Select(place => new
            {
                place.Id,
                place.Latitude,
                place.Longitude,
            })
            .ToDictionaryAsync(
                place => place.Id,
                place => new GeoPoint(place.Latitude!.Value, place.Longitude!.Value),
                cancellation
            );
        return [.. rows.Select(row => Write(row, points))];
    }

    private ServiceRequest Write(PublicMatter matter, Dictionary<Guid, GeoPoint> points)
    {
        var above = matters.PlacesOf(matter).ToList();
        var point =
            matter.Latitude is { } north && matter.Longitude is { } east
                ? new GeoPoint(north, east)
                : above
                    .Where(place => points.ContainsKey(place.Id))
                    .Select(place => (GeoPoint?)points[place.Id])
                    .FirstOrDefault();
        return new ServiceRequest
        {
            Id = matter.Id.ToString(),
            IsClosed = matter.IsEnded,
            StatusNotes = StatusOf(matter),
            ServiceName = NameOf(matter.Topic),
            ServiceCode = matter.Topic,
            Description = $"{matter.Title}\n{matter.Text}",
            AgencyResponsible =
                matters.UnitOf(matter) ?? (Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name),
            RequestedAt = InZone(matter.CollectedAt),
            UpdatedAt = InZone(matter.ChangedAt),
            ExpectedAt = !matter.IsEnded && matter.DueOn is { } due ? EndOf(due) : null,
            Address = words.Place(matter),
            AddressId = above[0].Slug,
            Latitude = Rounded(point?.Latitude),
            Longitude = Rounded(point?.Longitude),
        };
    }

    /// <summary>As everything that leaves the house; see the page about open data.</summary>
    private static decimal? Rounded(decimal? degrees) =>
        degrees is { } exact ? Math.Round(exact, PublicMatter.PointDecimals) : null;

    private string StatusOf(PublicMatter matter) =>
        matter.Proof is { } proof
            ? text["PublicStage.WithProof", text["PublicStage." + matter.Stage].Value, proof]
            : text["PublicStage." + matter.Stage];

    private DateTimeOffset InZone(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, committee.TimeZone);

    private DateTimeOffset EndOf(DateOnly day)
    {
        var end = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(end, committee.TimeZone.GetUtcOffset(end));
    }
}
