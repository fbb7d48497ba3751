namespace Concentric.Platform.Web;

/// <summary>
/// The same strict policy on every page: nothing inline, no foreign origin, Trusted Types with two named policies (ours
/// and the editor's clipboard).
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
        + "require-trusted-types-for 'script'; trusted-types concentric ProseMirrorClipboard";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                Set(context.Response.Headers);
                // A year; over TLS only, where browsers heed it.
                if (context.Request.IsHttps)
                    context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
                return next(context);
            }
        );

    internal static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
    }
}
