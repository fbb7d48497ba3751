using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>A rule as a line of a list: its name and, unless the name says it all, its value.</summary>
public sealed record SheetLine(string Label, string? Value);

/// <summary>Something that a sheet rules on, told in words.</summary>
public sealed record ToldPart(SheetPart Part, IReadOnlyList<SheetLine> Lines);

/// <summary>One difference in words. A part that came or went has lines; a changed rule has its name and both values.</summary>
public sealed record ToldChange(
    SheetChangeKind Kind,
    SheetPart Part,
    string Label,
    string Before,
    string After,
    IReadOnlyList<SheetLine> Lines
);

/// <summary>Differences under one heading.</summary>
public sealed record ToldArea(string Heading, IReadOnlyList<ToldChange> Changes);

/// <summary>Tells a sheet's rules, and how those of two editions differ, for people who do not read YAML.</summary>
public sealed class SheetWording(FacetWording facets, IStringLocalizer<AppraisalTexts> text)
{
    /// <summary>Every part of a sheet that rules something, by area.</summary>
    public ILookup<SheetArea, ToldPart> Tell(RuleSheet sheet) =>
        SheetParts
            .Of(sheet)
            .Select(part => new ToldPart(part, Lines(part)))
            .Where(told => told.Lines.Count > 0 || told.Part.Title.Length > 0)
            .ToLookup(told => told.Part.Area);

    public IReadOnlyList<ToldArea> Tell(IEnumerable<SheetChange> changes) =>
        [.. changes.GroupBy(change => Heading(change.Part)).Select(area => new ToldArea(area.Key, [.. area.Select(Tell)]))];

    /// <summary>全体会议：出席 3 分、迟到 2.5 分: the values of several steps stand in one line.</summary>
    public IReadOnlyList<SheetLine> Lines(SheetPart part) =>
        [
            .. part
                .Facets.Where(facet => !IsSaidByHeading(facet))
                .GroupBy(facet => facet.Code)
                .Select(group => Line(part, [.. group])),
        ];

    private static bool IsSaidByHeading(SheetFacet facet) => facet.Code is "Title" or "TitleEn" or "Place" or "Unit";

    private SheetLine Line(SheetPart part, List<SheetFacet> group)
    {
        var label = facets.Label(part, group[0].Code);
        return group[0] switch
        {
            { Value: bool } => new(label, null),
            { Of: null } => new(label, facets.Value(group[0])),
            { Code: "Role" } => new(label, Joined(group.Select(facets.Value))),
            _ => new(label, Joined(group.Select(facet => text["Facet.OfValue", facets.Of(facet), facets.Value(facet)].Value))),
        };
    }

    private ToldChange Tell(SheetChange change) =>
        change.Facet is { } facet
            ? new(
                change.Kind,
                change.Part,
                facets.LabelOf(change.Part, facet),
                facets.Value(change.Before),
                facets.Value(change.After),
                []
            )
            : new(change.Kind, change.Part, "", "", "", Lines(change.Part));

    private string Heading(SheetPart part)
    {
        string area = text["Area." + part.Area];
        return part.Place is { Area: SheetArea.Item } place ? text["Area.InCategory", area, place.Name()] : area;
    }

    private string Joined(IEnumerable<string> values) => string.Join(text["Facet.Join"], values);
}
