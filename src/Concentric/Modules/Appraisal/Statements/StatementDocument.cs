using Concentric.Modules.Appraisal.Results;
using Concentric.Platform.Documents;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Documents;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>What stands in one member's statement as a document.</summary>
public sealed record StatementPaper(
    int Year,
    RuleSheet Sheet,
    MemberStatement Member,
    IReadOnlyDictionary<Guid, FactOrigin> Origins
)
{
    /// <summary>What was approved; none before the meeting's decision.</summary>
    public PersonResult? Frozen { get; init; }
    public IReadOnlyList<GradeConsequence> Consequences { get; init; } = [];

    /// <summary>The last day of the facts, where it is a statement to date.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>评价结果单 as a document: the same numbers and reasons as on the page, in zh-CN.</summary>
public sealed class StatementDocument(
    IStringLocalizer<AppraisalTexts> text,
    StatementWording wording,
    CurrentCommittee committee,
    DisplayFormat format,
    TimeProvider time
)
{
    public byte[] Write(StatementPaper paper) => Language.InChinese(() => OfficialDocumentWriter.Write(Compose(paper)));

    private OfficialDocument Compose(StatementPaper paper)
    {
        var statement = paper.Member.Statement;
        var body = Result(paper).Select(DocumentBlock.Plain).ToList();
        var sections = statement
            .Categories.Select(category => (Title(category), category.Items, Limits(category)))
            .Append((text["Document.Bonus", statement.BonusTotal], statement.Bonus, []))
            .Append((text["Document.Deductions", statement.DeductionTotal], statement.Deductions, []))
            .ToList();
        for (var at = 0; at < sections.Count; at++)
        {
            var (title, items, limits) = sections[at];
            body.Add(new DocumentBlock(DocumentLevel.First, Heading(at, title), ""));
            body.AddRange(StatementFacePage.Shown(items).SelectMany(item => Lines(item, paper.Origins)));
            body.AddRange(limits.Select(DocumentBlock.Plain));
        }

        body.Add(new DocumentBlock(DocumentLevel.First, Heading(sections.Count, text["Statement.Uncounted"]), ""));
        body.AddRange(statement.Uncounted.Select(one => DocumentBlock.Plain(Uncounted(paper.Sheet, one, paper.Origins))));
        // The last section goes to the last page whole, with the signature: no page holds the end of a sentence alone.
        body.AddRange(
            Conditions(statement)
                .Select(DocumentBlock.Plain)
                .Prepend(new DocumentBlock(DocumentLevel.First, Heading(sections.Count + 1, text["Statement.Duties"]), ""))
                .Select(block => block with { StaysWithNext = true })
        );
        return new OfficialDocument
        {
            Title = text["Document.Title", paper.Year],
            Body = body,
            Issuer = committee.Value.Name,
            SignedOn = committee.Today(time),
        };
    }

    /// <summary>Total, grade as it stands, what limited it, and what follows.</summary>
    private IEnumerable<string> Result(StatementPaper paper)
    {
        var (sheet, statement) = (paper.Sheet, paper.Member.Statement);
        yield return text["Document.Basis", paper.Member.Name, sheet.Title, sheet.Version, statement.Total, GradeOf(paper)];
        if (paper.Until is { } until)
            yield return text["Statement.Until", format.Date(until)] + text["Document.Stop"];
        yield return text["Document.Sum", statement.BaseTotal, statement.BonusTotal, statement.DeductionTotal];
        foreach (var adjustment in statement.Adjustments)
            yield return text["Document.Adjustment", wording.Adjustment(adjustment.Kind), adjustment.Points];
        foreach (var limit in statement.GradeLimits)
            yield return wording.Limit(sheet, limit) + text["Document.Stop"];
        foreach (var rule in paper.Consequences)
            yield return text["Document.Consequence", wording.Consequence(sheet, rule), format.List(rule.Then)];
    }

    private string GradeOf(StatementPaper paper)
    {
        var statement = paper.Member.Statement;
        return statement.Ungraded != UngradedReason.None ? text["Document.Ungraded", wording.Ungraded(statement.Ungraded)]
            : paper.Frozen is { Result: var result }
                ? text[
                    "Document.GradeDecided",
                    wording.Grade(paper.Sheet, result.Grade),
                    wording.Grade(paper.Sheet, result.GradeBeforeQuota)
                ]
            : text["Document.GradeBefore", wording.Grade(paper.Sheet, statement.GradeBeforeQuota)];
    }

    private IEnumerable<string> Conditions(Statement statement) =>
        statement
            .MinimumDuties.Select(duty =>
                text["Document.Duty", duty.Duty.Title, text[duty.Met ? "Duty.Met" : "Duty.Unmet", duty.Units, duty.Needed]].Value
            )
            .Concat(
                statement.Vetoes.Select(veto =>
                    text[
                        "Document.Duty",
                        veto.Veto.Title,
                        text["Veto.Decided", veto.Decision!.DecidedBy, format.Date(veto.Decision.DecidedOn)]
                    ].Value
                )
            )
            .DefaultIfEmpty(text["Statement.Duties.None"]);

    private string Title(CategoryScore category) =>
        category.Cap is { } cap
            ? text["Document.CategoryCapped", category.Category.Title, category.Points, cap]
            : text["Document.Category", category.Category.Title, category.Points];

    /// <summary>What makes a category more or less than its lines: without it the paper would not add up.</summary>
    private IEnumerable<string> Limits(CategoryScore category)
    {
        if (category.Start != Points.Zero)
            yield return text["Statement.StartsAt", category.Start];
        if (category.Adjustment != Points.Zero)
            yield return text["Statement.CategoryCapped", category.Adjustment] + text["Document.Stop"];
    }

    private IEnumerable<DocumentBlock> Lines(ItemScore item, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        item
            .Lines.Select(line =>
                DocumentBlock.Plain(
                    text[
                        "Document.Line",
                        DisplayFormat.ShortDate(line.Fact.Day),
                        What(line.Fact, origins),
                        line.Given,
                        format.List([
                            .. new[] { wording.Units(item.Item, line), wording.Note(line) }.Where(note => note.Length > 0),
                        ])
                    ]
                )
            )
            .Prepend(new DocumentBlock(DocumentLevel.Second, text["Document.Item", item.Item.Title, item.Points], ""));

    private string Uncounted(RuleSheet sheet, UncountedFact one, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        text["Document.NotCounted", DisplayFormat.ShortDate(one.Fact.Day), What(one.Fact, origins), wording.Reason(sheet, one)];

    private string What(DutyFact fact, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        origins.GetValueOrDefault(fact.Id)?.Title ?? wording.KindOf(fact);

    private string Heading(int at, string title)
    {
        var ordinals = text["Document.Ordinals"].Value.Split(' ');
        return text["Document.Heading", at < ordinals.Length ? ordinals[at] : DisplayFormat.Number(at + 1), title];
    }
}
