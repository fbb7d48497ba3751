using Concentric.Platform;
using Concentric.Platform.Web;

namespace Concentric.Modules.Members.Register;

/// <summary>A page with a person's or a seat's form: tells each field one reason, the first.</summary>
public abstract class MemberFormPage : AppPage
{
    /// <param name="form">The property that the form's fields are bound to.</param>
    /// <param name="refusals">Reasons with the field's name within the form.</param>
    protected void TellAll(string form, IEnumerable<Refusal?> refusals)
    {
        foreach (var refusal in refusals.OfType<Refusal>())
        {
            var key = refusal.Field is null ? "" : form + "." + refusal.Field;
            if (ModelState[key] is not { Errors.Count: > 0 })
                Tell(refusal.At(key));
        }
    }
}
