using System.IO.Compression;
using System.Security.Cryptography;
using Concentric.Platform.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Concentric.Platform.Web.Caching;

/// <summary>Keeps, compresses and tags the pages that are everybody's.</summary>
internal static class PublicPages
{
    private const int Megabyte = 1 << 20;

    internal static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 24 * Megabyte;
            options.MaximumBodySize = Megabyte;
            options.UseCaseSensitivePaths = true;
        });
        services.AddSingleton<IPublicChangeListener, KeptPages>();
        services.AddResponseCompression(options =>
        {
            // Only pages that are everybody's pass here: they hold no secret that compression could betray.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                "text/html",
                "application/atom+xml",
                "application/feed+json",
                "application/xml",
                "text/plain",
                "text/xml",
                "application/json",
                "text/calendar",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services;
    }

    internal static void UsePublicPages(this IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.UseWhen(
            PublicPageAttribute.Answers,
            shared =>
            {
                shared.Use(TagAsync);
                shared.UseResponseCompression();
            }
        );
    }

    /// <summary>
    /// Gives the page an ETag of its bytes. Browsers may keep it but ask each time, so nobody reads a page that was withdrawn; the
    /// answer is then 304.
    /// </summary>
    private static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var sent = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = sent;
        }

        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var bytes = page.GetBuffer().AsSpan(0, (int)page.Length);
            response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
            response.Headers.CacheControl = "no-cache";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        }

        if (page.Length == 0)
            return;
        response.ContentLength = page.Length;
        page.Position = 0;
        await page.CopyToAsync(sent, context.RequestAborted);
    }

    /// <summary>Gives back the memory of pages that a save made stale.</summary>
    private sealed class KeptPages(IOutputCacheStore store) : IPublicChangeListener
    {
        public ValueTask ChangedAsync(Guid committeeId, CancellationToken cancellation) =>
            store.EvictByTagAsync(PublicPageAttribute.Tag(committeeId), cancellation);
    }
}
