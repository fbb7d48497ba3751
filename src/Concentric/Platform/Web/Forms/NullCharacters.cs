using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Concentric.Platform.Web.Forms;

/// <summary>
/// Leaves the character U+0000 out of what is posted. Nobody can type it, PostgreSQL cannot store it, and the framework gives a form up for
/// it: what was typed around it would be lost.
/// </summary>
internal sealed class NullCharacters : IAsyncResourceFilter
{
    private static readonly byte[] Encoded = "%00"u8.ToArray();

    /// <summary>In a form of many parts; what it says is read before its fields are filled in.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && !HttpMethods.IsGet(request.Method))
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            if (form.Any(field => field.Value.Any(Has)))
                request.Form = new FormCollection(
                    form.ToDictionary(field => field.Key, field => Without(field.Value)),
                    form.Files
                );
        }

        await next();
    }

    /// <summary>In a plain form, which is read whole here.</summary>
    internal static async Task DropAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        if (bytes.IndexOf(Encoded) >= 0)
            body = new MemoryStream(Without(bytes));
        body.Position = 0;
        request.Body = body;
    }

    private static byte[] Without(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        for (var at = bytes.IndexOf(Encoded); at >= 0; at = bytes.IndexOf(Encoded))
        {
            kept.Write(bytes[..at]);
            bytes = bytes[(at + Encoded.Length)..];
        }

        kept.Write(bytes);
        return kept.ToArray();
    }

    private static bool Has(string? value) => value?.Contains('\0', StringComparison.Ordinal) == true;

    private static StringValues Without(StringValues values) =>
        new([.. values.Select(value => value?.Replace("\0", "", StringComparison.Ordinal))]);
}
