using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

internal enum NodeKind
{
    Scalar,
    List,
    Map,
}

/// <summary>A piece of a sheet's text with the place where it stands.</summary>
internal sealed record SheetNode(NodeKind Kind, SheetPosition At)
{
    internal string Value { get; init; } = "";

    /// <summary>Written in quotes or as a block of text: never a number, a yes or a nothing.</summary>
    internal bool IsQuoted { get; init; }
    internal List<SheetNode> Items { get; } = [];
    internal List<SheetEntry> Entries { get; } = [];

    internal SheetNode? this[string key] => Entries.Find(entry => entry.Key == key)?.Value;
}

internal sealed record SheetEntry(string Key, SheetPosition At, SheetNode Value);
