using System.IO.Compression;
using System.Text;
using Concentric.Platform.Import;

namespace Concentric.Tests.Platform.Import;

/// <summary>Tables as offices really keep them are read as a person reads them.</summary>
public sealed class UglyTableTests
{
    [Fact]
    public void A_cell_over_several_rows_holds_for_each_and_blank_rows_leave_the_numbers_of_the_others()
    {
        var table = Read(
            Workbook(
                """
                <row r="1"><c r="A1" t="inlineStr"><is><t>肃州区村社区名册</t></is></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>乡镇</t></is></c><c r="B3" t="inlineStr"><is><t> 村 </t></is></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>银达镇</t></is></c><c r="B4" t="inlineStr"><is><t>关明村</t></is></c></row>
                <row r="5"><c r="A5"/><c r="B5" t="inlineStr"><is><t>佘新村</t></is></c></row>
                <row r="7"><c r="A7" t="inlineStr"><is><t>东洞镇</t></is></c><c r="B7"><v>20230305</v></c></row>
                """,
                "A1:B1",
                "A4:A5"
            )
        );
        table.Lines.Select(line => line.Number).ShouldBe([1, 3, 4, 5, 7]);
        table.Lines[1].Cells.ShouldBe(["乡镇", "村"]);
        table.Lines[3].Cells.ShouldBe(["银达镇", "佘新村"]);
        table.Lines[4].Cells.ShouldBe(["东洞镇", "20230305"]);
    }

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1:A1048576")]
    [InlineData("A1:ZZZZZZ9999999999")]
    [InlineData("whatever:it is")]
    public void A_range_as_large_as_a_sheet_or_one_that_is_none_costs_no_memory_and_the_cells_are_still_read(string range)
    {
        const string Row = "<row r='1'><c r='A1' t='inlineStr'><is><t>乡镇</t></is></c></row>";
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(Workbook(Row, range)).Lines[0].Cells.ShouldBe(["乡镇"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public void Ranges_that_lie_over_each_other_are_no_failure_of_the_server()
    {
        var (_, refusal) = TableReader.Read(Workbook("<row r='1'><c r='A1'><v>1</v></c></row>", "A1:B2", "A1:B2"));
        refusal!.Code.ShouldBe("SheetNotReadable");
    }

    [Fact]
    public void A_sheet_formatted_to_its_very_edge_has_the_columns_that_are_filled()
    {
        var table = Read(Workbook("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='XFD1'/></row>"));
        table.Width.ShouldBe(2);
    }

    [Theory]
    [InlineData(
        "日期,地点,内容\r\n2023-03-05,怀茂村,三组支渠漏水，两轮水都没灌上，庄稼干了，请修，快修\r\n2023-03-06,怀茂村,路灯坏了，天黑，老人怕，孩子也怕\r\n"
    )]
    [InlineData("日期\t地点\t内容\r\n2023-03-05\t怀茂村\t漏水,两轮,没灌上,干了\r\n")]
    [InlineData("日期;地点;内容\r\n2023-03-05;怀茂村;漏水,两轮,没灌上,干了\r\n")]
    [InlineData("日期，地点，内容\r\n2023-03-05，怀茂村，漏水\r\n")]
    public void Commas_of_a_long_text_do_not_part_its_line(string text)
    {
        foreach (
            var file in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Gb18030(text) }
        )
        {
            var table = Read(file);
            table.Lines[0].Cells.ShouldBe(["日期", "地点", "内容"]);
            table.Lines[1].Cells.Count.ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("2023.3.5")]
    [InlineData("2023年3月5日")]
    [InlineData("２０２３／０３／０５")]
    [InlineData(" 2023-03-05 14:30")]
    [InlineData("2023-03-05T14:30:00Z")]
    [InlineData("20230305")]
    [InlineData("44990")]
    [InlineData("44990.604")]
    public void A_day_is_read_however_it_is_written(string writing)
    {
        ImportedDay.Read(writing, out var day).ShouldBeNull();
        day.ShouldBe(new DateOnly(2023, 3, 5));
    }

    [Theory]
    [InlineData("2023年3月")]
    [InlineData("三月五日")]
    [InlineData("2023-02-30 10:00")]
    [InlineData("12345678")]
    public void What_is_no_day_is_told(string writing) => ImportedDay.Read(writing, out _).ShouldNotBeNull();

    private static ImportedTable Read(byte[] file)
    {
        var (table, refusal) = TableReader.Read(file);
        refusal.ShouldBeNull();
        return table!;
    }

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static byte[] Workbook(string rows, params string[] merged)
    {
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                $"<Types xmlns='{Types}'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/></Types>"
            );
            Add(
                "_rels/.rels",
                $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            );
            Add(
                "xl/workbook.xml",
                $"<workbook xmlns='{Sheet}' xmlns:r='{Office}'><sheets><sheet name='one' sheetId='1' r:id='r1'/></sheets></workbook>"
            );
            Add(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns='{Package}'><Relationship Id='r1' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            );
            var merges = string.Concat(merged.Select(range => $"<mergeCell ref='{range}'/>"));
            Add(
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns='{Sheet}'><sheetData>{rows}</sheetData><mergeCells count='{merged.Length}'>{merges}</mergeCells></worksheet>"
            );

            void Add(string name, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write("<?xml version='1.0' encoding='UTF-8'?>" + xml);
            }
        }

        return stream.ToArray();
    }
}
