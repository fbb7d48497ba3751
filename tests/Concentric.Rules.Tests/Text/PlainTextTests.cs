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
    [InlineData("支渠漏水共需资金约1,250,000元由镇里出", "支渠漏水共需资金约…")]
    [InlineData("三组到五组的渠长有12.75公里都漏水", "三组到五组的渠长有…")]
    [InlineData("三组到五组的渠全部要修30万元还不够", "三组到五组的渠全部要修…")]
    [InlineData("渠长3,500米，漏水的有一大半，没人管", "渠长3,500米")]
    [InlineData("1234567890123456", "12345678901…")]
    [InlineData("the lamp at the gate is broken", "the lamp at…")]
    public void First_sentence(string text, string title) => PlainText.FirstSentence(text, 12).ShouldBe(title);
}
