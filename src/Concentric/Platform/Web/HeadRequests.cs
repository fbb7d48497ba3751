namespace Concentric.Platform.Web;

/// <summary>
/// Answers HEAD wherever GET is answered (RFC 9110 §9.3.2), by the same endpoint; the server leaves the body out. What asks so are feed
/// readers, calendar programs and link checkers.
/// </summary>
internal static class HeadRequests
{
    private static readonly object Asked = new();

    /// <summary>Whether only the head was asked for: nobody reads the page.</summary>
    internal static bool IsHead(HttpContext context) => context.Items.ContainsKey(Asked);

    internal static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                {
                    context.Items[Asked] = true;
                    context.Request.Method = HttpMethods.Get;
                }

                return next(context);
            }
        );
}
