namespace Concentric.Platform.Ledger;

/// <summary>
/// Says what facts of one source type tell of, so that a figure opens into the records behind it. The module that
/// records the facts registers one; it answers for many facts at once, by one query.
/// </summary>
public interface IFactSource
{
    /// <summary>What it answers for, as <see cref="NewFact.SourceType"/> has it: <c>meetings.meeting</c>.</summary>
    string SourceType { get; }

    /// <summary>The records of the current committee among those asked for. One that is gone is left out.</summary>
    Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds);

    /// <summary>The name of a fact's category in the reader's language; none when the category is not its own.</summary>
    string? CategoryTitle(string category) => null;
}

/// <summary>The record behind a fact.</summary>
/// <param name="Title">What the record is called; it names no person.</param>
/// <param name="PublicPath">Its page for everybody, as <c>~/…</c>; none when it has no public page.</param>
/// <param name="OfficePath">Its page in the office, as <c>~/office/…</c>; none when it has no such page.</param>
public sealed record FactSourceLink(string Title, string? PublicPath, string? OfficePath)
{
    /// <summary>The name of the place that its facts name, where they name it by the last part of its address.</summary>
    public string? Place { get; init; }

    /// <summary>Who organised it, by the body's name: 谁组织谁记录.</summary>
    public string? Organiser { get; init; }

    /// <summary>The same body, by its id in <c>data/offices.yaml</c>.</summary>
    public string? OrganiserId { get; init; }

    /// <summary>Its page for the member whom it is about, as <c>~/my/…</c>; none when it has no such page.</summary>
    public string? OwnPath { get; init; }
}
