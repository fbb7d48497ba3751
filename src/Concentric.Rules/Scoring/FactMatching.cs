using System.Globalization;

namespace Concentric.Rules.Scoring;

/// <summary>Whether a fact is one of those that a rule counts.</summary>
internal static class FactMatching
{
    /// <summary>Kind, category and step; not the attributes.</summary>
    internal static bool Names(this FactMatch match, DutyFact fact) =>
        string.Equals(match.Fact, fact.Kind, StringComparison.Ordinal)
        && (match.Categories.Count == 0 || Has(match.Categories, fact.Category))
        && (match.Steps.Count == 0 || Has(match.Steps, fact.Step));

    internal static bool Accepts(this FactMatch match, DutyFact fact)
    {
        for (var index = 0; index < match.Where.Count; index++)
        {
            if (!Passes(match.Where[index], fact))
                return false;
        }

        return true;
    }

    /// <summary>The units of the facts that any of the matches counts.</summary>
    internal static long Units(IReadOnlyList<FactMatch> matches, IEnumerable<DutyFact> facts)
    {
        long units = 0;
        foreach (var fact in facts)
        {
            if (matches.Any(match => match.Names(fact) && match.Accepts(fact)))
                units += fact.Quantity;
        }

        return units;
    }

    private static bool Passes(AttributeTest test, DutyFact fact) =>
        fact.Attributes.TryGetValue(test.Attribute, out var value)
        && (test.OneOf.Count == 0 || Has(test.OneOf, value))
        && (test.AtMost is not { } most || (Number(value) is { } number && number <= most));

    internal static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Has(IReadOnlyList<string> words, string? word)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (string.Equals(words[index], word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
