using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Limits;
using Concentric.Rules.Formats.Open311;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>Open311 GeoReport v2. Everybody may read; who sends carries a key.</summary>
internal static class Open311Endpoints
{
    private const string Base = "/open311/v2";

    /// <summary>What a list of requests can be narrowed by.</summary>
    private static readonly string[] QueryNames =
    [
        "jurisdiction_id",
        "service_request_id",
        "service_code",
        "start_date",
        "end_date",
        "status",
        "page",
        "page_size",
    ];

    /// <summary>Programs that only want to know whether something changed ask by HEAD.</summary>
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var report = endpoints.MapGroup(Base).AllowAnonymous().ExcludeFromDescription();
        var kept = new PublicPageAttribute("jurisdiction_id");
        report.MapMethods("/discovery.{format}", Reading, Discovery).WithMetadata(kept);
        report.MapMethods("/services.{format}", Reading, Services).WithMetadata(kept);
        report.MapMethods("/services/{code}.{format}", Reading, DefinitionAsync).WithMetadata(kept);
        report
            .MapMethods("/requests.{format}", Reading, RequestsAsync)
            .WithMetadata(new PublicPageAttribute(QueryNames) { IsKept = false });
        report.MapMethods("/requests/{id}.{format}", Reading, RequestAsync).WithMetadata(kept);
        report
            .MapMethods("/tokens/{id}.{format}", Reading, TokenAsync)
            .RequireRateLimiting(RateLimits.Programs)
            .WithMetadata(new SlowedAnswer(Slowed));
        report
            .MapPost("/requests.{format}", FileAsync)
            .RequireRateLimiting(RateLimits.Programs)
            .WithMetadata(new SlowedAnswer(Slowed));
        report.Map("/{**rest}", Nothing);
    }

    private static IResult Discovery(
        string format,
        GeoReportReading reading,
        IStringLocalizer<ConsultationTexts> text,
        HttpRequest request
    ) => GeoReportAnswer.IsServed(format) ? new GeoReportAnswer(reading.Discovery(request).ToSpark(), format) : Nothing(text);

    private static IResult Services(string format, GeoReportReading reading, IStringLocalizer<ConsultationTexts> text) =>
        GeoReportAnswer.IsServed(format) ? new GeoReportAnswer(Service.ListOf(reading.Services()), format) : Nothing(text);

    private static async Task<IResult> DefinitionAsync(
        string code,
        string format,
        GeoReportReading reading,
        IStringLocalizer<ConsultationTexts> text,
        CancellationToken cancellation
    ) =>
        !GeoReportAnswer.IsServed(format) ? Nothing(text)
        : await reading.DefinitionAsync(code, cancellation) is { } definition ? new GeoReportAnswer(definition.ToSpark(), format)
        : GeoReportAnswer.Of([new(GeoReportFault.NotFound, "ServiceUnknown", code)], format, text);

    private static async Task<IResult> RequestsAsync(
        string format,
        GeoReportReading reading,
        IStringLocalizer<ConsultationTexts> text,
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!GeoReportAnswer.IsServed(format))
            return Nothing(text);
        var (query, faults) = ServiceRequestQuery.Read(name => request.Query[name], reading.Now);
        var unknown = query
            .ServiceCodes.Where(code => !reading.IsService(code))
            .Select(code => new GeoReportFault(GeoReportFault.NotFound, "ServiceUnknown", code));
        GeoReportFault[] all = [.. faults, .. unknown];
        return all.Length > 0
            ? GeoReportAnswer.Of(all, format, text)
            : new GeoReportAnswer(ServiceRequest.ListOf(await reading.RequestsAsync(query, cancellation)), format);
    }

    private static async Task<IResult> RequestAsync(
        string id,
        string format,
        GeoReportReading reading,
        IStringLocalizer<ConsultationTexts> text,
        CancellationToken cancellation
    )
    {
        if (!GeoReportAnswer.IsServed(format))
            return Nothing(text);
        var found = Guid.TryParse(id, out var matter) ? await reading.RequestAsync(matter, cancellation) : [];
        return found.Count > 0
            ? new GeoReportAnswer(ServiceRequest.ListOf(found), format)
            : GeoReportAnswer.Of([new(GeoReportFault.NotFound, "RequestUnknown", id)], format, text);
    }

    private static async Task<IResult> TokenAsync(
        string id,
        string format,
        GeoReportReading reading,
        IStringLocalizer<ConsultationTexts> text,
        CancellationToken cancellation
    ) =>
        !GeoReportAnswer.IsServed(format) ? Nothing(text)
        : await reading.TokenAsync(id, cancellation) is { } token ? new GeoReportAnswer(token.ToSpark(), format)
        : GeoReportAnswer.Of([new(GeoReportFault.NotFound, "TokenUnknown")], format, text);

    private static async Task<IResult> FileAsync(
        string format,
        GeoReportFiling filing,
        Open311Limits limits,
        IStringLocalizer<ConsultationTexts> text,
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!GeoReportAnswer.IsServed(format))
            return Nothing(text);
        var form = await FormAsync(request, cancellation);
        var secret = form?["api_key"].ToString() is { Length: > 0 } sent ? sent : request.Query["api_key"].ToString();
        if (form is null && secret.Length == 0)
            return GeoReportAnswer.Of([new(GeoReportFault.BadRequest, "FormMissing")], format, text);
        if (secret.Length == 0)
            return GeoReportAnswer.Of([new(GeoReportFault.Forbidden, "KeyMissing")], format, text);
        if (await filing.KeyAsync(secret, cancellation) is not { } key)
            return GeoReportAnswer.Of([new(GeoReportFault.Forbidden, "KeyWrong")], format, text);
        if (!limits.Admits(key))
        {
            request.HttpContext.Response.Headers.RetryAfter = "60";
            return GeoReportAnswer.Of([new(GeoReportFault.TooMany, "TooOften", Open311Limits.PerMinute)], format, text);
        }

        if (form is null)
            return GeoReportAnswer.Of([new(GeoReportFault.BadRequest, "FormMissing")], format, text);
        var (receipt, faults) = await filing.TakeAsync(key, form, request, cancellation);
        return receipt is null ? GeoReportAnswer.Of(faults, format, text) : new GeoReportAnswer(receipt.ToSpark(), format);
    }

    /// <summary>None when it is not a form, or one that cannot be read.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        // What is larger than the server takes cannot be read either.
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>An address that asks or sends too often gets its refusal in the form that it speaks.</summary>
    private static IResult Slowed(HttpContext context)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<ConsultationTexts>>();
        var format = context.GetRouteValue("format") as string;
        return GeoReportAnswer.Of([new(GeoReportFault.TooMany, "TooOftenHere")], format, text);
    }

    private static IResult Nothing(IStringLocalizer<ConsultationTexts> text) =>
        GeoReportAnswer.Of([new(GeoReportFault.NotFound, "NothingHere")], "xml", text);
}
