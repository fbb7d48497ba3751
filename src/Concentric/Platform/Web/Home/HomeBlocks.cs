namespace Concentric.Platform.Web.Home;

/// <summary>One figure that a module shows on the public home page; it opens into what it counts.</summary>
/// <param name="Path">Below the committee, for example <c>/figures/2023/policy-talks</c>; null if the public may not open it.</param>
public sealed record HomeFigure(string Label, string Value, string? Unit, string? Path);

/// <summary>The figures of a year on the public home page.</summary>
public sealed record HomeFigures(string Title, string? Path, IReadOnlyList<HomeFigure> Figures);

/// <summary>A module that shows figures on the public home page registers one. What it shows changes with saves of <c>[ShownToPublic]</c> rows.</summary>
public interface IHomeFigures
{
    /// <summary>At most eight figures; null when there is nothing for the public yet.</summary>
    Task<HomeFigures?> TellAsync(CancellationToken cancellation);
}

/// <summary>Something that the public home page invites to; the first act is the one meant.</summary>
public sealed record HomeInvitation(string Title, string Text, IReadOnlyList<HomeAct> Acts);

/// <param name="Path">Below the committee.</param>
/// <param name="Icon">A Tabler icon.</param>
public sealed record HomeAct(string Text, string Path, string Icon);

/// <summary>A module that invites the public to something on the home page registers one.</summary>
public interface IHomeInvitation
{
    /// <summary>Null while there is nothing to invite to. It changes with saves of <c>[ShownToPublic]</c> rows.</summary>
    Task<HomeInvitation?> TellAsync(CancellationToken cancellation);
}

/// <summary>Something to come that the public may know of.</summary>
/// <param name="Path">Below the committee; null if it has no page.</param>
public sealed record HomeEvent(string Title, DateTimeOffset StartsAt, string? Place, string? Path);

/// <summary>A module that announces events on the public home page registers one.</summary>
public interface IHomeEvents
{
    Task<IReadOnlyList<HomeEvent>> UpcomingAsync(int most, CancellationToken cancellation);
}

/// <summary>One line of a list on the public home page, or of what a search found.</summary>
/// <param name="Path">Below the committee.</param>
/// <param name="Day">None where a day says nothing, as with a place.</param>
public sealed record HomeListEntry(string Title, string Path, DateOnly? Day);

/// <summary>A short list on the public home page, or of what a search found; it leads to the whole.</summary>
/// <param name="Path">Below the committee.</param>
public sealed record HomeList(string Title, string Path, IReadOnlyList<HomeListEntry> Entries);

/// <summary>A module that shows a list beside the columns of the public home page registers one. What it shows changes with saves of <c>[ShownToPublic]</c> rows.</summary>
public interface IHomeList
{
    /// <summary>At most so many entries; null when there is nothing for the public yet.</summary>
    Task<HomeList?> TellAsync(int most, CancellationToken cancellation);
}

/// <summary>A module whose records the search of the public face finds beside articles registers one.</summary>
public interface IPublicFinder
{
    /// <summary>The closest first, at most so many; null when the public may see nothing with these words.</summary>
    Task<HomeList?> FindAsync(string words, int most, CancellationToken cancellation);
}
