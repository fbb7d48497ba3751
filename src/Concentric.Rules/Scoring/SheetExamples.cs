using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concentric.Rules.Scoring;

/// <summary>What an example came to, where it differs from what is written.</summary>
public sealed record ExampleDifference(string Example, string Path, string Written, string Computed, SheetPosition At);

/// <summary>算例: computes a sheet's worked examples. A sheet whose examples do not compute as written is not published.</summary>
public static class SheetExamples
{
    public static IReadOnlyList<ExampleDifference> Differences(RuleSheet sheet)
    {
        var compiled = new CompiledSheet(sheet);
        var differences = new List<ExampleDifference>();
        foreach (var example in sheet.Examples)
        {
            var statement = Scoring.Derive(compiled, example.Member, FactsOf(sheet, example));
            foreach (var expected in example.Expect)
            {
                var computed = Value(statement, expected.Path);
                if (!Same(expected.Value, computed))
                    differences.Add(new(example.Name, expected.Path, expected.Value, computed, expected.At));
            }
        }

        return differences;
    }

    /// <summary>The facts of an example: those told in full, and for each count so many facts that its item counts, on days in office.</summary>
    public static IReadOnlyList<DutyFact> FactsOf(RuleSheet sheet, SheetExample example)
    {
        var facts = new List<DutyFact>(example.Facts);
        foreach (var count in example.Counts)
        {
            var item = sheet.AllItems.FirstOrDefault(one => one.Id == count.Item);
            if (item is null)
                continue;
            var match =
                item.Counts.FirstOrDefault(match =>
                    count.Step is null || match.As == count.Step || (match.As is null && match.Steps.Contains(count.Step))
                )
                ?? item.Counts.FirstOrDefault(match => match.As is null && match.Steps.Count == 0)
                ?? item.Counts.FirstOrDefault();
            if (match is null)
                continue;
            var days = DaysFor(sheet, example.Member, item);
            for (var number = 0; number < count.Count; number++)
                facts.Add(Fact(item, match, count, number, days[number % days.Count]));
        }

        return facts;
    }

    /// <summary>Days of the span on which the member holds a role that the item is for; all days of the span when there are none.</summary>
    private static List<DateOnly> DaysFor(RuleSheet sheet, ScoredMember member, RuleItem item)
    {
        List<DateOnly> all = [.. Enumerable.Range(0, sheet.To.DayNumber - sheet.From.DayNumber + 1).Select(sheet.From.AddDays)];
        var fit = all.FindAll(day => member.RoleOn(day) is { } role && (item.For.Count == 0 || item.For.Contains(role)));
        return fit.Count > 0 ? fit : all;
    }

    private static DutyFact Fact(RuleItem item, FactMatch match, ExampleCount count, int number, DateOnly day)
    {
        var name = $"{item.Id}/{count.Step}/{number}";
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var test in match.Where)
            attributes[test.Attribute] = test.OneOf.Count > 0 ? test.OneOf[0] : "1";
        foreach (var limit in item.Limits.Where(limit => limit.Of is not null))
            attributes.TryAdd(limit.Of!, name);
        return new()
        {
            Id = IdOf(name),
            Kind = match.Fact,
            Category = match.Categories.Count > 0 ? match.Categories[0] : null,
            Day = day,
            Step =
                match.As is null ? count.Step ?? (match.Steps.Count > 0 ? match.Steps[0] : null)
                : match.Steps.Count > 0 ? match.Steps[0]
                : null,
            Attributes = attributes,
        };
    }

    /// <summary>An id made from a name, so that an example computes to the same bytes each time.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>The value of a statement that an expectation speaks of; <c>?</c> when there is no such value.</summary>
    public static string Value(Statement statement, string path)
    {
        var parts = path.Split('.', 2);
        var rest = parts.Length > 1 ? parts[1] : "";
        return parts[0] switch
        {
            "total" => statement.Total.ToString(),
            "base" => statement.BaseTotal.ToString(),
            "bonus" => statement.BonusTotal.ToString(),
            "deductions" => statement.DeductionTotal.ToString(),
            "grade" => statement.GradeBeforeQuota ?? "none",
            "categories" => statement.Categories.FirstOrDefault(one => one.Category.Id == rest)?.Points.ToString() ?? "?",
            "items" => statement.Items.FirstOrDefault(one => one.Item.Id == rest)?.Points.ToString() ?? "?",
            "unmet" => string.Join(", ", statement.MinimumDuties.Where(duty => !duty.Met).Select(duty => duty.Duty.Id)),
            "toBeDecided" => string.Join(", ", statement.ToBeDecided.Select(veto => veto.Veto.Id)),
            "notCounted" => statement.Uncounted.Count.ToString(CultureInfo.InvariantCulture),
            _ => "?",
        };
    }

    private static bool Same(string written, string computed) =>
        string.Equals(written, computed, StringComparison.Ordinal)
        || (Points.Parse(written) is { } a && Points.Parse(computed) is { } b && a == b);
}
