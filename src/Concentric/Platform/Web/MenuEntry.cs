namespace Concentric.Platform.Web;

/// <summary>Which of the three faces a menu entry belongs to.</summary>
public enum Face
{
    /// <summary>What the public sees.</summary>
    Portal,

    /// <summary>What a member sees on a phone.</summary>
    MyWork,

    /// <summary>What the staff work in.</summary>
    Office,
}

/// <summary>
/// One entry of the navigation. <paramref name="TextKey"/> is looked up in the module's texts, <paramref name="Path"/>
/// begins with a slash and is below the committee, <paramref name="Icon"/> names a Tabler icon.
/// </summary>
/// <param name="Permission">Who sees it; null on the portal means everybody.</param>
/// <param name="Order">Small numbers first.</param>
/// <param name="Group">The text key (in the platform's texts) of the group it stands in, office only.</param>
/// <param name="Under">The path of the entry whose section it is a page of, portal only: it stands in the section's own bar.</param>
public sealed record MenuEntry(
    Face Face,
    string TextKey,
    string Path,
    string Icon,
    string? Permission,
    int Order,
    string? Group = null,
    string? Under = null
);
