using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Intake.Mine;

/// <summary>委员荐题: a member brings in a matter, on the phone, and follows it among the own ones.</summary>
[RequireSignIn]
public sealed class BringInPage(MatterIntake intake, OwnSeat own, PlaceChoices places, MatterLists lists) : AppPage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Locality { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public List<IFormFile> Pictures { get; set; } = [];

    public PlaceNames Places { get; private set; } = null!;

    public IEnumerable<SelectListItem> Topics => lists.Topics.Select(topic => new SelectListItem(topic.Name, topic.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } seat)
            return NotFound();
        var (place, unclear) = Places.Find(Place);
        var entered = new NewMatter(
            new MatterDetails
            {
                Text = Text,
                PlaceId = place?.Id ?? Guid.Empty,
                Locality = Locality,
                Topic = Topic,
                Source = MatterSource.Member,
                Channel = IntakeChannel.Web,
                SubmittingMembershipId = seat,
            }
        )
        {
            TellsScreeners = true,
        };
        if (unclear is not null)
            Tell(unclear.At(nameof(Place)));
        var (collected, faults) = unclear is null
            ? await intake.CollectAsync(entered, Pictures, cancellation)
            : (null, await intake.FaultsAsync(entered, cancellation));
        if (collected is not null)
        {
            Flash("MyMatters.BroughtIn");
            return GoTo($"/my/matters/{collected.Matter.Id}");
        }

        // A title is made from the text; the place was told above.
        foreach (var fault in faults.Where(fault => fault.Code != "MatterTitleMissing" && fault.Code != "MatterPlaceMissing"))
            Tell(fault.Field == nameof(MatterDetails.PlaceId) ? fault.At(nameof(Place)) : fault);
        return Page();
    }

    private async Task<Guid?> LoadAsync(CancellationToken cancellation)
    {
        Places = new PlaceNames(await places.AllAsync(cancellation), await places.OpenAsync(cancellation));
        return await own.TodayAsync(cancellation);
    }
}
