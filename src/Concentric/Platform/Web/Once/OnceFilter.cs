using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Concentric.Platform.Web.Once;

/// <summary>
/// Carries out each form once. Back, a double tap or a dropped connection sends the same key and the same words again: the answer
/// is then where the first one led. A form that was changed before it was sent again is another form.
/// </summary>
public sealed class OnceFilter(SentForms forms, CurrentCommittee committee, CurrentActor actor) : IAsyncPageFilter
{
    /// <summary>The hidden field that carries the key.</summary>
    public const string Field = "__once";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (
            !committee.IsSet
            || !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || !request.Form.ContainsKey(Field)
        )
        {
            await next();
            return;
        }
        var digest = Digest(request);
        if (await forms.ClaimAsync(committee.Value, digest, context.HttpContext.RequestAborted) is { } twin)
        {
            context.Result = Repeat(twin, context);
            return;
        }
        var done = await CarryOutAsync(next, digest);
        var tempData = (context.HandlerInstance as PageModel)?.TempData;
        // An answer that hands out a cookie, as a sign-in does, cannot be given again by its address alone.
        if (Location(done) is { } location && context.HttpContext.Response.Headers.SetCookie.Count == 0)
            await forms.KeepAsync(
                committee.Value,
                digest,
                location,
                tempData?.Peek(FlashTagHelper.Key) as string,
                tempData?.Peek(FlashTagHelper.ToneKey) as string
            );
        else
            await forms.ReleaseAsync(committee.Value, digest);
    }

    private async Task<PageHandlerExecutedContext> CarryOutAsync(PageHandlerExecutionDelegate next, string digest)
    {
        try
        {
            return await next();
        }
        catch
        {
            await forms.ReleaseAsync(committee.Value, digest);
            throw;
        }
    }

    private static IActionResult Repeat(SentForm twin, PageHandlerExecutingContext context)
    {
        if (twin.Location is null)
            return new StatusCodeResult(StatusCodes.Status409Conflict);
        if (context.HandlerInstance is PageModel page && twin.Flash is not null)
        {
            page.TempData[FlashTagHelper.Key] = twin.Flash;
            page.TempData[FlashTagHelper.ToneKey] = twin.FlashTone;
        }
        return new LocalRedirectResult(twin.Location);
    }

    private static string? Location(PageHandlerExecutedContext done)
    {
        if (done.Exception is not null && !done.ExceptionHandled)
            return null;
        var urls = done.HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(done);
        var location = done.Result switch
        {
            RedirectResult redirect => redirect.Url,
            LocalRedirectResult redirect => redirect.Url,
            RedirectToPageResult redirect => urls.Page(redirect.PageName, redirect.PageHandler, redirect.RouteValues),
            _ => null,
        };
        return urls.IsLocalUrl(location) ? location : null;
    }

    private string Digest(HttpRequest request)
    {
        var said = new StringBuilder();
        said.Append(actor.AccountId).Append('\n').Append(request.PathBase + request.Path + request.QueryString).Append('\n');
        foreach (
            var field in request
                .Form.Where(field => field.Key != "__RequestVerificationToken")
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
            said.Append(field.Key).Append('=').AppendJoin('\u001F', field.Value.ToArray()).Append('\n');
        foreach (var file in request.Form.Files)
            said.Append(file.Name).Append(':').Append(file.FileName).Append(':').Append(file.Length).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }
}
