using Concentric.Modules.Portal;
using Concentric.Platform.Identity;

namespace Concentric.Tests.Modules.Portal;

/// <summary>自查 and 修订比较: what the desk is told about a text, and what changed in it.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("联系人电话13812345678。", "Phone", "138******78")]
    [InlineData("身份证号62210219800101123X,", "IdCard", "622*************3X")]
    [InlineData("会议通过了《规则。", "MarksUnbalanced", "会议通过了《规则。")]
    [InlineData("他说:”好“。", "MarksUnbalanced", "他说:”好“。")]
    [InlineData("委员们的的意见", "SaidTwice", "的的")]
    [InlineData("政协委员政协委员参加", "SaidTwice", "政协委员政协委员")]
    [InlineData("会议结束。。", "StopsTwice", "。。")]
    public void A_text_is_looked_through_before_it_is_submitted(string line, string code, string detail) =>
        ArticleCheck.Look(Draft($"<p>{line}</p>")).ShouldHaveSingleItem().ShouldBe(new(code, WeightOf(code), detail));

    [Theory]
    [InlineData("“有事好商量”协商议事,大家商量商量、研究研究。")]
    [InlineData("1)学习《条例》(2023年)")]
    [InlineData("合同号 202305101234567890 与 400-800-1234")]
    public void Good_text_is_left_alone(string line) => ArticleCheck.Look(Draft($"<p>{line}</p>")).ShouldBeEmpty();

    [Fact]
    public void A_picture_without_words_and_a_long_title_are_told() =>
        ArticleCheck
            .Look(
                Draft(
                    $"<p>字<img src='/s/files/{Guid.CreateVersion7()}/a.jpg'></p>",
                    title: string.Concat(Enumerable.Range('\u4E00', 31).Select(code => (char)code)),
                    source: ""
                )
            )
            .Select(finding => (finding.Code, finding.Weight))
            .ShouldBe([
                ("SourceMissing", CheckWeight.Must),
                ("TitleLong", CheckWeight.Look),
                ("PictureTextMissing", CheckWeight.Look),
            ]);

    [Fact]
    public void Two_versions_are_compared_by_paragraph_and_by_character()
    {
        var difference = TextDifference.Between(
            "标题\n今天二十人参加。\n第二段\n旧段",
            "标题\n今天三十人参加。\n第二段\n新增𠮷段\n尾"
        );
        difference.Select(Marked).ShouldBe(["标题", "今天[-二][+三]十人参加。", "第二段", "[-旧][+新增𠮷]段", "[+尾]"]);
        difference.Select(paragraph => paragraph.IsSame).ShouldBe([true, false, true, false, false]);
        TextDifference.Between("", "甲").Select(Marked).ShouldBe(["[+甲]"]);
    }

    private static string Marked(ChangedParagraph paragraph) =>
        string.Concat(
            paragraph.Runs.Select(run =>
                run.Change switch
                {
                    Change.Added => $"[+{run.Text}]",
                    Change.Removed => $"[-{run.Text}]",
                    _ => run.Text,
                }
            )
        );

    private static CheckWeight WeightOf(string code) => code is "Phone" or "IdCard" ? CheckWeight.Confirm : CheckWeight.Look;

    private static Article Draft(string html, string title = "题", string source = "源") =>
        Article.Draft(
            new ArticleDetails
            {
                ColumnId = Guid.CreateVersion7(),
                Title = title,
                Source = source,
                Body = BodyCleaner.Clean(html),
            },
            new Doer(Guid.CreateVersion7(), "Su", DateTimeOffset.UnixEpoch)
        );
}
