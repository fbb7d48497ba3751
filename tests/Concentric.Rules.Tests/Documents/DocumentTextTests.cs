using Concentric.Rules.Documents;
using CsCheck;

namespace Concentric.Rules.Tests.Documents;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("一、加强学习", DocumentLevel.First, "一、加强学习", "")]
    [InlineData("（一）学习。全年开展十次。", DocumentLevel.Second, "（一）学习。", "全年开展十次。")]
    [InlineData("1. 领学", DocumentLevel.Third, "1. 领学", "")]
    [InlineData("（1）补课", DocumentLevel.Fourth, "（1）补课", "")]
    [InlineData("2023年开展学习。", DocumentLevel.Text, "", "2023年开展学习。")]
    public void The_number_at_its_start_tells_a_paragraphs_level(string line, DocumentLevel level, string heading, string text) =>
        DocumentText.Parse(line).ShouldBe([new DocumentBlock(level, heading, text)]);

    [Fact]
    public void A_date_has_no_leading_zero() => DocumentText.Date(new DateOnly(2026, 1, 8)).ShouldBe("2026年1月8日");

    [Fact]
    public void A_document_number_has_the_year_in_full_in_its_own_brackets() =>
        DocumentText.Number("肃政协发", 2023, 3).ShouldBe("肃政协发〔2023〕3号");

    [Fact]
    public void The_date_begins_two_characters_after_a_longer_issuer()
    {
        var (issuer, date) = DocumentText.SignatureIndents("中国人民政治协商会议酒泉市肃州区委员会", "2024年1月8日");
        issuer.ShouldBe(2);
        var issuerStart = 28 - issuer - 19;
        (28 - date - DocumentText.Width("2024年1月8日")).ShouldBe(issuerStart + 2);
    }

    [Fact]
    public void A_longer_date_has_two_empty_characters_and_the_issuer_moves_in() =>
        Gen.Select(Gen.Int[1, 6], Gen.Date)
            .Sample(
                (length, day) =>
                {
                    var (name, date) = (new string('政', length), DocumentText.Date(DateOnly.FromDateTime(day)));
                    var (issuer, end) = DocumentText.SignatureIndents(name, date);
                    if (DocumentText.Width(date) > length)
                    {
                        end.ShouldBe(2);
                        (28 - end - DocumentText.Width(date)).ShouldBe(28 - issuer - length + 2);
                    }
                    else
                        issuer.ShouldBe(2);
                }
            );

    [Fact]
    public void Classified_text_and_malformed_numbers_are_refused() =>
        DocumentText
            .Faults(
                new OfficialDocument
                {
                    Title = " ",
                    DocumentNumber = "肃政协发[2023]第03号",
                    Body = [DocumentBlock.Plain("机密★一年")],
                    AttachmentNotes = ["名单。"],
                }
            )
            .ShouldBe(["TitleMissing", "NumberForm", "AttachmentPunctuation", "Classified"]);
}
