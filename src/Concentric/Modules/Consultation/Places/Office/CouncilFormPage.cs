using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>What the form of a new council and of a known one share.</summary>
public abstract class CouncilFormPage(PlaceDesk desk) : AppPage
{
    [BindProperty]
    public CouncilFields Input { get; set; } = new();

    public Place Place { get; protected set; } = null!;

    public IReadOnlyList<SelectListItem> Votes =>
        [
            .. Enum.GetValues<VoteThreshold>()
                .Select(vote => new SelectListItem(desk.Text["VoteThreshold." + vote], vote.ToString())),
        ];

    protected PlaceDesk Desk => desk;

    /// <summary>What was entered, with its faults told beside their fields.</summary>
    protected CouncilDetails Entered()
    {
        var details = Input.Details();
        foreach (var fault in details.Faults())
            Tell(fault.At("Input." + fault.Field));
        return details;
    }
}
