using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>What came of something done to many, in one sentence: how many were done, how many not, and why.</summary>
internal static class BulkWords
{
    private const int MostNamed = 5;

    internal static (string Key, object[] Values) Of(MatterBulkAnswer answer, MatterVerb verb, Words words)
    {
        var reasons = answer
            .Refused.GroupBy(one => words.Of(one.Refusal))
            .Select(group =>
                words[
                    "Matters.BulkReason",
                    group.Count(),
                    group.Key,
                    string.Join(words["ListSeparator"], group.Take(MostNamed).Select(one => one.Title))
                ]
            )
            .ToList();
        if (answer.NotFound > 0)
            reasons.Add(words["Matters.BulkNotYours", answer.NotFound]);
        var done = words["MatterVerb." + verb];
        return reasons.Count == 0
            ? ("Matters.BulkDone", [done, answer.Done])
            : ("Matters.BulkPart", [done, answer.Done, answer.Refused.Count + answer.NotFound, string.Concat(reasons)]);
    }
}
