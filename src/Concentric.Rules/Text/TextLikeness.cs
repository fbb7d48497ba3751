namespace Concentric.Rules.Text;

/// <summary>The terms of one text and how often each stands in it.</summary>
public sealed class TermCounts
{
    private const int TitleWeight = 3;
    private const ulong WordMark = 1UL << 63;

    private TermCounts(ulong[] terms, int[] counts) => (Terms, Counts) = (terms, counts);

    /// <summary>In order, each once. A pair of Han characters is its two code points, a word its hash: thousands of texts are compared.</summary>
    public IReadOnlyList<ulong> Terms { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Counts the terms of a text; the title's count three times, because it says what the text is about.</summary>
    public static TermCounts Of(string title, string text)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var term in Codes(title))
            counts[term] = counts.GetValueOrDefault(term) + TitleWeight;
        foreach (var term in Codes(text))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        var terms = counts.Keys.ToArray();
        Array.Sort(terms);
        return new TermCounts(terms, Array.ConvertAll(terms, term => counts[term]));
    }

    private static IEnumerable<ulong> Codes(string text)
    {
        foreach (var run in Bigrams.Runs(text))
        {
            if (!run.IsHan)
            {
                yield return Hash(run.Text) | WordMark;
                continue;
            }

            var (before, pairs) = (0UL, 0);
            foreach (var rune in run.Text.EnumerateRunes())
            {
                var code = (ulong)rune.Value;
                if (before != 0)
                {
                    pairs++;
                    yield return (before << 21) | code;
                }

                before = code;
            }

            if (pairs == 0)
                yield return before;
        }
    }

    /// <summary>FNV-1a: the same at every run, unlike the framework's own.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in word)
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
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
        var spread = new Dictionary<ulong, int>();
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
            if (a[i] == b[j])
                sum += weights[one][i++] * weights[other][j++];
            else if (a[i] < b[j])
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

    private static double[] Weights(TermCounts text, Dictionary<ulong, int> spread, int all)
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
