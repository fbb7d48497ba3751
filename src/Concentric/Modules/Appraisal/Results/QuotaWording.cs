using Concentric.Modules.Appraisal.Sheets;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>Says in words why the quota and its tie rule put somebody where they do.</summary>
public sealed class QuotaWording(IStringLocalizer<AppraisalTexts> text)
{
    /// <summary>Why somebody is proposed, passed over or left to the meeting.</summary>
    public string Why(RuleSheet sheet, QuotaPlace place) =>
        place.Outcome == QuotaOutcome.ForTheMeeting ? text["QuotaWhy.Tied"]
        : place.DecidedBy is { } rule ? text["QuotaWhy." + place.Outcome, Measure(sheet, rule)]
        : text[place.Outcome == QuotaOutcome.Proposed ? "QuotaWhy.Enough" : "QuotaWhy.NoPlace"];

    /// <summary>What the order goes by, first to last.</summary>
    public IEnumerable<string> Order(RuleSheet sheet) => Rules(sheet).Select(rule => Measure(sheet, rule));

    /// <summary>One member's values, in the order of <see cref="Order"/>.</summary>
    public static IEnumerable<string> Values(RuleSheet sheet, QuotaPlace place) => Rules(sheet).Zip(place.Values, Value);

    private string Measure(RuleSheet sheet, TieRule rule) =>
        rule.By == TieMeasure.Units
            ? text[
                "TieMeasure.Units",
                string.Join(
                    text["TieMeasure.And"],
                    rule.Items.Select(id => sheet.AllItems.FirstOrDefault(item => item.Id == id)?.Name() ?? id)
                )
            ]
            : text["TieMeasure." + rule.By];

    private static string Value(TieRule rule, long value) =>
        rule.By == TieMeasure.Units ? Platform.Web.DisplayFormat.Number(value) : new Points(value).ToString();

    private static IReadOnlyList<TieRule> Rules(RuleSheet sheet) =>
        sheet.Grades?.Quota?.Order is { Count: > 0 } order ? order : [new TieRule(TieMeasure.Total, [])];
}
