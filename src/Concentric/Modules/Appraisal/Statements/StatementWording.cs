using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>Says in the reader's language what a statement means. Names of the sheet are said in it where the sheet has them.</summary>
public sealed class StatementWording(IStringLocalizer<AppraisalTexts> text, Words words)
{
    public string KindOf(DutyFact fact) => KindOf(fact.Kind);

    public string KindOf(string kind) => words["Fact." + kind];

    /// <summary>A step as people say it; one that only the sheet knows, as the sheet has it.</summary>
    /// <param name="kind">The kind of fact; an honour is of a level, an opinion item is adopted at one.</param>
    public string Step(string? step, string? kind = null) =>
        step is null ? ""
        : kind is not null && text[$"StepOf.{kind}.{step}"] is { ResourceNotFound: false } own ? own.Value
        : text["Step." + step] is { ResourceNotFound: false } known ? known.Value
        : step;

    public string Grade(RuleSheet sheet, string? grade) =>
        grade is null
            ? text["Statement.NoGrade"]
            : sheet.Grades?.Levels.FirstOrDefault(level => level.Id == grade)?.Name() ?? grade;

    /// <summary>Why a line gives less than its fact could have given; empty for one that counted in full.</summary>
    public string Note(ScoreLine line) =>
        line.Reason == LineReason.Counted ? "" : text["Reason." + line.Reason, "", line.Full.ToString()];

    /// <summary>5 个半天: how many units a line counts, where they are several; else the points are those of one.</summary>
    public string Units(RuleItem item, ScoreLine line) =>
        line.Units > 1 ? text["Statement.Units", DisplayFormat.Number(line.Units), words.Unit(item.Unit, line.Units)] : "";

    public string Reason(RuleSheet sheet, UncountedFact fact) =>
        text["Reason." + fact.Reason, DetailOf(sheet, fact), ItemTitle(sheet, fact.Item)];

    public string Ungraded(UngradedReason reason) => text["Ungraded." + reason];

    public string Adjustment(AdjustmentKind kind) => text["Adjustment." + kind];

    public string Limit(RuleSheet sheet, GradeLimit limit) =>
        limit.MinimumDuty is { } duty
            ? text["Limit.Duty", Grade(sheet, limit.Grade), TitleOfDuty(sheet, duty)]
            : text[
                "Limit.Veto",
                Grade(sheet, limit.Grade),
                sheet.Vetoes.FirstOrDefault(veto => veto.Id == limit.Veto)?.Name() ?? ""
            ];

    /// <summary>After which grades something follows: 不称职；连续 2 年不称职.</summary>
    public string Consequence(RuleSheet sheet, GradeConsequence rule) =>
        rule.YearsInARow > 1 ? text["Consequence.InARow", rule.YearsInARow, Grade(sheet, rule.Grade)]
        : rule.WithinTerm is { } times ? text["Consequence.WithinTerm", times, Grade(sheet, rule.Grade)]
        : Grade(sheet, rule.Grade);

    private string DetailOf(RuleSheet sheet, UncountedFact fact) =>
        fact.Reason switch
        {
            LineReason.ScoredElsewhere => ItemTitle(sheet, fact.Detail),
            LineReason.LowerStep or LineReason.StepGivesNothing => Step(fact.Detail),
            LineReason.NotForRole => fact.Detail is { } role ? sheet.RoleName(role).Name() : "",
            LineReason.OnlyForMinimumDuty => TitleOfDuty(sheet, fact.Detail),
            _ => fact.Detail ?? "",
        };

    private static string TitleOfDuty(RuleSheet sheet, string? id) =>
        sheet.MinimumDuties.FirstOrDefault(duty => duty.Id == id)?.Name() ?? id ?? "";

    private static string ItemTitle(RuleSheet sheet, string? id) =>
        sheet.AllItems.FirstOrDefault(item => item.Id == id)?.Name() ?? id ?? "";
}
