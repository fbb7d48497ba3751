using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Values of a node by key; what is missing or of another form reads as nothing.</summary>
internal static class SheetNodeReading
{
    internal static SheetNode Map(this SheetNode node, string key) =>
        node[key] is { Kind: NodeKind.Map } map ? map : new SheetNode(NodeKind.Map, node[key]?.At ?? node.At);

    internal static IEnumerable<SheetNode> Maps(this SheetNode node, string key) =>
        node[key] switch
        {
            { Kind: NodeKind.Map } one => [one],
            { } list => list.Items.Where(item => item.Kind == NodeKind.Map),
            _ => [],
        };

    internal static string? TextOrNone(this SheetNode node, string key) =>
        node[key] is { Kind: NodeKind.Scalar, Value.Length: > 0 } scalar ? scalar.Value : null;

    internal static string Text(this SheetNode node, string key) => node.TextOrNone(key) ?? "";

    internal static IReadOnlyList<string> Texts(this SheetNode node, string key) => node[key]?.Words() ?? [];

    /// <summary>One word, or the words of a list.</summary>
    internal static IReadOnlyList<string> Words(this SheetNode node) =>
        node.Kind == NodeKind.Scalar
            ? [node.Value]
            : [.. node.Items.Where(item => item.Kind == NodeKind.Scalar).Select(item => item.Value)];

    internal static Points? Points(this SheetNode node, string key) =>
        node.TextOrNone(key) is { } text ? Rules.Scoring.Points.Parse(text) : null;

    internal static int? Whole(this SheetNode node, string key) =>
        node.TextOrNone(key) is { } text ? FormCheck.Whole(text) : null;

    internal static DateOnly? Date(this SheetNode node, string key) =>
        node.TextOrNone(key) is { } text ? FormCheck.Date(text) : null;

    internal static bool Flag(this SheetNode node, string key) => node.TextOrNone(key) == "true";
}
