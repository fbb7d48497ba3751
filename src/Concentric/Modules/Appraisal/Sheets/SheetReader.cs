using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>A sheet that was read: the model when the text could be looked at, every problem, every example that differs.</summary>
public sealed record SheetReading(
    RuleSheet? Sheet,
    IReadOnlyList<SheetProblem> Problems,
    IReadOnlyList<ExampleDifference> Differences
)
{
    /// <summary>Whether it may be published: no problem, and every example computes as written.</summary>
    public bool IsSound => Sheet is not null && Problems.Count == 0 && Differences.Count == 0;
}

/// <summary>Reads a rule sheet from its text and says everything that is wrong with it at once.</summary>
public sealed class SheetReader(IReadOnlyList<DeclaredKind> kinds)
{
    /// <summary>Bytes of the largest sheet that is looked at.</summary>
    public const int LargestSheet = SheetYaml.LargestSheet;

    public SheetReading Read(string text)
    {
        var problems = new List<SheetProblem>();
        var root = SheetYaml.Read(text, problems);
        if (root is null)
            return new(null, problems, []);
        new FormCheck(problems).Look(root, SheetFormat.Sheet, "sheet");
        if (root.Kind != NodeKind.Map)
            return new(null, problems, []);
        var sheet = SheetBuilder.Build(root);
        problems.AddRange(SheetCheck.Of(sheet, kinds));
        IReadOnlyList<ExampleDifference> differences = problems.Count == 0 ? SheetExamples.Differences(sheet) : [];
        return new(
            sheet,
            [.. problems.Distinct().OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)],
            differences
        );
    }
}
