using Concentric.Rules.Formats.Open311;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>An answer in the form that the address asked for. Pages of other sites may read it: it holds nothing that is not everybody's.</summary>
internal sealed class GeoReportAnswer(SparkPart part, string? format, int status = StatusCodes.Status200OK) : IResult
{
    private const string Json = "json";

    internal static bool IsServed(string format) => format is "xml" or Json;

    /// <summary>Faults in the reader's words; what does not exist, or a key that does not, decides the status only where it is all.</summary>
    internal static IResult Of(
        IReadOnlyCollection<GeoReportFault> faults,
        string? format,
        IStringLocalizer<ConsultationTexts> text
    )
    {
        var statuses = faults.Select(fault => fault.Status).Distinct().ToList();
        var told = faults.Select(fault => (fault.Status, text["Open311.Fault." + fault.Key, [.. fault.Values]].Value));
        return new GeoReportAnswer(
            GeoReportFault.ListOf(told),
            format,
            statuses is [var only] ? only : StatusCodes.Status400BadRequest
        );
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.AccessControlAllowOrigin = "*";
        var isJson = format == Json;
        response.ContentType = isJson ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
        var bytes = isJson ? part.ToJson() : part.ToXml();
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
