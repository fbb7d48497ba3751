using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>One of the eight kinds of record in a duty file, and the facts that belong to it.</summary>
public sealed class DutyBlock
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public List<DutyBlockFact> Facts { get; set; } = [];

    public string Name => Language.IsEnglish ? TitleEn : Title;

    internal bool Takes(Fact fact) =>
        Facts.Exists(wanted =>
            wanted.Kind == fact.Kind && (wanted.Category.Count == 0 || wanted.Category.Contains(fact.Category ?? ""))
        );
}

/// <summary>A kind of fact, and the categories of it where not all belong here.</summary>
public sealed class DutyBlockFact
{
    public string Kind { get; set; } = "";
    public List<string> Category { get; set; } = [];
}

/// <summary>The blocks of <c>data/duty-file.yaml</c>; the last takes what no other does.</summary>
public sealed class DutyBlocks
{
    private const string File = "duty-file.yaml";

    /// <exception cref="InvalidDataException">A block names a kind that no module declares, or there is no block.</exception>
    public DutyBlocks(DataFolder data, FactKinds kinds)
    {
        All = data.ReadYaml<BlocksFile>(File).Blocks;
        if (All.Count == 0)
            throw new InvalidDataException($"{File}: there is no block.");
        foreach (var wanted in All.SelectMany(block => block.Facts))
        {
            if (kinds.Find(wanted.Kind) is null)
                throw new InvalidDataException($"{File}: no module declares the fact kind '{wanted.Kind}'.");
        }
    }

    public IReadOnlyList<DutyBlock> All { get; }

    public DutyBlock Of(Fact fact) => All.FirstOrDefault(block => block.Takes(fact)) ?? All[^1];

    internal sealed class BlocksFile
    {
        public List<DutyBlock> Blocks { get; set; } = [];
    }
}
