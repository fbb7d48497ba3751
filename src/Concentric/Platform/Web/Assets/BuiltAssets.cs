using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Concentric.Platform.Web.Assets;

/// <summary>
/// The style sheet, the islands and the icon sprite that vite built: few, small, hashed by name, so they are kept in memory with
/// the compressed forms that the build made, and browsers may keep them for ever.
/// </summary>
public sealed class BuiltAssets
{
    private const string Folder = "built";
    private readonly FrozenDictionary<string, string> hrefs;
    private readonly FrozenDictionary<string, BuiltFile> files;

    /// <exception cref="InvalidOperationException">The assets were not built.</exception>
    public BuiltAssets(IWebHostEnvironment environment)
    {
        var root = environment.WebRootFileProvider;
        var manifest = root.GetFileInfo($"{Folder}/manifest.json");
        if (!manifest.Exists)
            throw new InvalidOperationException(
                "wwwroot/built/manifest.json is missing: build the project, which builds the assets."
            );

        using var document = JsonDocument.Parse(Read(manifest));
        hrefs = document
            .RootElement.EnumerateObject()
            .ToFrozenDictionary(
                entry => Path.GetFileName(entry.Name),
                entry => $"/{Folder}/{entry.Value.GetProperty("file").GetString()}"
            );
        files = hrefs.Values.Distinct().ToFrozenDictionary(href => href, href => BuiltFile.Load(root, href));
    }

    /// <summary>The address of an entry by its source's name: <c>app.css</c>, <c>progress.ts</c>, <c>icons.svg</c>.</summary>
    /// <exception cref="KeyNotFoundException">No such entry was built.</exception>
    public string Href(string entry) =>
        hrefs.TryGetValue(entry, out var href)
            ? href
            : throw new KeyNotFoundException(
                $"No built asset comes from '{entry}'. Known: {string.Join(", ", hrefs.Keys.Order())}."
            );

    /// <summary>The file behind an address, or nothing.</summary>
    public BuiltFile? Find(string path) => files.GetValueOrDefault(path);

    internal static byte[] Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}

/// <summary>One built file with its compressed forms.</summary>
public sealed record BuiltFile(string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    internal static BuiltFile Load(IFileProvider root, string href)
    {
        byte[]? Form(string extension)
        {
            var info = root.GetFileInfo(href + extension);
            return info.Exists ? BuiltAssets.Read(info) : null;
        }

        var type = Path.GetExtension(href) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        return new BuiltFile(type, BuiltAssets.Read(root.GetFileInfo(href)), Form(".br"), Form(".gz"));
    }

    /// <summary>Sends the smallest form that the browser takes.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) =
            Brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? (Brotli, "br")
            : Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip")
            : (Plain, null);
        var headers = context.Response.Headers;
        headers.ContentType = ContentType;
        headers.ContentLength = bytes.Length;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}

/// <summary>Serving what vite built.</summary>
public static class BuiltAssetsMiddleware
{
    /// <summary>Answers <c>/built/…</c>. Stands before tenancy and sign-in: these files belong to no committee and to nobody.</summary>
    public static IApplicationBuilder UseBuiltAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<BuiltAssets>();
        return app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments("/built") && assets.Find(context.Request.Path) is { } file
                    ? file.SendAsync(context)
                    : next(context)
        );
    }
}
