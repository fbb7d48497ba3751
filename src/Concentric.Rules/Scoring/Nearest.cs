namespace Concentric.Rules.Scoring;

/// <summary>What would be right in place of a word that nobody knows.</summary>
public static class Nearest
{
    private const int MostEdits = 3;
    private const int MostNamed = 20;

    /// <summary>The known word that was probably meant; when none is near, the known words; <c>-</c> when there are none.</summary>
    public static string To(string word, IEnumerable<string> known)
    {
        var names = known.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var near = names
            .Select(name => (Name: name, Edits: Edits(word, name)))
            .Where(one => one.Edits <= MostEdits && 2 * one.Edits < one.Name.Length)
            .OrderBy(one => one.Edits)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
        return near
            ?? names.Find(name => word.Length > MostEdits && name.Contains(word, StringComparison.Ordinal))
            ?? names.FindLast(name => name.Length > MostEdits && word.Contains(name, StringComparison.Ordinal))
            ?? Named(names);
    }

    private static string Named(List<string> names) =>
        names.Count == 0 ? "-"
        : names.Count <= MostNamed ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNamed)) + " …";

    /// <summary>Letters to change, add or leave out; only a band beside the diagonal is looked at, so that long lists of long words stay cheap.</summary>
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostEdits)
            return MostEdits + 1;
        Span<int> row = stackalloc int[(2 * MostEdits) + 1];
        for (var offset = 0; offset < row.Length; offset++)
            row[offset] = offset >= MostEdits ? offset - MostEdits : MostEdits + 1;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = MostEdits + 1;
            for (var offset = 0; offset < row.Length; offset++)
            {
                var j = i + offset - MostEdits;
                if (j < 0 || j > b.Length)
                {
                    row[offset] = MostEdits + 1;
                    continue;
                }

                var above = offset + 1 < row.Length ? row[offset + 1] : MostEdits + 1;
                var left = offset > 0 ? row[offset - 1] : MostEdits + 1;
                row[offset] =
                    j == 0 ? Math.Min(i, MostEdits + 1)
                    : a[i - 1] == b[j - 1] ? row[offset]
                    : 1 + Math.Min(row[offset], Math.Min(above, left));
                least = Math.Min(least, row[offset]);
            }

            if (least > MostEdits)
                return least;
        }

        return row[b.Length - a.Length + MostEdits];
    }
}
