using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections.Office;

/// <summary>One objection in the office: the first answer, the decision of the second instance, and the correction that follows.</summary>
[RequirePermission(AppraisalPermissions.Read)]
public sealed class OfficeObjectionPage(AppDb db, ObjectionDesk desk, ObjectionViews views, IStringLocalizer<AppraisalTexts> text)
    : AppPage
{
    [BindProperty]
    public bool? Granted { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Which meeting decided.</summary>
    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    /// <summary>The fact that was recorded for what was missing.</summary>
    [BindProperty]
    public Guid? Fact { get; set; }

    public ObjectionView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Outcomes =>
        [
            new SelectListItem(text["Objection.Grant"], bool.TrueString),
            new SelectListItem(text["Objection.Refuse"], bool.FalseString),
        ];

    public bool MayAnswer => desk.May(AppraisalPermissions.AnswerObjections, View.Objection);

    public bool MayDecide => desk.May(AppraisalPermissions.DecideObjections, View.Objection);

    /// <summary>The record behind the line, where it is corrected.</summary>
    public string? RecordPath => View.Case.Line is { } line ? View.Origins.GetValueOrDefault(line.Id)?.Path : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            AppraisalPermissions.AnswerObjections,
            objection => [objection.WhyNotAnswer(desk.Actor.AccountId), WhyNoOutcome(), Objection.WhyNotWords(Words)],
            async objection =>
            {
                var until = await desk.DayAfterAsync(objection.Year, cycle => cycle.ObjectionDays, cancellation);
                objection.Answer(Granted!.Value, Words, until, desk.Doer);
                desk.TellMember(objection);
            },
            "Objection.AnswerSent",
            cancellation
        );

    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            AppraisalPermissions.DecideObjections,
            objection =>
                [
                    objection.WhyNotDecide(desk.Actor.AccountId),
                    WhyNoOutcome(),
                    .. objection.FaultsOfDecision(Meeting, Day, Words, desk.Today),
                ],
            objection =>
            {
                objection.Decide(Granted!.Value, Meeting!, Day!.Value, Words, desk.Doer);
                desk.TellMember(objection);
                return Task.CompletedTask;
            },
            "Objection.DecisionSent",
            cancellation
        );

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellation)
    {
        var fact = Fact is { } wanted ? await db.Facts.SingleOrDefaultAsync(row => row.Id == wanted, cancellation) : null;
        return await DoAsync(
            id,
            AppraisalPermissions.AnswerObjections,
            objection => [objection.WhyNotLink(fact)],
            objection =>
            {
                objection.Link(fact!);
                return Task.CompletedTask;
            },
            "Objection.Linked",
            cancellation
        );
    }

    private async Task<IActionResult> DoAsync(
        Guid id,
        string permission,
        Func<Objection, IEnumerable<Refusal?>> faults,
        Func<Objection, Task> act,
        string told,
        CancellationToken cancellation
    )
    {
        if (!desk.Actor.Can(permission))
            return Forbid();
        if (!await LoadAsync(id, cancellation) || !desk.May(permission, View.Objection))
            return NotFound();
        foreach (var fault in faults(View.Objection).OfType<Refusal>())
            Tell(fault);
        if (!ModelState.IsValid)
            return Page();
        await act(View.Objection);
        await db.SaveChangesAsync(cancellation);
        Flash(told);
        return GoTo($"/office/appraisal/objections/{id}");
    }

    private Refusal? WhyNoOutcome() => Granted is null ? new Refusal("ObjectionOutcomeMissing").At(nameof(Granted)) : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await views.FindAsync(id, ofPerson: null, isOffice: true, cancellation) is not { } view)
            return false;
        View = view;
        if (view.Case.AwaitsCorrection && view.Objection.IsAboutMissing)
        {
            var facts = await desk.CandidatesAsync(view.Objection, cancellation);
            var origins = await views.OriginsAsync(facts, cancellation);
            Candidates = [.. facts.Select(fact => new SelectListItem(views.Describe(fact, origins), fact.Id.ToString()))];
        }

        return true;
    }
}
