using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>What the form of a new question and of a known one share.</summary>
public abstract class QuestionFormPage(OpinionDesk desk) : AppPage
{
    [BindProperty]
    public QuestionFields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Moderators { get; private set; } = [];

    /// <summary>Whether its words may still be changed.</summary>
    public abstract bool MayReword { get; }

    protected IReadOnlyList<(Guid Id, string Name)> Named { get; private set; } = [];

    protected OpinionDesk Desk => desk;

    protected async Task LoadModeratorsAsync(CancellationToken cancellation)
    {
        Named = await desk.ModeratorsAsync(cancellation);
        Moderators = [.. Named.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
    }

    /// <summary>What was entered, if it is in order; its faults are told beside their fields.</summary>
    protected QuestionDetails? Entered(QuestionDetails entered)
    {
        foreach (var fault in OpinionQuestion.Faults(entered))
            Tell(fault.Field is { } field ? fault.At("Input." + field) : fault);
        return ModelState.IsValid ? entered : null;
    }
}
