using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Intake.Desk;

/// <summary>
/// Takes a matter down for somebody at the desk or on the phone: one page, by the keyboard alone, in under two minutes. While it is typed
/// the page shows matters like it and what in the words tells who somebody is; without a script two buttons do.
/// </summary>
[RequirePermission(MatterPermissions.Enter)]
public sealed class DeskIntakePage(
    MatterIntake intake,
    MatterField field,
    MatterLists lists,
    MatterDesk desk,
    PlaceChoices places,
    SimilarMatters similar,
    PersonalWords personal,
    MembersApi members,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    public const string Address = "/office/consultation/matters/new";
    private const int MostNamed = 5;

    [BindProperty]
    public DeskMatter Input { get; set; } = new();

    /// <summary>Something to show beside the form, without entering anything.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public PlaceNames Places { get; private set; } = null!;

    public IReadOnlyList<SimilarMatter> Similar { get; private set; } = [];

    public IReadOnlyList<PersonalDataMark> Personal { get; private set; } = [];

    /// <summary>Whether similar ones were looked for.</summary>
    public bool HasLooked { get; private set; }

    /// <summary>Numbered, so that a figure chooses one.</summary>
    public IEnumerable<SelectListItem> Topics =>
        lists.Topics.Select((topic, at) => new SelectListItem($"{(at + 1) % 10} {topic.Name}", topic.Id));

    public IEnumerable<SelectListItem> Sources => Words<MatterSource>("MatterSource.", Enum.GetValues<MatterSource>());

    public IEnumerable<SelectListItem> Channels =>
        Words<IntakeChannel>("IntakeChannel.", [IntakeChannel.Desk, IntakeChannel.Phone]);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        // A station head with one place need not name it.
        if (Places.Offered is [var only])
            Input.Place = Places.NameOf(only);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var (place, unclear) = Places.Find(Input.Place);
        if (Act is "similar")
        {
            ModelState.Clear();
            await LookAsync(place, cancellation);
            return Page();
        }

        var member = await MemberAsync(cancellation);
        var entered = new NewMatter(Input.Details(place?.Id ?? Guid.Empty, member))
        {
            Submitter = Input.Submitter,
            KeepsReceipt = true,
        };
        if (unclear is not null)
            Tell(unclear.At("Input.Place"));
        if (ModelState.IsValid)
        {
            var (collected, faults) = await intake.CollectAsync(entered, Input.Pictures, cancellation);
            if (collected is not null)
                return GoTo($"{Address}/{collected.Matter.Id}");
            TellAll(faults);
        }
        else
        {
            // Everything that is wrong is told at once.
            TellAll(await intake.FaultsAsync(entered, cancellation));
        }

        await LookAsync(place, cancellation);
        return Page();
    }

    private void TellAll(IReadOnlyList<Refusal> faults)
    {
        foreach (var fault in faults)
        {
            var box =
                fault.Field is nameof(MatterDetails.PlaceId) ? "Place"
                : fault.Field is nameof(MatterDetails.SubmittingMembershipId) ? nameof(Input.SourceName)
                : fault.Field;
            // A title is made from the text; who must give a text need not be told of a title too.
            if (
                fault.Code == "MatterTitleMissing"
                || ModelState.ContainsKey($"Input.{box}") && ModelState[$"Input.{box}"]!.Errors.Count > 0
            )
                continue;
            Tell(fault.At($"Input.{box}"));
        }
    }

    private async Task<Guid?> MemberAsync(CancellationToken cancellation)
    {
        if (Input.Source != MatterSource.Member || string.IsNullOrWhiteSpace(Input.SourceName))
            return null;
        var name = Input.SourceName.Trim();
        var found = await members.SearchAsync(
            new MemberQuery
            {
                Text = name,
                ActiveOn = desk.Today,
                PageSize = MostNamed,
            },
            cancellation
        );
        var exact = found.Items.Where(seat => seat.Name == name).ToList();
        var seats = exact.Count > 0 ? exact : [.. found.Items];
        if (seats.Select(seat => seat.PersonId).Distinct().Count() == 1)
            return seats[0].MembershipId;
        Tell(
            (
                seats.Count == 0
                    ? new Refusal("MatterMemberUnknown", name)
                    : new Refusal("MatterMemberUnclear", name, string.Join(' ', seats.Select(seat => $"{seat.Name} {seat.Unit}")))
            ).At("Input.SourceName")
        );
        return null;
    }

    private async Task LookAsync(PlaceChoice? place, CancellationToken cancellation)
    {
        HasLooked = true;
        Personal = personal.Find(Input.Text);
        Similar = await similar.WhileTypedAsync($"{Input.Title} {Input.Text}", place?.Id, cancellation);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var scope = await field.OfAsync(MatterPermissions.Enter, cancellation);
        var open = await places.OpenAsync(cancellation);
        Places = new PlaceNames(
            await places.AllAsync(cancellation),
            scope.IsWhole ? open : [.. open.Where(place => scope.Places.Contains(place.Id))]
        );
    }

    private IEnumerable<SelectListItem> Words<T>(string prefix, IEnumerable<T> values)
        where T : struct, Enum => values.Select(value => new SelectListItem(text[prefix + value], value.ToString()));
}
