using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Concentric.BrowserTests.World;

/// <summary>Somebody who looks at pages: notices errors in the console, what axe finds, and pages wider than the screen.</summary>
public sealed class Reader
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly List<string> complaints = [];

    public Reader(IPage page, string committee)
    {
        Page = page;
        Committee = committee;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Address of the committee, without a slash at the end.</summary>
    public string Committee { get; }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(Committee + path))!;

    /// <summary>The address below the committee, without query.</summary>
    public string Path => new Uri(Page.Url).GetLeftPart(UriPartial.Path)[Committee.Length..];

    /// <summary>Clicks the first link that matches, and waits for its page.</summary>
    public Task FollowAsync(string link) => LeaveAsync(() => Page.Locator(link).First.ClickAsync());

    /// <summary>Sends a form by its button, and waits for the page that answers; one that tells an error fails.</summary>
    public async Task SubmitAsync(string form)
    {
        await LeaveAsync(() => Page.Locator(form).Locator("button[type=submit]").First.ClickAsync());
        (await Page.Locator(".error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
    }

    private async Task LeaveAsync(Func<Task> act)
    {
        var response = await Page.RunAndWaitForResponseAsync(
            act,
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400
        );
        response.Status.ShouldBe(200, $"{response.Request.Method} {response.Url}");
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    public async Task SignInAsync(string account, string password)
    {
        await GoAsync("/sign-in");
        await Page.FillAsync("[name='Input.UserName']", account);
        await Page.FillAsync("[name='Input.Password']", password);
        await Page.ClickAsync("main button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>What is wrong with the page as it stands: empty when a demanding reader would find nothing.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync()
    {
        var found = new List<string>(complaints);
        var wide = await Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        if (wide > 0)
            found.Add($"{Page.Url}: the page is {wide} px wider than the screen");
        await Page.EvaluateAsync(Axe);
        var violations = await Page.EvaluateAsync<string[]>(
            """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
              const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
              return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
            }
            """
        );
        found.AddRange(violations.Select(violation => $"{Page.Url}: {violation}"));
        return found;
    }
}
