using System.Globalization;

namespace Concentric.Rules.Scoring;

/// <summary>
/// Sets aside what an item's own rules leave out, always in this order: lower steps of a ladder, limits by day or month, the
/// n-th and after, the same thing under another item, and not enough for an item that counts once. Candidates come in the
/// order of day and id, so the order in which facts were handed in changes nothing.
/// </summary>
internal static class Narrowing
{
    internal static void Apply(CompiledSheet compiled, List<Candidate> candidates)
    {
        var byItem = candidates.GroupBy(candidate => candidate.Item).OrderBy(group => group.Key).ToList();
        foreach (var group in byItem)
        {
            var item = compiled.Items[group.Key];
            if (item.Ladder)
                KeepHighestSteps(group);
            foreach (var limit in item.Limits)
                KeepWithin(limit, group);
            if (item.FromNth > 1 || item.UpToNth is not null)
                KeepNth(item, group);
            foreach (var candidate in group.Where(candidate => candidate.Stays))
                Value(item, candidate, compiled.Sheet.Scale.Decimals);
        }

        KeepOnce(compiled, candidates);
        foreach (var group in byItem)
        {
            if (compiled.Items[group.Key].OnceAt is { } enough)
                GiveOnce(group, enough);
        }
    }

    private static void KeepHighestSteps(IEnumerable<Candidate> candidates)
    {
        foreach (var thing in candidates.GroupBy(candidate => candidate.Fact.ThingOrSelf, StringComparer.Ordinal))
        {
            var best = thing.OrderByDescending(candidate => candidate.Each).ThenBy(candidate => candidate.Order).First();
            foreach (var candidate in thing.Where(candidate => candidate != best))
                candidate.SetAside(LineReason.LowerStep, best.Step);
        }
    }

    private static void KeepWithin(CountLimit limit, IEnumerable<Candidate> candidates)
    {
        var spans = candidates.Where(candidate => candidate.Stays).GroupBy(candidate => SpanOf(limit, candidate.Fact));
        foreach (var span in spans)
        {
            long left = limit.AtMost;
            foreach (var candidate in span.OrderByDescending(candidate => candidate.Each).ThenBy(candidate => candidate.Order))
            {
                candidate.Keep(Math.Min(candidate.Units, left));
                left -= candidate.Units;
                if (candidate.Units == 0)
                    candidate.SetAside(LineReason.LimitReached, Text(limit.AtMost));
            }
        }
    }

    private static (int Span, string Of) SpanOf(CountLimit limit, DutyFact fact)
    {
        var span = limit.Each switch
        {
            LimitSpan.Day => fact.Day.DayNumber,
            LimitSpan.Month => (fact.Day.Year * 12) + fact.Day.Month,
            _ => fact.Day.Year,
        };
        return (span, limit.Of is { } name ? fact.Attributes.GetValueOrDefault(name, "") : "");
    }

    private static void KeepNth(RuleItem item, IEnumerable<Candidate> candidates)
    {
        long before = 0;
        foreach (var candidate in candidates.Where(candidate => candidate.Stays))
        {
            var first = Math.Max(before + 1, item.FromNth);
            var last = Math.Min(before + candidate.Units, item.UpToNth ?? long.MaxValue);
            before += candidate.Units;
            candidate.Keep(Math.Max(0, last - first + 1));
            if (candidate.Units > 0)
                continue;
            if (before < item.FromNth)
                candidate.SetAside(LineReason.BeforeNth, Text(item.FromNth));
            else
                candidate.SetAside(LineReason.AfterNth, Text(item.UpToNth ?? 0));
        }
    }

    private static void Value(RuleItem item, Candidate candidate, int decimals)
    {
        candidate.Full = candidate.Each * candidate.Units;
        if (item.Split is not { } split)
            return;
        var people = FactMatching.Number(candidate.Fact.Attributes.GetValueOrDefault(split.People)) ?? 1;
        var part = candidate.Fact.Attributes.GetValueOrDefault(split.Part);
        if (people <= 1 || string.Equals(part, "sole", StringComparison.Ordinal))
            return;
        candidate.Full =
            string.Equals(part, "first", StringComparison.Ordinal) ? candidate.Full.Share(split.First, 1000, decimals)
            : split.Others is { } others ? candidate.Full.Share(others, 1000, decimals)
            : candidate.Full.Share(1000 - split.First, 1000L * (people - 1), decimals);
        candidate.Reason = LineReason.Shared;
    }

    /// <summary>The same thing scores under one item of a group only: the one that gives it most.</summary>
    private static void KeepOnce(CompiledSheet compiled, List<Candidate> candidates)
    {
        var shared = candidates
            .Where(candidate => candidate.Stays && compiled.Groups[candidate.Item] >= 0)
            .GroupBy(candidate => (compiled.Groups[candidate.Item], candidate.Fact.ThingOrSelf));
        foreach (var thing in shared)
        {
            var best = thing.OrderByDescending(candidate => candidate.Full).ThenBy(candidate => candidate.Item).First();
            foreach (var candidate in thing.Where(candidate => candidate.Item != best.Item))
                candidate.SetAside(LineReason.ScoredElsewhere, compiled.Items[best.Item].Id);
        }
    }

    private static void GiveOnce(IEnumerable<Candidate> group, int enough)
    {
        var candidates = group.Where(candidate => candidate.Stays).ToList();
        if (candidates.Sum(candidate => candidate.Units) < enough)
        {
            candidates.ForEach(candidate => candidate.SetAside(LineReason.NotYetEnough, Text(enough)));
            return;
        }

        // The best step that was reached is what is given: it stands on the line with which the number was reached.
        var points = candidates.Max(candidate => candidate.Each);
        long before = 0;
        foreach (var candidate in candidates)
        {
            candidate.Full = before < enough && before + candidate.Units >= enough ? points : Points.Zero;
            candidate.Reason = LineReason.ReachedOnce;
            before += candidate.Units;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
