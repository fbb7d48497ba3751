using Concentric.Rules.Text;

namespace Concentric.Rules.Tests.Text;

/// <summary>Numbers by which people could be reached are taken out of what everybody reads; other numbers stay.</summary>
public sealed class PersonalTracesTests
{
    [Theory]
    [InlineData("请打 13893712345 找我", "请打 **** 找我")]
    [InlineData("电话138-9371-2345", "电话****")]
    [InlineData("１３８９３７１２３４５", "****")]
    [InlineData("身份证62210219630405001X。", "身份证****。")]
    [InlineData("座机 0937-2612345", "座机 ****")]
    [InlineData("写信到 chen.yulan@example.org，谢谢", "写信到 ****，谢谢")]
    [InlineData("先打13893712345，再打13993700000", "先打****，再打****")]
    public void What_leads_to_a_person_is_hidden(string text, string expected) => PersonalTraces.Hide(text).ShouldBe(expected);

    [Theory]
    [InlineData("2023-05-10 修好 1.2 公里，花了 350000 元，编号 2023-0012。")]
    [InlineData("2023年5月10日，三组 120 户、1,250,000 平方米")]
    public void Days_amounts_and_numbers_of_matters_stay(string text) => PersonalTraces.Hide(text).ShouldBe(text);
}
