using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Concentric.Platform.Web;

/// <summary>A page of the house: tells refusals and successes in the reader's words.</summary>
public abstract class AppPage : PageModel
{
    private Words Words => HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>Shows a refusal on this page: beside its field if it names one, else in the summary on top.</summary>
    protected void Tell(Refusal refusal) => ModelState.AddModelError(refusal.Field ?? "", Words.Of(refusal));

    /// <summary>Shows refusals beside the fields of a form; a field that could not even be read has been told of already.</summary>
    /// <param name="form">The property that the form's fields are bound to.</param>
    protected void TellBeside(string form, IEnumerable<Refusal> refusals)
    {
        var unread = ModelState.Where(entry => entry.Value!.Errors.Count > 0).Select(entry => entry.Key).ToHashSet();
        foreach (var refusal in refusals.Select(refusal => refusal.At($"{form}.{refusal.Field}")))
        {
            if (!unread.Contains(refusal.Field!))
                Tell(refusal);
        }
    }

    /// <summary>Shows a sentence once, on the next page.</summary>
    protected void Flash(string key, params object[] values) => TempData[FlashTagHelper.Key] = Words[key, values];

    /// <summary>Shows a sentence once, on the next page, as something to look at.</summary>
    protected void Warn(string key, params object[] values)
    {
        Flash(key, values);
        TempData[FlashTagHelper.ToneKey] = nameof(Tone.Warn);
    }

    /// <summary>Goes to an address below the committee.</summary>
    protected RedirectResult GoTo(string path) => Redirect(Request.PathBase + path);
}
