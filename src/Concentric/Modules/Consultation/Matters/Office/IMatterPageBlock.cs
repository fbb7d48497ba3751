namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>A part of the office's page about a matter that another task fills: its sessions. Whoever has one registers it.</summary>
public interface IMatterPageBlock
{
    /// <summary>Small numbers first.</summary>
    int Order { get; }

    /// <summary>The block for one matter; none where there is nothing to show.</summary>
    Task<MatterPageBlock?> ForAsync(Guid matterId, CancellationToken cancellation);
}

/// <param name="View">The partial view, by its path below the application: <c>/Modules/Consultation/Sessions/_OfMatter.cshtml</c>.</param>
/// <param name="Model">What the view shows.</param>
public sealed record MatterPageBlock(string View, object Model)
{
    /// <summary>Where the matter's next step is done, when that is not on its own page: begins with a tilde.</summary>
    public string? NextPath { get; init; }
}
