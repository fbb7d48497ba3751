using System.Text;
using Concentric.Rules.Documents;

namespace Concentric.Rules.Figures;

/// <summary>A stretch of a paragraph: plain, or a figure's number that opens into its facts.</summary>
/// <param name="FigureId">The figure it tells, or null.</param>
public sealed record AccountRun(string Text, string? FigureId = null);

/// <summary>One paragraph of the account: what is printed is what the runs say, one after the other.</summary>
/// <param name="Block">The same paragraph as an official document has it.</param>
/// <param name="Heading">The part in the level's font.</param>
/// <param name="Body">What follows it.</param>
public sealed record AccountParagraph(DocumentBlock Block, IReadOnlyList<AccountRun> Heading, IReadOnlyList<AccountRun> Body)
{
    public DocumentLevel Level => Block.Level;

    public string Text => Block.Heading + Block.Text;
}

/// <summary>
/// The text of an account after its template was filled in. Numbers come marked with the figure they tell, so that the page
/// can link each and the printed document shows the same words without the links.
/// </summary>
public static class AccountText
{
    // Private-use characters: nobody types them, and they are taken out of everything that people wrote.
    private const char Begin = '\uE000';
    private const char Middle = '\uE001';
    private const char End = '\uE002';

    /// <summary>A figure's words, marked so that <see cref="Parse"/> finds them again.</summary>
    public static string Marked(string figureId, string text) => $"{Begin}{figureId}{Middle}{WithoutMarks(text)}{End}";

    /// <summary>Takes the marks out of text that people wrote.</summary>
    public static string WithoutMarks(string text) =>
        text.AsSpan().IndexOfAny(Begin, Middle, End) < 0
            ? text
            : string.Concat(text.Where(character => character is not (Begin or Middle or End)));

    /// <summary>Each line that is not blank is one paragraph, of the level that its numbering says.</summary>
    public static IReadOnlyList<AccountParagraph> Parse(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(ParseLine).OfType<AccountParagraph>()];

    private static AccountParagraph? ParseLine(string line)
    {
        var runs = Trim(RunsOf(line));
        if (DocumentText.Parse(string.Concat(runs.Select(run => run.Text))) is not [var block])
            return null;
        var (heading, body) = Cut(runs, block.Heading.Length);
        return new AccountParagraph(block, heading, body);
    }

    // After the marks are read, not before: what is left of a cut mark may stand before a blank.
    private static List<AccountRun> Trim(List<AccountRun> runs)
    {
        ReadOnlySpan<char> blank = [' ', '\t', '\r', '\u3000'];
        var text = string.Concat(runs.Select(run => run.Text));
        var started = Cut(runs, text.Length - text.AsSpan().TrimStart(blank).Length).After;
        return Cut(started, text.AsSpan().Trim(blank).Length).Before;
    }

    private static (List<AccountRun> Before, List<AccountRun> After) Cut(List<AccountRun> runs, int length)
    {
        var (before, after) = (new List<AccountRun>(), new List<AccountRun>());
        foreach (var run in runs)
        {
            var taken = Math.Clamp(length, 0, run.Text.Length);
            length -= run.Text.Length;
            if (taken > 0)
                before.Add(run with { Text = run.Text[..taken] });
            if (taken < run.Text.Length)
                after.Add(run with { Text = run.Text[taken..] });
        }

        return (before, after);
    }

    private static List<AccountRun> RunsOf(string line)
    {
        var runs = new List<AccountRun>();
        var plain = new StringBuilder();
        for (var position = 0; position < line.Length; position++)
        {
            // A filter of the template may have cut a mark in two: what is left of it is plain text.
            var middle = line[position] == Begin ? line.IndexOf(Middle, position) : -1;
            var end = middle < 0 ? -1 : line.IndexOf(End, middle);
            if (end < 0)
            {
                plain.Append(line[position]);
                continue;
            }

            AddPlain(runs, plain);
            runs.Add(new AccountRun(WithoutMarks(line[(middle + 1)..end]), WithoutMarks(line[(position + 1)..middle])));
            position = end;
        }

        AddPlain(runs, plain);
        return runs;
    }

    private static void AddPlain(List<AccountRun> runs, StringBuilder plain)
    {
        if (WithoutMarks(plain.ToString()) is { Length: > 0 } text)
            runs.Add(new AccountRun(text));
        plain.Clear();
    }
}
