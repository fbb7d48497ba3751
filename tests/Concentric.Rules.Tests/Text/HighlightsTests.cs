using Concentric.Rules.Text;
using CsCheck;

namespace Concentric.Rules.Tests.Text;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("全年开展党组理论学习", "学习", "全年开展党组理论[学习]")]
    [InlineData("协商议政与协商民主", "协商", "[协商]议政与[协商]民主")]
    [InlineData("理论学习中心组", "理论 中心", "[理论]学习[中心]组")]
    [InlineData("委员学习讲堂", "委员讲堂", "[委员]学习[讲堂]")]
    [InlineData("GB/T 9704 与 Ｇb", "gb", "[GB]/T 9704 与 [Ｇb]")]
    [InlineData("𠮷野与吉野", "𠮷野", "[𠮷野]与吉野")]
    [InlineData("没有命中", "别的", "没有命中")]
    public void What_was_searched_for_is_marked(string text, string typed, string marked) =>
        Shown(Highlights.Mark(text, typed)).ShouldBe(marked);

    [Fact]
    public void The_passage_shows_what_was_searched_for()
    {
        var text = new string('前', 400) + "有事好商量" + new string('后', 400);
        var shown = Shown(Highlights.Passage(text, "商量", 60));
        shown.ShouldStartWith("…");
        shown.ShouldContain("[商量]");
        shown.ShouldEndWith("…");
        shown.Length.ShouldBeLessThan(70);
    }

    [Fact]
    public void Marking_changes_no_character() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample((text, typed) => string.Concat(Highlights.Mark(text, typed).Select(part => part.Text)) == text);

    [Fact]
    public void A_passage_never_cuts_a_rare_character_in_half() =>
        Gen.Int[1, 40]
            .Sample(length =>
                Highlights
                    .Passage(string.Concat(Enumerable.Repeat("𠮷野", 40)), "野𠮷", length)
                    .All(part => !char.IsLowSurrogate(part.Text[0]) && !char.IsHighSurrogate(part.Text[^1]))
            );

    private static string Shown(IEnumerable<TextPart> parts) =>
        string.Concat(parts.Select(part => part.IsHit ? $"[{part.Text}]" : part.Text));
}
