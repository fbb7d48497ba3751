using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>Sends a form and expects it to be accepted.</summary>
internal static class VisitorActs
{
    /// <param name="visitor">Who.</param>
    /// <param name="path">The page with the form.</param>
    /// <param name="fields">What is typed.</param>
    /// <param name="form">Which form; the first by default.</param>
    /// <param name="action">The button's own address, where a form has several buttons.</param>
    internal static async Task DoneAsync(
        this Visitor visitor,
        string path,
        Dictionary<string, string> fields,
        string? form = null,
        string? action = null
    )
    {
        if (action is not null)
        {
            var page = await visitor.GetPageAsync(path);
            var element = (IHtmlFormElement)page.QuerySelector(form!)!;
            element.SetAttribute("action", action);
            await AcceptedAsync(await visitor.SendAsync(path, element, fields), path);
            return;
        }

        await AcceptedAsync(await visitor.SubmitAsync(path, fields, form), path);
    }

    private static async Task AcceptedAsync(HttpResponseMessage answer, string path)
    {
        if (answer.StatusCode == HttpStatusCode.Redirect)
            return;
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        throw new ShouldAssertException(
            $"{path} answered {answer.StatusCode}: {page.QuerySelector(".error-summary")?.TextContent ?? page.Body!.TextContent}"
        );
    }
}
