using Concentric.Modules.Appraisal.Statements;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>
/// 结果运用: what the sheet says follows a grade that was approved, by itself or with the years before. It is told for people to do; the
/// program does none of it.
/// </summary>
public sealed class ConsequencesOfResult(DecisionsOfYear decisions, StatementWording wording)
{
    /// <summary>What follows one person's approved grade.</summary>
    public async Task<IReadOnlyList<GradeConsequence>> OfAsync(
        RuleSheet sheet,
        PersonResult result,
        CancellationToken cancellation = default
    )
    {
        var person = result.Result.PersonId;
        var decided = await decisions.ReadAsync(result.Year, person, cancellation);
        return Consequences.Of(sheet, result.Result.Grade, [.. decided.Past[person]]);
    }

    /// <summary>What follows in a year, in the sheet's order, with those whom it concerns in the order given.</summary>
    public async Task<IReadOnlyList<(GradeConsequence Rule, IReadOnlyList<AppraisalResult> People)>> OfYearAsync(
        RuleSheet sheet,
        int year,
        IReadOnlyList<AppraisalResult> results,
        CancellationToken cancellation = default
    )
    {
        var decided = await decisions.ReadAsync(year, null, cancellation);
        var found = results
            .SelectMany(result =>
                Consequences
                    .Of(sheet, result.Grade, [.. decided.Past[result.PersonId]])
                    .Select(rule => (Rule: rule, Result: result))
            )
            .ToLookup(pair => pair.Rule, pair => pair.Result);
        return
        [
            .. (sheet.Grades?.Consequences ?? [])
                .Where(found.Contains)
                .Select(rule => (rule, (IReadOnlyList<AppraisalResult>)[.. found[rule]])),
        ];
    }

    /// <summary>The condition in words: 不称职；连续 2 年不称职.</summary>
    public string When(RuleSheet sheet, GradeConsequence rule) => wording.Consequence(sheet, rule);
}
