using AngleSharp.Html.Dom;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>Somebody without an account and without a script, who goes through the form page by page.</summary>
internal sealed class Resident(IntakeWorld world)
{
    public Visitor Visitor { get; } = world.Committee.Anonymous();

    /// <summary>Sends a page and says where it leads.</summary>
    public async Task<string> AnswerAsync(string step, Dictionary<string, string> fields, string? form = null)
    {
        var answer = await Visitor.SubmitAsync($"/matters/new/{step}", fields, form);
        return answer.Headers.Location?.ToString().Replace(Visitor.Base, "") ?? await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Answers everything up to the last page.</summary>
    public async Task AnswerAllAsync(string text = "村口的路灯坏了三个月，晚上老人出门不方便。", bool isAnonymous = false)
    {
        await AnswerAsync("what", new() { ["Text"] = text });
        await AnswerAsync("kind", new() { ["Topic"] = "roads" });
        await AnswerAsync("where", new() { ["PlaceId"] = world.Village.Id.ToString(), ["Locality"] = "三组村口" });
        await AnswerAsync(
            "contact",
            isAnonymous
                ? new() { ["Way"] = "anonymous" }
                : new()
                {
                    ["Way"] = "known",
                    ["Phone"] = "138 0000 1234",
                    ["Name"] = "王大妈",
                }
        );
    }

    public Task<HttpResponseMessage> SendAsync(Dictionary<string, string>? fields = null) =>
        Visitor.SubmitAsync("/matters/new/check", fields ?? [], "form#send");

    public async Task<string> CodeAsync() =>
        string.Join(
            '-',
            (await Visitor.GetPageAsync("/matters/new/sent"))
                .QuerySelectorAll(".code-groups span")
                .Select(group => group.TextContent)
        );

    public async Task<string> MainAsync(string path) => (await Visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    public async Task<IHtmlFormElement> FormAsync(string path, string selector) =>
        (IHtmlFormElement)(await Visitor.GetPageAsync(path)).QuerySelector(selector)!;
}
