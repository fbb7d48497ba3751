using Concentric.Rules.Documents;
using Concentric.Rules.Figures;
using CsCheck;

namespace Concentric.Rules.Tests.Figures;

public sealed class AccountTextTests
{
    [Theory]
    [InlineData("一、坚持学习在先", DocumentLevel.First)]
    [InlineData("十二、其他", DocumentLevel.First)]
    [InlineData("（一）健全制度。全年学习", DocumentLevel.Second)]
    [InlineData("1.宣讲", DocumentLevel.Third)]
    [InlineData("12. 宣讲", DocumentLevel.Third)]
    [InlineData("（3）宣讲", DocumentLevel.Fourth)]
    [InlineData("1.5万人次", DocumentLevel.Text)]
    [InlineData("一切工作党建引领", DocumentLevel.Text)]
    [InlineData("2023年,全年", DocumentLevel.Text)]
    [InlineData("（注）说明", DocumentLevel.Text)]
    public void A_paragraphs_level_is_the_numbering_it_begins_with(string line, DocumentLevel level) =>
        AccountText.Parse(line).ShouldHaveSingleItem().Level.ShouldBe(level);

    [Fact]
    public void Each_line_that_is_not_blank_is_a_paragraph() =>
        AccountText.Parse("甲\r\n\r\n  \n\u3000\u3000乙\n").Select(paragraph => paragraph.Text).ShouldBe(["甲", "乙"]);

    [Fact]
    public void A_marked_number_keeps_the_figure_it_tells_and_reads_as_its_words()
    {
        var paragraph = AccountText
            .Parse($"宣讲{AccountText.Marked("policy-talks", "20余场次")},培训{AccountText.Marked("trainings", "6场次")}。")
            .ShouldHaveSingleItem();
        paragraph.Text.ShouldBe("宣讲20余场次,培训6场次。");
        paragraph.Body.ShouldBe([
            new AccountRun("宣讲"),
            new AccountRun("20余场次", "policy-talks"),
            new AccountRun(",培训"),
            new AccountRun("6场次", "trainings"),
            new AccountRun("。"),
        ]);
    }

    [Fact]
    public void A_numbered_paragraphs_heading_ends_at_its_first_full_stop()
    {
        var paragraph = AccountText.Parse($"（一）带头宣讲。开展{AccountText.Marked("a", "3场次")}。")[0];
        string.Concat(paragraph.Heading.Select(run => run.Text)).ShouldBe("（一）带头宣讲。");
        string.Concat(paragraph.Body.Select(run => run.Text)).ShouldBe("开展3场次。");
    }

    [Fact]
    public void A_blank_behind_what_is_left_of_a_mark_is_no_text() =>
        AccountText.Parse("\uE000 甲").ShouldHaveSingleItem().Body.ShouldBe([new AccountRun("甲")]);

    [Fact]
    public void Whatever_people_type_nothing_is_lost_and_no_mark_is_left() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Int[0, 9].Select(at => "\uE000\uE001\uE002一、。（）1."[at])), 0, 40]
            .Where(line => !line.Contains('\n') && !line.Contains('\r'))
            .Sample(line =>
            {
                var text = string.Concat(
                    AccountText.Parse(AccountText.WithoutMarks(line).ReplaceLineEndings(" ")).Select(paragraph => paragraph.Text)
                );
                text.ShouldBe(AccountText.WithoutMarks(line).ReplaceLineEndings(" ").Trim(' ', '\t', '\u3000'));
                foreach (var paragraph in AccountText.Parse(line.ReplaceLineEndings(" ")))
                {
                    var runs = string.Concat(paragraph.Heading.Concat(paragraph.Body).Select(run => run.Text));
                    runs.ShouldBe(paragraph.Text);
                    AccountText.WithoutMarks(runs).ShouldBe(runs);
                }
            });

    [Theory]
    [InlineData("肃政协发〔2024〕3号", true)]
    [InlineData("肃政协发〔2024〕128号", true)]
    [InlineData("肃政协发[2024]3号", false)]
    [InlineData("肃政协发〔2024〕03号", false)]
    [InlineData("肃政协发〔24〕3号", false)]
    [InlineData("肃政协发〔2024〕第3号", false)]
    [InlineData("", false)]
    public void A_document_number_has_code_year_and_plain_number(string text, bool fits) =>
        DocumentText.IsNumber(text).ShouldBe(fits);
}
