using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>One matter as the unit that was handed it sees it: what is to be done, by when, and what it can do next.</summary>
[RequirePermission(MatterPermissions.Handle)]
public sealed class UnitMatterPage(MatterActs acts, MatterField field, MatterFiles files, UnitWords unitWords) : AppPage
{
    /// <summary>What a unit does, in the usual order.</summary>
    private static readonly MatterVerb[] Verbs =
    [
        MatterVerb.Receive,
        MatterVerb.Reply,
        MatterVerb.ReportProgress,
        MatterVerb.AskExtension,
        MatterVerb.Return,
    ];

    public Matter Matter { get; private set; } = null!;
    public MatterAssignment Own { get; private set; } = null!;
    public ILookup<Guid, StoredFile> Files { get; private set; } = null!;

    /// <summary>What can be done, and what cannot be and why; the first one that can be is the usual one.</summary>
    public IReadOnlyList<(MatterVerb Verb, Refusal? WhyNot)> Offers { get; private set; } = [];

    public string Title => unitWords.TitleOf(Matter);
    public string Told => unitWords.ToldOf(Matter);
    public string Spot => unitWords.SpotOf(Matter);

    public DateOnly Today => acts.Desk.Today;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostReceiveAsync(Guid id, CancellationToken cancellation)
    {
        var scope = await field.OfAsync(MatterPermissions.Handle, cancellation);
        var deed = new MatterDeed(MatterVerb.Receive, (matter, act) => matter.Receive(UnitView.Own(matter, scope)!, act));
        var answer = await acts.DoAsync(id, deed, cancellation);
        if (answer.Matter is null)
            return NotFound();
        if (answer.Refusal is { } refusal)
        {
            Tell(refusal);
            return await ShowAsync(id, cancellation);
        }

        Flash("Inbox.Received");
        return GoTo($"/office/consultation/inbox/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await acts.Desk.FindAsync(id, MatterPermissions.Handle, cancellation) is not { } matter)
            return NotFound();
        if (UnitView.Own(matter, await field.OfAsync(MatterPermissions.Handle, cancellation)) is not { } own)
            return NotFound();
        (Matter, Own) = (matter, own);
        var act = acts.Desk.Act();
        Offers =
        [
            .. Verbs
                .Select(verb => (verb, UnitView.WhyNot(matter, own, verb, act)))
                .Where(offer => offer.Item2 is null || (own.IsOpen && offer.Item2.Code != "AssignmentReceivedAlready")),
        ];
        Files = await files.OfAsync(
            [id, .. matter.Notes.Select(note => note.Id), .. matter.Assignments.Select(row => row.Id)],
            cancellation
        );
        return Page();
    }
}
