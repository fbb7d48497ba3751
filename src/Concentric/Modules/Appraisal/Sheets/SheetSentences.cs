using Concentric.Platform;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>Says in the reader's language what is wrong with a sheet: the same sentences on the page, in the live check and in the command.</summary>
internal static class SheetSentences
{
    internal static string Say(this Words words, SheetProblem problem) => words["Sheet." + problem.Code, [.. problem.Values]];

    internal static string Say(this Words words, ExampleDifference difference) =>
        words["Sheet.Difference", difference.Example, difference.Path, difference.Written, difference.Computed];

    internal static string Located(this Words words, SheetProblem problem) => words.Located(problem.At, words.Say(problem));

    internal static string Located(this Words words, ExampleDifference difference) =>
        words.Located(difference.At, words.Say(difference));

    private static string Located(this Words words, SheetPosition at, string sentence) =>
        words["Sheet.Where", at.Line, at.Column, sentence];
}
