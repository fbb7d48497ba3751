using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Concentric.Platform.Documents;
using Concentric.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Concentric.Tests.Platform.Documents;

/// <summary>GB/T 9704-2012, proven on the rendered page.</summary>
public sealed class OfficialDocumentTests
{
    private const double Millimetre = 72 / 25.4;

    private static readonly OfficialDocument Report = new()
    {
        IssuerMark = "政协肃州区委员会文件",
        DocumentNumber = DocumentText.Number("肃政协发", 2023, 12),
        Title = "关于二〇二三年党建工作情况的报告",
        MainRecipient = "中共肃州区委",
        Body =
        [
            .. DocumentText.Parse("一、思想政治引领\n（一）学习。全年开展学习。\n1. 领学\n（1）补课"),
            .. Enumerable
                .Range(0, 12)
                .Select(_ => DocumentBlock.Plain(string.Concat(Enumerable.Repeat("协商民主是实现党的领导的重要方式", 12)))),
        ],
        AttachmentNotes = ["学习情况一览表"],
        Issuer = "政协肃州区委员会",
        SignedOn = new DateOnly(2024, 1, 8),
        Attachments = [new DocumentAttachment("学习情况一览表", DocumentText.Parse("中心组学习"))],
        Imprint = new ImprintBlock("区委办公室，区政府办公室", "政协肃州区委员会办公室", new DateOnly(2024, 1, 8)),
    };

    [Fact]
    public void The_file_is_a_valid_document_and_the_same_each_time()
    {
        var bytes = OfficialDocumentWriter.Write(Report);
        bytes.SequenceEqual(OfficialDocumentWriter.Write(Report)).ShouldBeTrue();
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(package)
            .Select(error => $"{error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_long_title_is_broken_where_a_phrase_ends()
    {
        var bytes = OfficialDocumentWriter.Write(
            Report with
            {
                Title = "中国人民政治协商会议酒泉市肃州区委员会关于2023年度委员履职情况的报告",
            }
        );
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var run = package
            .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>()
            .Single(run => run.InnerText.Contains("关于2023", StringComparison.Ordinal));
        run.Elements<DocumentFormat.OpenXml.Wordprocessing.Text>()
            .Select(line => line.Text)
            .ShouldBe(["中国人民政治协商会议酒泉市肃州区委员会", "关于2023年度委员履职情况的报告"]);
        run.Elements<DocumentFormat.OpenXml.Wordprocessing.Break>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_full_page_has_22_lines_and_a_full_line_28_characters()
    {
        var pages = await RenderAsync();
        var full = LinesOf(pages[1]).Where(line => line.Top < 262 * Millimetre).ToList();
        full.Count.ShouldBe(Gb9704.Lines);
        var longest = full.Where(line => line.Text.All(character => character >= 0x4E00))
            .GroupBy(line => line.Text.Length)
            .OrderByDescending(group => group.Count())
            .First();
        longest.Key.ShouldBe(Gb9704.Characters);
        longest.ShouldAllBe(line =>
            Math.Abs(line.Left - 28 * Millimetre) < Millimetre
            && Math.Abs(line.Right - (28 + 156) * Millimetre) < 1.5 * Millimetre
        );
        full[0].Top.ShouldBeInRange(36 * Millimetre, 40 * Millimetre);
        full[^1].Bottom.ShouldBeInRange((37 + 225 - 6) * Millimetre, (37 + 225 + 1) * Millimetre);
    }

    [Fact]
    public async Task Page_numbers_stand_between_dashes_outside_on_odd_and_even_pages()
    {
        var pages = await RenderAsync();
        for (var page = 1; page <= 2; page++)
        {
            var number = LinesOf(pages[page - 1])[^1];
            number.Text.ShouldBe($"—{page}—");
            ((number.Top + number.Bottom) / 2).ShouldBeInRange((37 + 225 + 5.5) * Millimetre, (37 + 225 + 8.5) * Millimetre);
            if (page % 2 == 1)
                number.Right.ShouldBeInRange((28 + 156 - 8) * Millimetre, (28 + 156 - 3) * Millimetre);
            else
                number.Left.ShouldBeInRange((28 + 3) * Millimetre, (28 + 8) * Millimetre);
        }
    }

    [Fact]
    public async Task The_red_head_begins_35_millimetres_below_the_type_area()
    {
        var head = LinesOf((await RenderAsync())[0]);
        head[0].Text.ShouldBe(Report.IssuerMark);
        head[0].Top.ShouldBeInRange((37 + 35 - 4) * Millimetre, (37 + 35 + 4) * Millimetre);
        head[1].Text.ShouldBe(Report.DocumentNumber);
        head[2].Text.ShouldBe(Report.Title);
    }

    private static List<(string Text, double Left, double Top, double Right, double Bottom)> LinesOf(XElement page) =>
        page.Descendants()
            .Where(element => element.Name.LocalName == "word")
            .Select(word =>
                (
                    Text: word.Value,
                    Left: Number(word, "xMin"),
                    Top: Number(word, "yMin"),
                    Right: Number(word, "xMax"),
                    Bottom: Number(word, "yMax")
                )
            )
            .GroupBy(word => Math.Round((word.Top + word.Bottom) / 2 / 4))
            .OrderBy(line => line.Key)
            .Select(line =>
                (
                    string.Concat(line.OrderBy(word => word.Left).Select(word => word.Text)),
                    line.Min(word => word.Left),
                    line.Min(word => word.Top),
                    line.Max(word => word.Right),
                    line.Max(word => word.Bottom)
                )
            )
            .ToList();

    private static double Number(XElement word, string name) =>
        double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static async Task<List<XElement>> RenderAsync()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/soffice") && File.Exists("/usr/bin/pdftotext"),
            "LibreOffice and poppler-utils are not installed; bin/test installs them."
        );
        var folder = Directory.CreateTempSubdirectory("concentric-document-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "report.docx"), OfficialDocumentWriter.Write(Report));
        await RunAsync(
            "/usr/bin/soffice",
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            Path.Combine(folder, "report.docx")
        );
        await RunAsync("/usr/bin/pdftotext", "-bbox", Path.Combine(folder, "report.pdf"), Path.Combine(folder, "report.html"));
        var document = XDocument.Load(Path.Combine(folder, "report.html"));
        if (Environment.GetEnvironmentVariable("CONCENTRIC_KEEP_PDF") is { Length: > 0 } keep)
            File.Copy(Path.Combine(folder, "report.pdf"), keep, overwrite: true);
        Directory.Delete(folder, recursive: true);
        return [.. document.Descendants().Where(element => element.Name.LocalName == "page")];
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync());
    }
}
