using Microsoft.AspNetCore.Http.HttpResults;

namespace Concentric.Platform.Web.Layouts;

/// <summary>How a reader wants pages to look, kept in a cookie: theme (auto, light, dark), view (standard, senior 长辈版), text (normal, larger).</summary>
public sealed record Look(string Theme, string View, string Text)
{
    public const string CookieName = "look";
    private static readonly Look Usual = new("auto", "standard", "normal");
    private static readonly string UsualKey = KeyOf(Usual, Language.Chinese);

    /// <summary>The reader's choice; anything unknown in the cookie is the usual look.</summary>
    public static Look Of(HttpContext context)
    {
        var parts = context.Request.Cookies[CookieName]?.Split('.') ?? [];
        return parts.Length == 3 ? Usual.With(parts[0], parts[1], parts[2]) : Usual;
    }

    /// <summary>The parts of a cached page's key that depend on the reader's choices.</summary>
    public static string CacheKey(HttpContext context) =>
        context.Request.Headers.Cookie.Count == 0 ? UsualKey
        : context.Request.Cookies[Language.CookieName] == Language.English ? KeyOf(Of(context), Language.English)
        : KeyOf(Of(context), Language.Chinese);

    private static string KeyOf(Look look, string language) => $"{look}.{language}";

    /// <summary>The same look with what was named; unknown words change nothing.</summary>
    public Look With(string? theme, string? view, string? text) =>
        new(
            theme is "auto" or "light" or "dark" ? theme : Theme,
            view is "standard" or "senior" ? view : View,
            text is "normal" or "larger" ? text : Text
        );

    public override string ToString() => $"{Theme}.{View}.{Text}";
}

/// <summary>Changes how pages look or which language they speak, without a script, and goes back to the page.</summary>
public static class PreferencesEndpoint
{
    private static readonly CookieOptions ForAYear = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
    };

    public static IEndpointConventionBuilder MapPreferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/preferences", Change).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Change(
        HttpContext context,
        string? theme,
        string? view,
        string? text,
        string? language,
        string? back
    )
    {
        var options = new CookieOptions(ForAYear) { Secure = context.Request.IsHttps };
        if (theme is not null || view is not null || text is not null)
            context.Response.Cookies.Append(Look.CookieName, Look.Of(context).With(theme, view, text).ToString(), options);
        if (language is Language.Chinese or Language.English)
            context.Response.Cookies.Append(Language.CookieName, language, options);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(IsLocal(back) ? back! : context.Request.PathBase + "/");
    }

    private static bool IsLocal(string? path) => path is ['/'] or ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl);
}
