using System.Globalization;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;
using Concentric.Rules.Figures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Concentric.Modules.Figures.Catalogue;

/// <summary>Reads one file of figures. Every mistake is told with its line and with what would be right.</summary>
internal sealed class FigureFileReader(string file, FactKinds kinds)
{
    private static readonly string[] Keys =
    [
        "id",
        "title",
        "titleEn",
        "definition",
        "definitionEn",
        "unit",
        "measure",
        "kinds",
        "categories",
        "channels",
        "places",
        "steps",
        "round",
        "shareOf",
        "headline",
    ];

    private static readonly Dictionary<string, FigureMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["count"] = FigureMeasure.Count,
        ["quantity"] = FigureMeasure.Quantity,
        ["distinct-subjects"] = FigureMeasure.DistinctSubjects,
        ["distinct-places"] = FigureMeasure.DistinctPlaces,
        ["median"] = FigureMeasure.Median,
        ["percentile-90"] = FigureMeasure.NinetiethPercentile,
    };

    internal (int Order, string Title, string TitleEn, List<(FigureDefinition Figure, long Line)> Figures) Read(string text)
    {
        var root = Root(text);
        CheckKeys(root, ["order", "title", "titleEn", "figures"]);
        var list =
            root.Children.FirstOrDefault(pair => Text(pair.Key) == "figures").Value as YamlSequenceNode
            ?? throw Wrong(root, "there is no list 'figures:'");
        return (
            Order(root),
            Required(root, "title"),
            Required(root, "titleEn"),
            [.. list.Select(node => (Figure(node), node.Start.Line))]
        );
    }

    /// <summary>Where the group stands among the others; a file that says nothing comes first.</summary>
    private int Order(YamlMappingNode root) =>
        Child(root, "order") is not { } node ? 0
        : int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order
        : throw Wrong(node, $"'order: {Text(node)}' is no number");

    private YamlMappingNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.FirstOrDefault()?.RootNode as YamlMappingNode
                ?? throw new InvalidDataException($"{file} line 1: a file of figures begins with 'title:'.");
        }
        catch (YamlException broken)
        {
            throw new InvalidDataException(
                $"{file} line {broken.Start.Line}: {broken.InnerException?.Message ?? broken.Message}",
                broken
            );
        }
        catch (InvalidOperationException broken)
        {
            // The reader's answer to a text that ends in the middle of a list or mapping.
            throw new InvalidDataException(
                $"{file} line {text.Count(character => character == '\n') + 1}: the file ends too early.",
                broken
            );
        }
    }

    private FigureDefinition Figure(YamlNode node)
    {
        var entry = node as YamlMappingNode ?? throw Wrong(node, "a figure begins with '- id:'");
        CheckKeys(entry, Keys);
        var figure = new FigureDefinition
        {
            Id = Required(entry, "id"),
            Title = Required(entry, "title"),
            TitleEn = Required(entry, "titleEn"),
            Definition = Required(entry, "definition"),
            DefinitionEn = Required(entry, "definitionEn"),
            Unit = OneOf(entry, "unit", UnitOfCount.All),
            Measure = Measures[OneOf(entry, "measure", Measures.Keys)],
            Kinds = Names(entry, "kinds"),
            Categories = Names(entry, "categories"),
            Channels = Names(entry, "channels"),
            Places = Names(entry, "places"),
            Steps = Names(entry, "steps"),
            Rounding = Round(entry),
            ShareOf = Child(entry, "shareOf") is null ? null : Required(entry, "shareOf"),
            IsHeadline = Child(entry, "headline") is not null && OneOf(entry, "headline", ["true", "false"]) == "true",
        };
        if (
            figure.Id.Length > 60
            || figure.Id.Any(character =>
                !(char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            )
        )
            throw Wrong(Child(entry, "id")!, $"the id '{figure.Id}' may have small letters, digits and hyphens, at most 60");
        CheckKinds(entry, figure);
        return figure;
    }

    private void CheckKinds(YamlMappingNode entry, FigureDefinition figure)
    {
        var list = Child(entry, "kinds") ?? throw Wrong(entry, $"the figure '{figure.Id}' has no 'kinds:'");
        if (figure.Kinds.Count == 0)
            throw Wrong(list, $"the figure '{figure.Id}' names no kind of fact");
        foreach (var name in figure.Kinds)
        {
            var kind =
                kinds.Find(name)
                ?? throw Wrong(
                    list,
                    $"no module declares the fact kind '{name}'; there are {List(kinds.All.Select(known => known.Id))}"
                );
            var countsDifferent = figure.Measure is FigureMeasure.DistinctSubjects or FigureMeasure.DistinctPlaces;
            if (!countsDifferent && kind.Unit != figure.Unit)
                throw Wrong(
                    Child(entry, "unit")!,
                    $"the figure '{figure.Id}' counts {figure.Unit}, but '{name}' is recorded in {kind.Unit}; units are not mixed"
                );
            if (figure.Measure == FigureMeasure.DistinctSubjects && (!kind.HasSubject || figure.Unit != UnitOfCount.Persons))
                throw Wrong(
                    Child(entry, "measure")!,
                    $"'distinct-subjects' counts {UnitOfCount.Persons} of facts about a member, and '{name}' is recorded in {kind.Unit}{(kind.HasSubject ? "" : " about nobody")}"
                );
        }

        if (figure.Measure == FigureMeasure.DistinctPlaces && figure.Unit != UnitOfCount.Places)
            throw Wrong(Child(entry, "measure")!, $"'distinct-places' counts {UnitOfCount.Places}");
    }

    private Rounding Round(YamlMappingNode entry)
    {
        var text = Child(entry, "round") is { } node ? Text(node) : "exact";
        return text switch
        {
            "exact" => Rounding.Exact,
            "leading-place" => Rounding.ToLeadingPlace,
            _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 2 =>
                new Rounding(step),
            _ => throw Wrong(Child(entry, "round")!, $"'round: {text}' is none of exact, leading-place, or a step such as 10"),
        };
    }

    private string Required(YamlMappingNode entry, string key) =>
        Child(entry, key) is { } node && Text(node) is { Length: > 0 } text
            ? text
            : throw Wrong(entry, $"the figure or file has no '{key}:'");

    private string OneOf(YamlMappingNode entry, string key, IEnumerable<string> allowed)
    {
        var text = Required(entry, key);
        return allowed.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Wrong(Child(entry, key)!, $"'{key}: {text}' is none of {List(allowed)}");
    }

    private List<string> Names(YamlMappingNode entry, string key) =>
        Child(entry, key) switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Select(Text)],
            var node => throw Wrong(node, $"'{key}:' is a list, such as [a, b]"),
        };

    private void CheckKeys(YamlMappingNode entry, IEnumerable<string> allowed)
    {
        foreach (var key in entry.Children.Keys)
        {
            if (!allowed.Contains(Text(key), StringComparer.Ordinal))
                throw Wrong(key, $"'{Text(key)}:' is none of {List(allowed)}");
        }
    }

    private static YamlNode? Child(YamlMappingNode entry, string key) =>
        entry.Children.FirstOrDefault(pair => Text(pair.Key) == key).Value;

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private InvalidDataException Wrong(YamlNode node, string what) => new($"{file} line {node.Start.Line}: {what}.");
}
