using Concentric.Rules.Text;

namespace Concentric.Rules.Tests.Text;

/// <summary>Typed text is kept whole and shown as it is; what cannot be kept is left out.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  一行\r\n两行\r三行  ", "一行\n两行\n三行")]
    [InlineData("𠮷家庄的水", "𠮷家庄的水")]
    [InlineData("a\0b\u0007c\td", "abc\td")]
    [InlineData("一\n\n\n\n二", "一\n\n二")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Is_kept(string typed, string kept) => PlainText.Of(typed).ShouldBe(kept);

    [Fact]
    public void Half_a_character_is_left_out() => PlainText.Of("水\uD842渠").ShouldBe("水渠");

    [Theory]
    [InlineData("路灯坏了。已经三个月。", "路灯坏了")]
    [InlineData("路灯坏了\n已经三个月", "路灯坏了")]
    [InlineData("村口的路灯坏了三个月，晚上老人出门很不方便", "村口的路灯坏了三个月")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一…")]
    [InlineData("一二三四五六七八九十𠮷一二三四五六七八九十", "一二三四五六七八九十…")]
    public void First_sentence(string text, string title) => PlainText.FirstSentence(text, 12).ShouldBe(title);
}
