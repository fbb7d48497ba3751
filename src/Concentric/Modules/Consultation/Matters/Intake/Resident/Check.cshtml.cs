using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Rules.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>
/// Check your answers, then send. However often it is sent, one matter comes of it: the draft becomes the matter in the same save, and a
/// draft that became one leads to its receipt.
/// </summary>
public sealed partial class CheckPage(
    IntakeForm form,
    MatterIntake intake,
    MatterDesk desk,
    SimilarMatters similar,
    PersonalWords personal,
    PlaceChoices places,
    IntakePuzzle puzzles,
    ILogger<CheckPage> log
) : IntakeStepPage(form)
{
    private readonly IntakeForm form = form;

    public override IntakeStep Step => IntakeStep.Check;

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What the browser worked out in the place of an answer.</summary>
    [BindProperty]
    public string? Work { get; set; }

    public IReadOnlyList<StoredFile> Pictures { get; private set; } = [];

    public string? PlaceName { get; private set; }

    /// <summary>What in the words tells who somebody is; the resident decides whether it stays.</summary>
    public IReadOnlyList<PersonalDataMark> Personal => personal.Find(Answers.Text);

    /// <summary>What others told already and everybody can see; the resident decides whether to send.</summary>
    public IReadOnlyList<PublicMatter> Similar { get; private set; } = [];

    public string Topic => MatterLists.NameOf(form.Lists.Topics, Answers.Topic);

    /// <summary>What is asked before sending; none as long as few came from there.</summary>
    public Puzzle? Puzzle { get; private set; }

    /// <summary>The first page that still asks something; none when all is answered.</summary>
    public IntakeStep? Missing =>
        string.IsNullOrEmpty(Answers.Text) ? IntakeStep.What
        : string.IsNullOrEmpty(Answers.Topic) ? IntakeStep.Kind
        : Answers.PlaceId is null ? IntakeStep.Where
        : Answers.IsAnonymous is null ? IntakeStep.Contact
        : null;

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        Pictures = Draft is null ? [] : await form.Drafts.PicturesAsync(Draft, cancellation);
        PlaceName = (await places.AllAsync(cancellation)).FirstOrDefault(place => place.Id == Answers.PlaceId)?.Name;
        Similar = await similar.InPublicAsync(Answers.Text ?? "", Answers.PlaceId, cancellation);
        if (form.Limits.LeaveOf(HttpContext) == IntakeLeave.Puzzle)
            Puzzle = puzzles.New();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (Draft is null)
            return GoTo(PathOf(IntakeStep.What));
        if (Missing is { } step)
            return GoTo(PathOf(step) + "?again=true");
        var entered = new NewMatter(Answers.Details)
        {
            Submitter = Answers.Submitter,
            Pictures = await form.Drafts.PicturesAsync(Draft, cancellation),
            KeepsReceipt = true,
            TellsScreeners = true,
            Act = desk.ActOfSubmitter(),
        };
        foreach (var fault in await intake.FaultsAsync(entered, cancellation))
            Tell(fault);
        if (ModelState.IsValid && WhyNotNow() is { } refusal)
            Tell(refusal);
        if (ModelState.IsValid && await SendAsync(Draft, entered, cancellation))
            return GoTo("/matters/new/sent");
        // An answer belongs to its question, which is another one now.
        ModelState.SetModelValue(nameof(Answer), null, null);
        (Answer, Work) = (null, null);
        await ShowAsync(cancellation);
        return Page();
    }

    private Refusal? WhyNotNow()
    {
        var leave = form.Limits.LeaveOf(HttpContext);
        if (leave == IntakeLeave.Puzzle && !puzzles.Solves(Paper, Answer, Work))
            return new Refusal(Paper is null ? "MatterPuzzle" : "MatterPuzzleWrong").At(nameof(Answer));
        return leave == IntakeLeave.Wait ? new Refusal("MatterWait", IntakeLimits.Window.TotalMinutes) : null;
    }

    private async Task<bool> SendAsync(MatterDraft draft, NewMatter entered, CancellationToken cancellation)
    {
        try
        {
            var collected = await intake.AddAsync(entered, cancellation);
            draft.Send(collected.Matter.Id, form.Now);
            await form.Db.SaveChangesAsync(cancellation);
            // Counted when it is a matter: taps that came too late for that are none.
            form.Limits.CountSent(HttpContext);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other tap was faster: the draft is a matter already.
            return true;
        }
        catch (DbUpdateException failure)
        {
            LogNotSaved(failure);
            form.Db.ChangeTracker.Clear();
            Tell(new Refusal("MatterNotSent"));
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A matter could not be saved; its draft is kept.")]
    private partial void LogNotSaved(Exception failure);
}
