using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Documents;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Documents;
using Concentric.Rules.Scoring;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>履职档案 as a document and as a workbook: what the page shows to the same reader, in zh-CN.</summary>
public sealed class DutyFileExport(
    IStringLocalizer<AppraisalTexts> text,
    StatementWording wording,
    CurrentCommittee committee,
    TimeProvider time
)
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public byte[] Document(DutyFile file) => Language.InChinese(() => OfficialDocumentWriter.Write(Compose(file)));

    public byte[] Workbook(DutyFile file) =>
        Language.InChinese(() =>
        {
            var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [text["DutyFile.Member"]] = Basics(file)
                    .Select(line => Row((text["DutyFile.Field"], line.Label), (text["DutyFile.Value"], line.Value)))
                    .ToList(),
                [text["DutyFile.Years"]] = file.Years.Select(YearRow).ToList(),
            };
            var records = file.Blocks.SelectMany(block => block.Lines.Select(line => RecordRow(block.Block, line))).ToList();
            if (records.Count > 0)
                sheets[text["DutyFile.Records"]] = records;
            using var stream = new MemoryStream();
            stream.SaveAs(sheets);
            return stream.ToArray();
        });

    /// <summary>Who the member is, as far as this reader may see it.</summary>
    public IEnumerable<(string Label, string Value)> Basics(DutyFile file) =>
        file
            .Member.Fields.Select(field => (field.Label, field.Value ?? ""))
            .Concat(file.Member.Seats.Where(seat => seat.Term == file.Term).Select(seat => (seat.Title, seat.Description)));

    /// <summary>One year in a sentence.</summary>
    public string Say(DutyFileYear year) =>
        year.Result is not { Result: var result } || year.Sheet is not { } sheet
            ? text["DutyFile.YearOpen", year.Year]
            : text[
                "DutyFile.Year",
                year.Year,
                wording.Grade(sheet, result.Grade),
                new Points(result.Total),
                new Points(result.Base),
                new Points(result.Bonus),
                new Points(result.Deductions)
            ];

    public string Say(MeetingDecision decision, IEnumerable<DutyFileYear> years) =>
        text[
            "DutyFile.Decision",
            DisplayFormat.ShortDate(decision.DecidedOn),
            decision.Meeting,
            decision.Kind == DecisionKind.LongLeave
                ? text["Decision.Leave", decision.Months]
                : text[decision.Applies ? "Decision.VetoApplies" : "Decision.VetoDeclined", TitleOf(decision, years)],
            decision.Text
        ];

    private static string TitleOf(MeetingDecision decision, IEnumerable<DutyFileYear> years) =>
        years.SelectMany(year => year.Sheet?.Vetoes ?? []).FirstOrDefault(veto => veto.Id == decision.VetoId)?.Title
        ?? decision.VetoId
        ?? "";

    private OfficialDocument Compose(DutyFile file)
    {
        var body = new List<DocumentBlock> { Heading(0, text["DutyFile.Member"]) };
        body.AddRange(
            Basics(file)
                .Where(line => line.Value.Length > 0)
                .Select(line => DocumentBlock.Plain(text["DutyFile.Pair", line.Label, line.Value]))
        );
        body.Add(Heading(1, text["DutyFile.Years"]));
        body.AddRange(file.Years.Select(year => DocumentBlock.Plain(Say(year))));
        body.AddRange(file.Decisions.Select(decision => DocumentBlock.Plain(Say(decision, file.Years))));
        var at = 2;
        foreach (var (block, lines) in file.Blocks)
        {
            body.Add(Heading(at++, text["DutyFile.BlockCount", block.Name, lines.Count]));
            body.AddRange(
                lines.Select(line =>
                    DocumentBlock.Plain(
                        text["DutyFile.Line", DisplayFormat.ShortDate(line.Fact.OccurredOn), line.Title, line.Step]
                    )
                )
            );
        }

        return new OfficialDocument
        {
            Title = text["DutyFile.Title", file.Member.Name, file.Term],
            Body = body,
            Issuer = committee.Value.Name,
            SignedOn = committee.Today(time),
        };
    }

    private DocumentBlock Heading(int at, string title) =>
        new(DocumentLevel.First, text["Document.Heading", text["Document.Ordinals"].Value.Split(' ')[at], title], "");

    private Dictionary<string, object?> YearRow(DutyFileYear year) =>
        Row(
            (text["DutyFile.YearName"], year.Year),
            (text["Statement.Total"], Shown(year.Result?.Result.Total)),
            (text["Statement.Base"], Shown(year.Result?.Result.Base)),
            (text["DutyFile.Bonus"], Shown(year.Result?.Result.Bonus)),
            (text["DutyFile.Deductions"], Shown(year.Result?.Result.Deductions)),
            (
                text["Statement.Grade"],
                year is { Sheet: { } sheet, Result: { } result } ? wording.Grade(sheet, result.Result.Grade) : null
            )
        );

    private Dictionary<string, object?> RecordRow(DutyBlock block, DutyFileLine line) =>
        Row(
            (text["DutyFile.Block"], block.Name),
            (text["DutyFile.Day"], DisplayFormat.ShortDate(line.Fact.OccurredOn)),
            (text["DutyFile.Kind"], line.Kind),
            (text["DutyFile.Record"], line.Title),
            (text["DutyFile.Step"], line.Step),
            (text["DutyFile.Organiser"], line.Origin?.Organiser)
        );

    private static object? Shown(long? thousandths) => thousandths is { } value ? new Points(value).ToDecimal() : null;

    private static Dictionary<string, object?> Row(params (string Heading, object? Value)[] cells) =>
        cells.ToDictionary(cell => cell.Heading, cell => cell.Value, StringComparer.Ordinal);
}
