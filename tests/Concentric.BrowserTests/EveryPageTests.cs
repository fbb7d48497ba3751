using Concentric.BrowserTests.World;

namespace Concentric.BrowserTests;

/// <summary>Every page that a menu leads to: no axe violation, nothing wider than the screen, no error, in both languages and widths.</summary>
public sealed class EveryPageTests(DemoSite site)
{
    public static TheoryData<string?, int, string> Looks =>
        new()
        {
            { null, 390, "zh-CN" },
            { null, 1440, "en" },
            { "office", 390, "en" },
            { "office", 1440, "zh-CN" },
            { "member", 390, "zh-CN" },
            { "system", 1440, "en" },
            { "security", 1440, "zh-CN" },
            { "audit", 1440, "en" },
        };

    [Theory, MemberData(nameof(Looks))]
    public async Task A_demanding_reader_finds_nothing_to_complain_about(string? account, int width, string language)
    {
        var reader = await site.OpenAsync(account, width, language);
        var complaints = new List<string>();
        var seen = new HashSet<string>();
        // The menu of somebody's own face comes first: the home page alone has more links than are followed.
        await reader.GoAsync(
            account switch
            {
                null => "/",
                "member" => "/my",
                _ => "/office",
            }
        );
        var paths = new Queue<string>(await LinksAsync(reader, "a"));
        while (paths.TryDequeue(out var path) && seen.Count < 40)
        {
            if (!seen.Add(path))
                continue;
            var response = await reader.GoAsync(path);
            if (response.Status != 200)
                complaints.Add($"{path} answers {response.Status}");
            else if (response.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html") == true)
                complaints.AddRange(await reader.ComplaintsAsync());
            foreach (var next in await LinksAsync(reader, "nav a"))
                paths.Enqueue(next);
        }

        await reader.Page.Context.CloseAsync();
        complaints.Distinct().ShouldBeEmpty();
    }

    /// <summary>Addresses below the committee, without their queries, that are pages to look at.</summary>
    private static async Task<IEnumerable<string>> LinksAsync(Reader reader, string selector)
    {
        var links = await reader.Page.EvalOnSelectorAllAsync<string[]>(selector, "links => links.map(link => link.href)");
        return links
            .Where(link => link.StartsWith(reader.Committee + "/"))
            .Select(link => link[reader.Committee.Length..].Split('?', '#')[0])
            .Where(path => !path.Contains("sign-out") && path != "/preferences" && !Path.HasExtension(path))
            .Distinct();
    }
}
