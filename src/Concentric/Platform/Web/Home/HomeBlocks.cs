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

/// <summary>Something to come that the public may know of.</summary>
/// <param name="Path">Below the committee; null if it has no page.</param>
public sealed record HomeEvent(string Title, DateTimeOffset StartsAt, string? Place, string? Path);

/// <summary>A module that announces events on the public home page registers one.</summary>
public interface IHomeEvents
{
    Task<IReadOnlyList<HomeEvent>> UpcomingAsync(int most, CancellationToken cancellation);
}
