using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Concentric.Modules.Portal;

/// <summary>What became of a piece of text between two revisions.</summary>
public enum Change
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of characters with the same fate.</summary>
public sealed record ChangedRun(Change Change, string Text);

/// <summary>One paragraph: its runs, in reading order.</summary>
public sealed record ChangedParagraph(IReadOnlyList<ChangedRun> Runs)
{
    public bool IsSame => Runs.All(run => run.Change == Change.Same);
}

/// <summary>修订比较: two texts compared by paragraph, and within a changed paragraph by character, as Han text needs it.</summary>
public static class TextDifference
{
    /// <summary>Longer paragraphs are shown as removed and added whole: by character they would be slow and unreadable.</summary>
    private const int LongestByCharacter = 4000;
    private static readonly Runes ByRune = new();

    public static IReadOnlyList<ChangedParagraph> Between(string before, string after)
    {
        var found = Differ.Instance.CreateDiffs(before, after, false, false, LineChunker.Instance);
        var paragraphs = new List<ChangedParagraph>();
        var same = 0;
        foreach (var block in found.DiffBlocks)
        {
            AddSame(paragraphs, found.PiecesOld, same, block.DeleteStartA);
            AddChanged(paragraphs, found, block);
            same = block.DeleteStartA + block.DeleteCountA;
        }

        AddSame(paragraphs, found.PiecesOld, same, found.PiecesOld.Count);
        return paragraphs;
    }

    private static void AddSame(List<ChangedParagraph> paragraphs, IReadOnlyList<string> pieces, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (pieces[index].Length > 0)
                paragraphs.Add(new ChangedParagraph([new ChangedRun(Change.Same, pieces[index])]));
        }
    }

    /// <summary>Paragraphs that took each other's place are compared pairwise; what is left over came or went whole.</summary>
    private static void AddChanged(List<ChangedParagraph> paragraphs, DiffResult found, DiffBlock block)
    {
        var paired = Math.Min(block.DeleteCountA, block.InsertCountB);
        for (var index = 0; index < paired; index++)
            paragraphs.Add(Compare(found.PiecesOld[block.DeleteStartA + index], found.PiecesNew[block.InsertStartB + index]));
        for (var index = paired; index < block.DeleteCountA; index++)
            AddWhole(paragraphs, Change.Removed, found.PiecesOld[block.DeleteStartA + index]);
        for (var index = paired; index < block.InsertCountB; index++)
            AddWhole(paragraphs, Change.Added, found.PiecesNew[block.InsertStartB + index]);
    }

    private static void AddWhole(List<ChangedParagraph> paragraphs, Change change, string text)
    {
        if (text.Length > 0)
            paragraphs.Add(new ChangedParagraph([new ChangedRun(change, text)]));
    }

    private static ChangedParagraph Compare(string before, string after)
    {
        if (before.Length > LongestByCharacter || after.Length > LongestByCharacter)
            return new ChangedParagraph([new(Change.Removed, before), new(Change.Added, after)]);
        var found = Differ.Instance.CreateDiffs(before, after, false, false, ByRune);
        var runs = new List<ChangedRun>();
        var same = 0;
        foreach (var block in found.DiffBlocks)
        {
            Add(runs, Change.Same, found.PiecesOld, same, block.DeleteStartA - same);
            Add(runs, Change.Removed, found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(runs, Change.Added, found.PiecesNew, block.InsertStartB, block.InsertCountB);
            same = block.DeleteStartA + block.DeleteCountA;
        }

        Add(runs, Change.Same, found.PiecesOld, same, found.PiecesOld.Count - same);
        return new ChangedParagraph(runs);
    }

    private static void Add(List<ChangedRun> runs, Change change, IReadOnlyList<string> pieces, int from, int count)
    {
        if (count > 0)
            runs.Add(new ChangedRun(change, string.Concat(pieces.Skip(from).Take(count))));
    }

    /// <summary>Whole characters: one beyond the basic plane is not cut in two.</summary>
    private sealed class Runes : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];
    }
}
