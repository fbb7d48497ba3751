using Concentric.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>How to reach whoever sends it; or nothing, for somebody who stays anonymous and follows by the code alone.</summary>
public sealed class ContactPage(IntakeForm form, IStringLocalizer<ConsultationTexts> text) : IntakeStepPage(form)
{
    public const string Anonymous = "anonymous";
    public const string Known = "known";

    public override IntakeStep Step => IntakeStep.Contact;

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public IEnumerable<SelectListItem> Ways =>
        [new(text["Intake.Contact.Known"], Known), new(text["Intake.Contact.Anonymous"], Anonymous)];

    protected override Task ShowAsync(CancellationToken cancellation)
    {
        Way = Answers.IsAnonymous switch
        {
            true => Anonymous,
            false => Known,
            null => null,
        };
        (Name, Phone, Email) = (Answers.Name, Answers.Phone, Answers.Email);
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        var typed = new SubmitterDetails(Name?.Trim(), Phone?.Trim(), Email?.Trim());
        // Whoever typed a number wants to be rung.
        if (Way is null && !(string.IsNullOrEmpty(typed.Phone) && string.IsNullOrEmpty(typed.Email)))
            Way = Known;
        if (Way is not (Anonymous or Known))
            Tell(new Refusal("MatterWayMissing").At(nameof(Way)));
        else if (Way == Known)
        {
            if (string.IsNullOrEmpty(typed.Phone) && string.IsNullOrEmpty(typed.Email))
                Tell(new Refusal("MatterContactMissing").At(nameof(Phone)));
            foreach (var fault in MatterSubmitter.Faults(typed))
                Tell(fault);
        }

        // What was typed stays in the draft, so that changing one's mind twice loses nothing; an anonymous matter takes none of it.
        return await KeepAsync(
            answers =>
                answers with
                {
                    IsAnonymous = Way == Anonymous,
                    Name = typed.Name,
                    Phone = typed.Phone,
                    Email = typed.Email,
                },
            cancellation
        );
    }
}
