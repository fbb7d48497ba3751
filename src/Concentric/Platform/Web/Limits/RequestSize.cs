namespace Concentric.Platform.Web.Limits;

/// <summary>
/// Answers a request that is too large (413) before its body is read. Without a length in front, the server stops reading at the
/// limit; the form is then read here, because the antiforgery check would call it a bad request.
/// </summary>
public sealed class RequestSize(RequestDelegate next)
{
    /// <summary>Bytes: the largest evidence file (20 MB) with room for the rest of a form.</summary>
    public const long Most = 32L << 20;

    /// <summary>Bytes of all files of a form together, so that there is room for what was typed.</summary>
    public const long MostInFiles = Most - (2L << 20);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        var mustRead =
            context.Request is { ContentLength: null, HasFormContentType: true } && !HttpMethods.IsGet(context.Request.Method);
        return mustRead ? ReadFirstAsync(context) : next(context);
    }

    private async Task ReadFirstAsync(HttpContext context)
    {
        await context.Request.ReadFormAsync(context.RequestAborted);
        await next(context);
    }
}
