using System.Text.Encodings.Web;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Components;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Errors;

/// <summary>Writes the page of an error from what is in memory alone: words, style sheet, the committee's name if it is known.</summary>
internal static class ErrorPage
{
    public static async Task WriteAsync(HttpContext context, string reference)
    {
        Language.Use(context);
        var services = context.RequestServices;
        var text = services.GetRequiredService<IStringLocalizer<WebTexts>>();
        var assets = services.GetRequiredService<BuiltAssets>();
        var committee = services.GetRequiredService<CurrentCommittee>();
        var name =
            !committee.IsSet ? text["Product"].Value
            : Language.IsEnglish ? committee.Value.EnglishName
            : committee.Value.Name;
        var key = RefusalOf(context) is null ? Key(context.Response.StatusCode) : "Refused";

        var head = Html.Box(
            "head",
            null,
            Html.Void("meta", ("charset", "utf-8")),
            Html.Tag("title", null, $"{text[key + ".Title"].Value} · {name}"),
            Html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            Html.Void("meta", ("name", "robots"), ("content", "noindex")),
            Html.Void("link", ("rel", "stylesheet"), ("href", assets.Href("app.css"))),
            Html.Void("link", ("rel", "icon"), ("type", "image/svg+xml"), ("href", assets.Href("emblem.svg")))
        );
        var body = Html.Box("body", "portal", Masthead(context, name), Content(context, key, text, reference));
        var look = Look.Of(context);
        var page = Html.Box("html", null, head, body);
        page.Attributes["lang"] = Language.Current;
        page.Attributes["data-theme"] = look.Theme;
        page.Attributes["data-view"] = look.View;
        page.Attributes["data-text"] = look.Text;

        using var writer = new StringWriter();
        await writer.WriteAsync("<!doctype html>");
        page.WriteTo(writer, services.GetRequiredService<HtmlEncoder>());
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(writer.ToString(), context.RequestAborted);
    }

    private static TagBuilder Masthead(HttpContext context, string name)
    {
        var brand = Html.Box("a", "brand", new HtmlString(Emblem.Svg), Html.Tag("span", "brand-name", name));
        brand.Attributes["href"] = context.Request.PathBase + "/";
        return Html.Box("header", "masthead", Html.Box("div", "wrap masthead-bar", brand));
    }

    private static TagBuilder Content(HttpContext context, string key, IStringLocalizer text, string reference)
    {
        var actions = Html.Box("div", "form-actions");
        var home = Html.Tag("a", "button secondary", text["Error.Home"], ("href", context.Request.PathBase + "/"));
        if (context.Response.StatusCode is 429 or >= 500 && HttpMethods.IsGet(context.Request.Method))
            actions.InnerHtml.AppendHtml(Html.Tag("a", "button", text["Error.Retry"], ("href", Address(context))));
        actions.InnerHtml.AppendHtml(home);
        if (
            context.Response.StatusCode == 404
            && context.User.Identity?.IsAuthenticated != true
            && context.Request.PathBase.HasValue
        )
        {
            var signIn = $"{context.Request.PathBase}/sign-in?return={Uri.EscapeDataString(Address(context))}";
            actions.InnerHtml.AppendHtml(Html.Tag("a", "button quiet", text["Error.SignIn"], ("href", signIn)));
        }
        var main = Html.Box(
            "main",
            "wrap",
            Html.Tag("h1", null, text[key + ".Title"]),
            Html.Tag("p", "measure", RefusalOf(context) is { } refusal ? Words(context).Of(refusal) : text[key + ".Text"]),
            context.Response.StatusCode == 500 ? Html.Tag("p", "muted small", text["Error.Reference", reference]) : null,
            actions
        );
        main.Attributes["id"] = "main";
        return main;
    }

    /// <summary>The refusal that a verb answered with, if that is what went wrong.</summary>
    internal static Refusal? RefusalOf(HttpContext context) => context.Items[typeof(Refusal)] as Refusal;

    private static Words Words(HttpContext context) => context.RequestServices.GetRequiredService<Words>();

    internal static string Key(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => "NotFound",
            StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed => "Stale",
            StatusCodes.Status413PayloadTooLarge => "TooLarge",
            StatusCodes.Status429TooManyRequests => "TooMany",
            StatusCodes.Status503ServiceUnavailable => "Unavailable",
            >= 500 => "Failed",
            _ => "BadRequest",
        };

    private static string Address(HttpContext context) =>
        context.Request.PathBase + context.Request.Path + context.Request.QueryString;
}
