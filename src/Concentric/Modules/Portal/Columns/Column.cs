using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Portal;

/// <summary>What kind of reading a column holds: decides where it stands on the home page.</summary>
public enum ColumnKind
{
    /// <summary>要闻</summary>
    News,

    /// <summary>党建</summary>
    Party,

    /// <summary>协商议政</summary>
    Consultation,

    /// <summary>文史书香</summary>
    Documents,

    /// <summary>信息公开</summary>
    Disclosure,
}

/// <summary>栏目 (Column): a branch of the portal's tree. Every article stands in exactly one.</summary>
[ShownToPublic]
public sealed partial class Column : CommitteeEntity
{
    public const int LongestTitle = 30;
    public const int LongestSlug = 40;

    /// <summary>Levels of the tree: a column, its children, their children.</summary>
    public const int MostLevels = 3;

    private Column() { }

    /// <summary>Its part of the address; stays when the title changes, so that links keep working.</summary>
    public string Slug { get; private set; } = "";

    [NamesInAudit]
    public string Title { get; private set; } = "";
    public string? TitleEn { get; private set; }
    public Guid? ParentId { get; private set; }

    /// <summary>Place among its siblings; small numbers first.</summary>
    public int Order { get; private set; }
    public ColumnKind Kind { get; private set; }

    /// <summary>Whether the public's menu leaves it out; its articles keep their addresses.</summary>
    public bool Hidden { get; private set; }

    /// <exception cref="RefusedException">See <see cref="Faults"/>.</exception>
    public static Column Create(ColumnDetails details, Column? parent, int order)
    {
        RefusedException.ThrowIf(Faults(details).FirstOrDefault());
        var column = new Column
        {
            Slug = details.Slug.Trim(),
            ParentId = parent?.Id,
            Order = order,
        };
        column.Take(details);
        return column;
    }

    /// <summary>What is wrong with the details, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(ColumnDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Title))
            yield return new Refusal("ColumnTitleMissing").At(nameof(details.Title));
        if (details.Title.Trim().Length > LongestTitle)
            yield return new Refusal("ColumnTitleTooLong", LongestTitle).At(nameof(details.Title));
        if (details.TitleEn?.Trim().Length > LongestTitle * 2)
            yield return new Refusal("ColumnTitleTooLong", LongestTitle * 2).At(nameof(details.TitleEn));
        if (details.Slug.Trim().Length > LongestSlug || !SlugForm().IsMatch(details.Slug.Trim()))
            yield return new Refusal("ColumnSlugForm", LongestSlug).At(nameof(details.Slug));
    }

    /// <summary>Changes the words and the kind; the address stays.</summary>
    public void Rename(ColumnDetails details)
    {
        RefusedException.ThrowIf(Faults(details with { Slug = Slug }).FirstOrDefault());
        Take(details);
    }

    /// <summary>Puts it below another column, or on top; asked of the tree first.</summary>
    public void MoveTo(ColumnTree tree, Guid? parentId, int order)
    {
        RefusedException.ThrowIf(tree.WhyNotMove(this, parentId));
        ParentId = parentId;
        Order = order;
    }

    public void PlaceAt(int order) => Order = order;

    public void Hide() => Hidden = true;

    public void Show() => Hidden = false;

    private void Take(ColumnDetails details)
    {
        Title = details.Title.Trim();
        TitleEn = string.IsNullOrWhiteSpace(details.TitleEn) ? null : details.TitleEn.Trim();
        Kind = details.Kind;
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex SlugForm();
}

/// <summary>What a person enters about a column.</summary>
public sealed record ColumnDetails
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public ColumnKind Kind { get; init; }
}
