using Concentric.Platform.Documents;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Documents;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>评价结果单 as a document: the same numbers and reasons as on the page, in zh-CN.</summary>
public sealed class StatementDocument(IStringLocalizer<AppraisalTexts> text, StatementWording wording, CurrentCommittee committee)
{
    public byte[] Write(int year, RuleSheet sheet, MemberStatement member, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        Language.InChinese(() => OfficialDocumentWriter.Write(Compose(year, sheet, member, origins)));

    private OfficialDocument Compose(
        int year,
        RuleSheet sheet,
        MemberStatement member,
        IReadOnlyDictionary<Guid, FactOrigin> origins
    )
    {
        var statement = member.Statement;
        var body = new List<DocumentBlock>
        {
            DocumentBlock.Plain(
                text[
                    "Document.Total",
                    member.Name,
                    sheet.Title,
                    sheet.Version,
                    statement.Total,
                    wording.Grade(sheet, statement.GradeBeforeQuota)
                ]
            ),
            DocumentBlock.Plain(text["Document.Sum", statement.BaseTotal, statement.BonusTotal, statement.DeductionTotal]),
        };
        var sections = statement
            .Categories.Select(category => (Title(category), category.Items))
            .Append((text["Document.Bonus", statement.BonusTotal], statement.Bonus))
            .Append((text["Document.Deductions", statement.DeductionTotal], statement.Deductions))
            .ToList();
        for (var at = 0; at < sections.Count; at++)
        {
            var (title, items) = sections[at];
            body.Add(new DocumentBlock(DocumentLevel.First, Heading(at, title), ""));
            body.AddRange(StatementFacePage.Shown(items).SelectMany(item => Lines(item, origins)));
        }

        body.Add(new DocumentBlock(DocumentLevel.First, Heading(sections.Count, text["Statement.Uncounted"]), ""));
        body.AddRange(statement.Uncounted.Select(one => DocumentBlock.Plain(Uncounted(sheet, one, origins))));
        return new OfficialDocument
        {
            Title = text["Document.Title", year],
            Body = body,
            Issuer = committee.Value.Name,
        };
    }

    private string Title(CategoryScore category) =>
        category.Cap is { } cap
            ? text["Document.CategoryCapped", category.Category.Title, category.Points, cap]
            : text["Document.Category", category.Category.Title, category.Points];

    private IEnumerable<DocumentBlock> Lines(ItemScore item, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        item
            .Lines.Select(line =>
                DocumentBlock.Plain(
                    text[
                        "Document.Line",
                        DisplayFormat.ShortDate(line.Fact.Day),
                        What(line.Fact, origins),
                        line.Given,
                        wording.Note(line)
                    ]
                )
            )
            .Prepend(new DocumentBlock(DocumentLevel.Second, text["Document.Item", item.Item.Title, item.Points], ""));

    private string Uncounted(RuleSheet sheet, UncountedFact one, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        text["Document.NotCounted", DisplayFormat.ShortDate(one.Fact.Day), What(one.Fact, origins), wording.Reason(sheet, one)];

    private string What(DutyFact fact, IReadOnlyDictionary<Guid, FactOrigin> origins) =>
        origins.GetValueOrDefault(fact.Id)?.Title ?? wording.KindOf(fact);

    private string Heading(int at, string title) =>
        text["Document.Heading", text["Document.Ordinals"].Value.Split(' ')[at], title];
}
