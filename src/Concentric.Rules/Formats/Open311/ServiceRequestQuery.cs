using System.Globalization;

namespace Concentric.Rules.Formats.Open311;

/// <summary>Which requests a client asks for.</summary>
public sealed record ServiceRequestQuery
{
    /// <summary>Without a narrower wish the last 90 days are given, but not more than the first 1,000.</summary>
    public const int MostDays = 90;
    public const int MostOnPage = 1000;
    private const int LastPage = 100_000;

    /// <summary>Where it is not empty, nothing else counts.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];
    public IReadOnlyList<string> ServiceCodes { get; private init; } = [];

    /// <summary>None: both.</summary>
    public bool? IsClosed { get; private init; }
    public DateTimeOffset From { get; private init; }
    public DateTimeOffset To { get; private init; }

    /// <summary>From 1 (an extension that clients know).</summary>
    public int Page { get; private init; } = 1;
    public int PageSize { get; private init; } = MostOnPage;

    /// <summary>Reads a query; what is empty counts as not given.</summary>
    /// <param name="given">The value of a parameter.</param>
    /// <param name="now">With the offset of the committee's zone.</param>
    public static (ServiceRequestQuery Query, IReadOnlyList<GeoReportFault> Faults) Read(
        Func<string, string?> given,
        DateTimeOffset now
    )
    {
        var faults = new List<GeoReportFault>();
        var ids = List(given("service_request_id"));
        if (ids.Count > 0)
            return (
                new ServiceRequestQuery { Ids = ids },
                ids.Count > MostOnPage ? [new(GeoReportFault.BadRequest, "TooManyIds", MostOnPage)] : faults
            );
        var (from, to) = Days(given("start_date"), given("end_date"), now, faults);
        var query = new ServiceRequestQuery
        {
            ServiceCodes = List(given("service_code")),
            IsClosed = Status(List(given("status")), faults),
            From = from,
            To = to,
            Page = Number(given("page"), "page", 1, LastPage, 1, faults),
            PageSize = Number(given("page_size"), "page_size", 1, MostOnPage, MostOnPage, faults),
        };
        return (query, faults);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Days(
        string? start,
        string? end,
        DateTimeOffset now,
        List<GeoReportFault> faults
    )
    {
        var from = Moment(start, "start_date", isEnd: false, now, faults);
        var to = Moment(end, "end_date", isEnd: true, now, faults);
        if (from > to)
            faults.Add(new(GeoReportFault.BadRequest, "EndBeforeStart"));
        else if (to - from > TimeSpan.FromDays(MostDays))
            faults.Add(new(GeoReportFault.BadRequest, "TooManyDays", MostDays));
        return (from, to) switch
        {
            ({ } first, { } last) => (first, last),
            ({ } first, null) => (first, Later(first)),
            (null, { } last) => (Earlier(last), last),
            _ => (now.AddDays(-MostDays), now),
        };
    }

    private static DateTimeOffset Later(DateTimeOffset from) =>
        from > DateTimeOffset.MaxValue.AddDays(-MostDays - 1) ? from : from.AddDays(MostDays);

    private static DateTimeOffset Earlier(DateTimeOffset to) =>
        to < DateTimeOffset.MinValue.AddDays(MostDays + 1) ? to : to.AddDays(-MostDays);

    /// <summary>A moment with its offset; one without, or a day alone, is taken in the committee's zone.</summary>
    private static DateTimeOffset? Moment(string? typed, string name, bool isEnd, DateTimeOffset now, List<GeoReportFault> faults)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        // A plus that was not escaped arrives as a space.
        var text = typed.Trim().Replace(' ', '+');
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.ToDateTime(isEnd ? new TimeOnly(23, 59, 59) : TimeOnly.MinValue), now.Offset);
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
        if (DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
        {
            if (moment.Kind == DateTimeKind.Unspecified)
                return new DateTimeOffset(moment, now.Offset);
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
                return exact;
        }

        faults.Add(new(GeoReportFault.BadRequest, "DateWrong", name, typed.Trim()));
        return null;
    }

    private static bool? Status(IReadOnlyList<string> given, List<GeoReportFault> faults)
    {
        if (given.FirstOrDefault(status => status is not ("open" or "closed")) is { } unknown)
            faults.Add(new(GeoReportFault.BadRequest, "StatusUnknown", unknown));
        return given.Distinct(StringComparer.Ordinal).ToList() is [var only] ? only == "closed" : null;
    }

    private static int Number(string? typed, string name, int least, int most, int usual, List<GeoReportFault> faults)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return usual;
        if (
            int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        faults.Add(new(GeoReportFault.BadRequest, "NumberOutside", name, least, most));
        return usual;
    }

    private static IReadOnlyList<string> List(string? given) =>
        given?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
