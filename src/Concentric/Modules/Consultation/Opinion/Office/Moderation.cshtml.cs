using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>Many statements at once: for each a choice by the arrow keys, one button for all of them.</summary>
[RequirePermission(OpinionPermissions.Moderate)]
public sealed class ModerationPage(AppDb db, OpinionDesk desk, CurrentActor actor) : AppPage
{
    private const int OnePage = 20;
    private const string FlaggedView = "flagged";

    /// <summary>What was offered; or, as <c>flagged</c>, what voters pointed out in statements that are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>Whether all that is left undecided on the page is accepted.</summary>
    [BindProperty]
    public bool AcceptRest { get; set; }

    public bool IsFlagged => View == FlaggedView;
    public OpinionQuestion Question { get; private set; } = null!;
    public IReadOnlyList<QueuedStatement> Queue { get; private set; } = [];
    public int Waiting { get; private set; }
    public int Flagged { get; private set; }

    public IReadOnlyList<ModeratorVerdict> Verdicts =>
        IsFlagged ? [ModeratorVerdict.Keep, ModeratorVerdict.Reject] : [ModeratorVerdict.Accept, ModeratorVerdict.Reject];

    /// <summary>What was chosen before the page came back.</summary>
    public ModeratorVerdict? Chosen(Guid statement) =>
        Request.HasFormContentType && Enum.TryParse<ModeratorVerdict>(Request.Form[$"verdict.{statement}"], out var verdict)
            ? verdict
            : null;

    public StatementFault? ChosenFault(Guid statement) =>
        Request.HasFormContentType && Enum.TryParse<StatementFault>(Request.Form[$"fault.{statement}"], out var fault)
            ? fault
            : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var (taken, refusal, about) = await desk.ModerateAsync(id, Decisions(), cancellation);
        if (refusal is not null)
        {
            Tell(about is { } statement ? refusal.At($"fault.{statement}") : refusal);
            return Page();
        }

        if (taken == 0)
            Warn("Opinion.NothingDecided");
        else
            Flash("Opinion.Decided", taken);
        return GoTo($"/office/consultation/questions/{id}/moderation{(IsFlagged ? "?view=" + FlaggedView : "")}");
    }

    /// <summary>Only those that stood on the page that was sent: what came since is not accepted unseen.</summary>
    private List<ModeratorDecision> Decisions()
    {
        var seen = Request.Form["seen"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Distinct().ToList();
        var rest = AcceptRest && !IsFlagged ? ModeratorVerdict.Accept : (ModeratorVerdict?)null;
        return
        [
            .. from statement in seen
            let verdict = Chosen(statement) ?? rest
            where verdict is not null
            select new ModeratorDecision(statement, verdict.Value, ChosenFault(statement)),
        ];
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (!actor.Can(OpinionPermissions.Moderate) || await desk.FindAsync(id, cancellation) is not { } question)
            return false;
        Question = question;
        (Waiting, Flagged) = await ModerationQueue.CountAsync(db, id, cancellation);
        Queue = await ModerationQueue.ReadAsync(db, id, IsFlagged, (1, OnePage), cancellation);
        return true;
    }
}
