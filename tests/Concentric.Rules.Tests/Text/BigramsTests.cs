using Concentric.Rules.Text;
using CsCheck;

namespace Concentric.Rules.Tests.Text;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("政协委员", "政协 协委 委员")]
    [InlineData("议", "议")]
    [InlineData("党建+提升", "党建 提升")]
    [InlineData("二〇二三年", "二〇 〇二 二三 三年")]
    [InlineData("𠮷野家", "𠮷野 野家")]
    [InlineData("GB/T 9704公文", "gb t 9704 公文")]
    [InlineData("ＣＰＰＣＣ２０２３", "cppcc2023")]
    [InlineData("协商 600 余场次", "协商 600 余场 场次")]
    [InlineData("，。！?", "")]
    public void A_text_is_cut_into_pairs_of_Han_characters_and_words(string text, string terms) =>
        string.Join(' ', Bigrams.Of(text)).ShouldBe(terms);

    [Fact]
    public void Each_word_of_two_Han_characters_is_among_the_terms_of_a_text_that_has_it() =>
        Gen.Select(Han.Text(0, 20), Han.Text(2, 2), Han.Text(0, 20))
            .Sample((before, word, after) => Bigrams.Of(before + word + after).Contains(word));

    [Fact]
    public void A_broken_half_of_a_character_does_no_harm() => Bigrams.Of("会\ud842议").ShouldBe(["会", "议"]);
}

/// <summary>Texts made of Han characters of the basic plane.</summary>
internal static class Han
{
    internal static Gen<string> Text(int least, int most) =>
        Gen.Char['\u4e00', '\u9fff'].Array[least, most].Select(made => new string(made));
}
