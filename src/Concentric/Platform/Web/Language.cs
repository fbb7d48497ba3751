using System.Globalization;

namespace Concentric.Platform.Web;

/// <summary>Chooses the language of a page: the reader's choice (a cookie), else zh-CN.</summary>
public sealed class Language(RequestDelegate next)
{
    public const string CookieName = "language";
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private static readonly CultureInfo ChineseCulture = CultureInfo.GetCultureInfo(Chinese);
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo(English);

    /// <summary>The language of the page that is being made.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name == English ? English : Chinese;

    public static bool IsEnglish => Current == English;

    /// <summary>Says something in zh-CN whatever the reader's language: what is printed or kept as a document.</summary>
    public static T InChinese<T>(Func<T> say) => In(Chinese, say);

    /// <summary>Says something in one of the two languages, whatever the reader's.</summary>
    internal static T In<T>(string language, Func<T> say)
    {
        var readers = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language == English ? EnglishCulture : ChineseCulture;
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = readers;
        }
    }

    public Task InvokeAsync(HttpContext context)
    {
        Use(context);
        return next(context);
    }

    /// <summary>Speaks the reader's language from here on.</summary>
    internal static void Use(HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
            context.Request.Cookies[CookieName] == English ? EnglishCulture : ChineseCulture;
    }
}
