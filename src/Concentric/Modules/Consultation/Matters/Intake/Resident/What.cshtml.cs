using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Rules.Text;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>What it is about, in the resident's own words: typed, or spoken into the phone's keyboard.</summary>
public sealed class WhatPage(IntakeForm form, PlaceChoices places) : IntakeStepPage(form)
{
    public override IntakeStep Step => IntakeStep.What;

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The place whose poster led here.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceSlug { get; set; }

    protected override Task ShowAsync(CancellationToken cancellation)
    {
        Text = Answers.Text;
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        var text = PlainText.Of(Text ?? "");
        if (text.Length == 0)
            Tell(new Refusal("MatterTextMissing").At(nameof(Text)));
        else if (text.Length > Matter.LongestText)
            Tell(new Refusal("TooLong", Matter.LongestText, text.Length).At(nameof(Text)));
        var place = await places.FindAsync(PlaceSlug, cancellation);
        return await KeepAsync(
            answers => answers with { Text = text, PlaceId = answers.PlaceId ?? (place?.IsClosed == false ? place.Id : null) },
            cancellation
        );
    }
}
