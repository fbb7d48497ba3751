using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>What the form of a new place and of a known one share.</summary>
public abstract class PlaceFormPage(PlaceDesk desk) : AppPage
{
    [BindProperty]
    public PlaceFields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds =>
        [.. Enum.GetValues<PlaceKind>().Select(kind => new SelectListItem(desk.Text["PlaceKind." + kind], kind.ToString()))];

    protected PlaceDesk Desk => desk;

    /// <summary>What was entered, with its faults told beside their fields.</summary>
    protected PlaceDetails Entered()
    {
        var (details, faults) = Input.Read();
        foreach (var fault in faults)
            Tell(fault);
        return details;
    }
}
