using Concentric.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>What sort of thing it is.</summary>
public sealed class KindPage(IntakeForm form) : IntakeStepPage(form)
{
    private readonly MatterLists lists = form.Lists;

    public override IntakeStep Step => IntakeStep.Kind;

    [BindProperty]
    public string? Topic { get; set; }

    public IEnumerable<SelectListItem> Topics =>
        lists.Topics.Select(topic => new SelectListItem(
            string.IsNullOrEmpty(topic.Explanation) ? topic.Name : $"{topic.Name} · {topic.Explanation}",
            topic.Id
        ));

    protected override Task ShowAsync(CancellationToken cancellation)
    {
        Topic = Answers.Topic;
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (lists.Topics.All(topic => topic.Id != Topic))
            Tell(new Refusal("MatterTopicMissing").At(nameof(Topic)));
        return await KeepAsync(answers => answers with { Topic = Topic }, cancellation);
    }
}
