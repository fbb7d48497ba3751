using System.Text;

namespace Concentric.Rules.Text;

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
public sealed record TextPart(string Text, bool IsHit);

/// <summary>Marks in a text what was searched for, and picks the passage that shows most of it.</summary>
public static class Highlights
{
    /// <summary>The whole text in parts.</summary>
    public static IReadOnlyList<TextPart> Mark(string text, string typed) => Cut(text, Hits(text, typed), 0, text.Length);

    /// <summary>A passage of about <paramref name="length"/> characters around the densest hits, with … where it was cut.</summary>
    public static IReadOnlyList<TextPart> Passage(string text, string typed, int length)
    {
        var hits = Hits(text, typed);
        var from = hits.Count == 0 ? 0 : Math.Max(0, Densest(hits, length) - (length / 6));
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from--;
        var to = Math.Min(text.Length, from + length);
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        var parts = Cut(text, hits, from, to).ToList();
        if (from > 0)
            parts.Insert(0, new TextPart("…", false));
        if (to < text.Length)
            parts.Add(new TextPart("…", false));
        return parts;
    }

    private static int Densest(List<(int From, int To)> hits, int length) =>
        hits.MaxBy(hit =>
            (hits.Where(other => other.From >= hit.From && other.To <= hit.From + length).Sum(Size), -hit.From)
        ).From;

    private static int Size((int From, int To) hit) => hit.To - hit.From;

    private static List<TextPart> Cut(string text, List<(int From, int To)> hits, int from, int to)
    {
        var parts = new List<TextPart>();
        var at = from;
        foreach (var hit in hits.Where(hit => hit.To > from && hit.From < to))
        {
            var (start, end) = (Math.Max(hit.From, at), Math.Min(hit.To, to));
            if (start > at)
                parts.Add(new TextPart(text[at..start], false));
            parts.Add(new TextPart(text[start..end], true));
            at = end;
        }

        if (at < to)
            parts.Add(new TextPart(text[at..to], false));
        return parts;
    }

    /// <summary>Places of what was typed, in order, those that touch or overlap joined.</summary>
    private static List<(int From, int To)> Hits(string text, string typed)
    {
        var plain = Plain(text);
        var found = new List<(int From, int To)>();
        foreach (var run in Bigrams.Runs(typed).Distinct())
        {
            var needles = plain.Contains(run.Text, StringComparison.Ordinal) ? [run.Text] : Bigrams.Of(run.Text);
            foreach (var needle in needles)
            {
                for (
                    var at = plain.IndexOf(needle, StringComparison.Ordinal);
                    at >= 0;
                    at = plain.IndexOf(needle, at + needle.Length, StringComparison.Ordinal)
                )
                    found.Add((at, at + needle.Length));
            }
        }

        return Joined(found);
    }

    private static List<(int From, int To)> Joined(List<(int From, int To)> found)
    {
        var joined = new List<(int From, int To)>();
        foreach (var hit in found.Order())
        {
            if (joined.Count > 0 && joined[^1].To >= hit.From)
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, hit.To));
            else
                joined.Add(hit);
        }

        return joined;
    }

    /// <summary>The text as terms are written, each character in its old place.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var small = Bigrams.Plain(rune);
            // Very few letters change their length with their case; those stay as they are so that places agree.
            plain.Append(small.Utf16SequenceLength == rune.Utf16SequenceLength ? small.ToString() : rune.ToString());
        }

        return plain.ToString();
    }
}
