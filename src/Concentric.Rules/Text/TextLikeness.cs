namespace Concentric.Rules.Text;

/// <summary>The terms of one text and how often each stands in it.</summary>
public sealed class TermCounts
{
    private TermCounts(string[] terms, int[] counts) => (Terms, Counts) = (terms, counts);

    /// <summary>In ordinal order, each once.</summary>
    public IReadOnlyList<string> Terms { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Counts the terms of a text; the title's count three times, because it says what the text is about.</summary>
    public static TermCounts Of(string title, string text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in Bigrams.Of(title))
            counts[term] = counts.GetValueOrDefault(term) + 3;
        foreach (var term in Bigrams.Of(text))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return new TermCounts([.. counts.Keys], [.. counts.Values]);
    }
}

/// <summary>
/// 相关阅读: how alike texts are, as the cosine of their terms weighted by tf-idf. A term that stands in most texts (政协) says
/// little, a rare one (招商) says much. The same texts always give the same answer.
/// </summary>
public sealed class TextLikeness
{
    private readonly IReadOnlyList<TermCounts> texts;
    private readonly double[][] weights;

    public TextLikeness(IReadOnlyList<TermCounts> texts)
    {
        this.texts = texts;
        var spread = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(text => text.Terms))
            spread[term] = spread.GetValueOrDefault(term) + 1;
        weights = [.. texts.Select(text => Weights(text, spread, texts.Count))];
    }

    /// <summary>From 0 (nothing in common that tells anything) to 1 (the same terms).</summary>
    public double Between(int one, int other)
    {
        var (a, b) = (texts[one].Terms, texts[other].Terms);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Count && j < b.Count)
        {
            var order = string.CompareOrdinal(a[i], b[j]);
            if (order == 0)
                sum += weights[one][i++] * weights[other][j++];
            else if (order < 0)
                i++;
            else
                j++;
        }

        return Math.Min(1, sum);
    }

    /// <summary>The texts most like one text, the most alike first; of equals the earlier one. Itself is never among them.</summary>
    public IReadOnlyList<int> Nearest(int one, int count, double atLeast = 0.03) =>
        [
            .. Enumerable
                .Range(0, texts.Count)
                .Where(other => other != one)
                .Select(other => (Text: other, Likeness: Between(one, other)))
                .Where(pair => pair.Likeness >= atLeast)
                .OrderByDescending(pair => pair.Likeness)
                .ThenBy(pair => pair.Text)
                .Take(count)
                .Select(pair => pair.Text),
        ];

    private static double[] Weights(TermCounts text, Dictionary<string, int> spread, int all)
    {
        var own = new double[text.Terms.Count];
        var length = 0.0;
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = (1 + Math.Log(text.Counts[i])) * Math.Log((1.0 + all) / spread[text.Terms[i]]);
            length += own[i] * own[i];
        }

        if (length == 0)
            return own;
        var norm = Math.Sqrt(length);
        for (var i = 0; i < own.Length; i++)
            own[i] /= norm;
        return own;
    }
}
