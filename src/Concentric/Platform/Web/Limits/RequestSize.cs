using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.Web.Limits;

/// <summary>
/// Answers a request that is too large (413) before its body is read. Without a length in front, the server stops reading at the
/// limit; the form is then read here, because the antiforgery check would call it a bad request. So is a plain form, of which no field may
/// be larger than a form of typed text can be.
/// </summary>
public sealed class RequestSize(RequestDelegate next)
{
    /// <summary>Bytes: the largest evidence file (20 MB) with room for the rest of a form.</summary>
    public const long Most = 32L << 20;

    /// <summary>Bytes of all files of a form together, so that there is room for what was typed.</summary>
    public const long MostInFiles = Most - (2L << 20);

    private const string PlainForm = "application/x-www-form-urlencoded";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        var isForm = context.Request.HasFormContentType && !HttpMethods.IsGet(context.Request.Method);
        var isPlain = isForm && context.Request.ContentType!.StartsWith(PlainForm, StringComparison.OrdinalIgnoreCase);
        return isForm && (isPlain || context.Request.ContentLength is null) ? ReadFirstAsync(context, isPlain) : next(context);
    }

    private async Task ReadFirstAsync(HttpContext context, bool isPlain)
    {
        if (isPlain)
            await NullCharacters.DropAsync(context.Request, context.RequestAborted);
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    }
}
