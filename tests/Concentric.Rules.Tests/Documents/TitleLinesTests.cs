using Concentric.Rules.Documents;
using CsCheck;

namespace Concentric.Rules.Tests.Documents;

/// <summary>GB/T 9704-2012, 7.3.1: each line of a title is a whole phrase, and the lines make a trapezium or a diamond.</summary>
public sealed class TitleLinesTests
{
    [Theory]
    [InlineData("关于二〇二三年党建工作情况的报告")]
    [InlineData("政协肃州区委员会|关于2023年度工作情况的报告")]
    [InlineData("中国人民政治协商会议酒泉市肃州区委员会|关于2023年度委员履职情况的报告")]
    [InlineData("中国人民政治协商会议|内蒙古自治区呼和浩特市新城区委员会|关于2023年度委员履职情况的报告")]
    [InlineData("关于办理政协第十四届委员会|第三次会议《城乡供水》提案的报告")]
    public void A_line_ends_where_a_phrase_does(string expected) =>
        string.Join('|', TitleLines.Of(expected.Replace("|", "", StringComparison.Ordinal))).ShouldBe(expected);

    [Fact]
    public void The_sort_of_document_stands_alone_only_where_it_must() =>
        TitleLines
            .Of("关于深入学习宣传贯彻习近平总书记重要讲话精神的实施方案")
            .ShouldAllBe(line => !line.StartsWith("的", StringComparison.Ordinal) || line.Length > 2);

    [Theory]
    [InlineData(
        "》政协政协、、的报告工作情况》工作情况关于、𠮷关于委员会、年度《《关于政协GB/T2023》𠮷委员会《𠮷、委员会年度政协年度关于"
    )]
    [InlineData("关于ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ的报告")]
    [InlineData("》》》》》》》》》》》》》》》》》》》》》》》》》》》》》》")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void A_title_with_no_good_place_to_break_still_fits_its_lines(string title)
    {
        var lines = TitleLines.Of(title);
        string.Concat(lines).ShouldBe(title);
        lines.ShouldAllBe(line => line.Length > 0 && DocumentText.Width(line) <= Gb9704.TitleCharacters);
    }

    [Fact]
    public void A_long_name_is_parted_behind_its_phrases() =>
        TitleLines.PhrasesOf("中国人民政治协商会议酒泉市肃州区委员会").ShouldBe(["中国人民政治协商会议", "酒泉市肃州区委员会"]);

    private static readonly string[] Parts =
    [
        "关于",
        "的报告",
        "委员会",
        "2023",
        "年度",
        "政协",
        "《",
        "》",
        "、",
        "GB/T",
        "𠮷",
        "工作情况",
    ];

    [Fact]
    public void Nothing_is_lost_no_line_is_too_long_and_no_number_is_torn() =>
        Gen.Int[0, Parts.Length - 1]
            .Select(part => Parts[part])
            .Array[1, 40]
            .Select(string.Concat)
            .Sample(title =>
            {
                var lines = TitleLines.Of(title);
                string.Concat(lines).ShouldBe(title);
                lines.ShouldAllBe(line => line.Length > 0 && DocumentText.Width(line) <= Gb9704.TitleCharacters);
                for (var place = 1; place < lines.Count; place++)
                    (char.IsAsciiDigit(lines[place - 1][^1]) && char.IsAsciiDigit(lines[place][0])).ShouldBeFalse(title);
            });
}
