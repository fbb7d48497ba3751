using Concentric.Platform.Identity;

namespace Concentric.Platform.Web.Layouts;

/// <summary>A link of the navigation as this reader sees it.</summary>
/// <param name="IsCurrent">Whether the reader is on it, or on a page below it.</param>
public sealed record NavigationLink(string Text, string Path, string Icon, bool IsCurrent = false, string? Group = null)
{
    /// <summary>The pages of its section; one of them may be the current one.</summary>
    public IReadOnlyList<NavigationLink> Section { get; init; } = [];
}

/// <summary>
/// Links that are rows rather than entries of a manifest, for example the columns of the portal. A module registers one;
/// they stand after the entries of the manifests, on the public face before them.
/// </summary>
public interface INavigationSource
{
    Task<IReadOnlyList<NavigationLink>> LinksAsync(Face face, CancellationToken cancellation);
}

/// <summary>The menu of a face: the modules' entries that this reader may use, the present page marked.</summary>
public sealed class Navigation(
    ModuleCatalog modules,
    IEnumerable<INavigationSource> sources,
    CurrentActor actor,
    Words words,
    IHttpContextAccessor context
)
{
    public async Task<IReadOnlyList<NavigationLink>> LinksAsync(Face face)
    {
        var entries = modules.MenuOf(face).Where(MayUse).ToList();
        var sections = entries.Where(entry => entry.Under is not null).ToLookup(entry => entry.Under, LinkOf);
        var links = entries
            .Where(entry => entry.Under is null)
            .Select(entry => LinkOf(entry) with { Section = [.. sections[entry.Path]] })
            .ToList();
        foreach (var source in sources)
        {
            var rows = await source.LinksAsync(face, context.HttpContext?.RequestAborted ?? CancellationToken.None);
            // The public comes for the columns; what modules add to them stands behind.
            links.InsertRange(face == Face.Portal ? 0 : links.Count, rows);
        }

        return MarkCurrent(links, context.HttpContext?.Request.Path.Value ?? "/");
    }

    /// <summary>The first address of a face that this reader may use, for the switch between faces.</summary>
    public string? EntranceOf(Face face) => modules.MenuOf(face).FirstOrDefault(MayUse)?.Path;

    private NavigationLink LinkOf(MenuEntry entry) =>
        new(words[entry.TextKey], entry.Path, entry.Icon, Group: entry.Group is null ? null : words[entry.Group]);

    private bool MayUse(MenuEntry entry) =>
        entry.Permission is { } permission ? actor.Can(permission) : entry.Face == Face.Portal || actor.IsSignedIn;

    // The longest address that the page lies below is where the reader is.
    internal static IReadOnlyList<NavigationLink> MarkCurrent(IReadOnlyList<NavigationLink> links, string path)
    {
        var current = links
            .Concat(links.SelectMany(link => link.Section))
            .Where(link => path == link.Path || (link.Path != "/" && path.StartsWith(link.Path + "/", StringComparison.Ordinal)))
            .MaxBy(link => link.Path.Length)
            ?.Path;
        return current is null ? links : [.. links.Select(link => Marked(link, current))];
    }

    private static NavigationLink Marked(NavigationLink link, string current)
    {
        var section = link.Section.Select(page => page with { IsCurrent = page.Path == current }).ToList();
        return link with { IsCurrent = link.Path == current || section.Exists(page => page.IsCurrent), Section = section };
    }
}

/// <summary>The three faces' layouts, for <c>Layout = Layouts.Office</c>.</summary>
public static class LayoutNames
{
    public const string Portal = "/Platform/Web/Layouts/_PortalLayout.cshtml";
    public const string MyWork = "/Platform/Web/Layouts/_MyWorkLayout.cshtml";
    public const string Office = "/Platform/Web/Layouts/_OfficeLayout.cshtml";
}
