using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;
using Concentric.Rules.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>A place that can be chosen, with what tells it apart.</summary>
/// <param name="Prefix">Of its id in the page, where it may stand twice.</param>
public sealed record ShownPlace(PlaceChoice Place, string Beside, bool IsChosen, string Prefix);

/// <summary>A branch of the tree of places as the page shows it: what lies at the top, and everything below.</summary>
public sealed record PlaceBranch(string Name, int Below, IReadOnlyList<ShownPlace> Places, bool IsOpen);

/// <summary>Where it is: a place of the tree, found by its name or by opening its township, and the spot in words.</summary>
public sealed class WherePage(IntakeForm form, PlaceChoices places, IStringLocalizer<ConsultationTexts> text)
    : IntakeStepPage(form)
{
    public const int MostFound = 30;

    public override IntakeStep Step => IntakeStep.Where;

    [BindProperty]
    public Guid? PlaceId { get; set; }

    [BindProperty]
    public string? Locality { get; set; }

    /// <summary>What a place's name has in it.</summary>
    [BindProperty]
    public string? Find { get; set; }

    public IReadOnlyList<PlaceChoice> All { get; private set; } = [];

    /// <summary>What was found by name; none when nothing was looked for.</summary>
    public IReadOnlyList<PlaceChoice>? Found { get; private set; }

    public PlaceChoice? Chosen => All.FirstOrDefault(place => place.Id == PlaceId);

    /// <summary>The found ones; before them the one that was chosen earlier, so that it stays chosen.</summary>
    public IEnumerable<ShownPlace> ShownFound =>
        (Chosen is { } chosen ? [chosen, .. Found!.Where(place => place != chosen)] : Found!).Select(place => new ShownPlace(
            place,
            Above(place),
            place == Chosen,
            "found-"
        ));

    public IEnumerable<PlaceBranch> Branches =>
        All.Where(place => place.Depth == 0)
            .Select(top =>
            {
                var branch = All.Where(place => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)).ToList();
                var whole = branch.Count > 1 ? text["Intake.Where.Whole"].Value : "";
                return new PlaceBranch(
                    top.Name,
                    branch.Count - 1,
                    [.. branch.Select(place => new ShownPlace(place, place == top ? whole : "", place == Chosen, ""))],
                    branch.Exists(place => place == Chosen)
                );
            });

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        All = await places.OpenAsync(cancellation);
        (PlaceId, Locality) = (Answers.PlaceId, Answers.Locality);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        All = await places.OpenAsync(cancellation);
        // Return in the search field, before anything was chosen, looks for it.
        if (PlaceId is null && !string.IsNullOrWhiteSpace(Find))
            return Look();
        var locality = PlainText.Of(Locality ?? "").ReplaceLineEndings(" ");
        if (Chosen is null)
            Tell(new Refusal("MatterPlaceMissing").At(nameof(PlaceId)));
        if (locality.Length > Matter.LongestLocality)
            Tell(new Refusal("TooLong", Matter.LongestLocality, locality.Length).At(nameof(Locality)));
        return await KeepAsync(answers => answers with { PlaceId = PlaceId, Locality = locality }, cancellation);
    }

    /// <summary>The button beside the search: the page comes back with what was found, and with everything that was typed.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        All = await places.OpenAsync(cancellation);
        return Look();
    }

    private PageResult Look()
    {
        var wanted = TypedText.HalfWidth(Find ?? "").Trim();
        Found = wanted.Length == 0 ? null : [.. All.Where(place => IsNamed(place, wanted)).Take(MostFound)];
        return Page();
    }

    private static bool IsNamed(PlaceChoice place, string wanted) =>
        place.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || place.Slug.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>The names above a place, so that two villages of one name are told apart.</summary>
    private string Above(PlaceChoice place)
    {
        var names = new List<string>();
        for (
            var above = All.FirstOrDefault(one => one.Id == place.ParentId);
            above is not null;
            above = All.FirstOrDefault(one => one.Id == above.ParentId)
        )
            names.Insert(0, above.Name);
        return string.Join(" · ", names);
    }
}
