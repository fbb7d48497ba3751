using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.PersonalData;

namespace Concentric.Tests.Modules.Members;

/// <summary>Names in pinyin, numbers that are not kept, contacts as they are written and masked.</summary>
public sealed class NamesTests
{
    private static readonly Pinyin Pinyin = new();

    [Theory]
    [InlineData("张伟", "zw", "zhang wei")]
    [InlineData("曾国藩", "zgf", "zeng guo fan")]
    [InlineData("单雄信", "sxx", "shan xiong xin")]
    [InlineData("尉迟恭", "ycg", "yu chi gong")]
    [InlineData("欧阳修", "oyx", "ou yang xiu")]
    [InlineData("吕布", "lb", "lv bu")]
    [InlineData("刘䶮", "ly", "liu yan")]
    [InlineData("𠮷某", "𠮷m", "𠮷 mou")]
    [InlineData("买买提·吐尔逊", "mmttex", "mai mai ti tu er xun")]
    [InlineData("Anna 李", "al", "anna li")]
    [InlineData("😀", "", "")]
    public void A_name_is_read_as_a_name(string name, string initials, string spelling) =>
        Pinyin.Of(name).ShouldBe(new NameInPinyin(initials, spelling));

    [Theory]
    [InlineData("身份证 620902199001011237", "IdCardRefused")]
    [InlineData("62090219900101123X", "IdCardRefused")]
    [InlineData("６２０９０２１９９００１０１１２３７", "IdCardRefused")]
    [InlineData("620902 19900101 1237", "IdCardRefused")]
    [InlineData("620902900101123", "IdCardRefused")]
    [InlineData("6222 0212 3456 7890 128", "BankCardRefused")]
    [InlineData("13800001234", null)]
    [InlineData("酒泉市肃州区东大街 12 号 3 单元 401", null)]
    [InlineData("2023-03-05 至 2023-12-31", null)]
    public void Numbers_that_are_not_needed_are_refused(string text, string? refusal) =>
        (ForbiddenNumbers.WhyNotKeep(text)?.Code).ShouldBe(refusal);

    [Theory]
    [InlineData("138-0000 1234", "13800001234", "138****1234")]
    [InlineData("+86 13800001234", "13800001234", "138****1234")]
    [InlineData("０９３７-2612345", "09372612345", "093****2345")]
    public void A_phone_number_is_written_in_one_way_and_masked(string typed, string tidy, string masked)
    {
        Contacts.TidyPhone(typed).ShouldBe(tidy);
        Contacts.IsPhone(tidy).ShouldBeTrue();
        Contacts.MaskPhone(tidy).ShouldBe(masked);
    }

    [Theory]
    [InlineData("1380000123")]
    [InlineData("12345")]
    [InlineData("")]
    public void What_is_no_phone_number_is_none(string tidy) => Contacts.IsPhone(tidy).ShouldBeFalse();

    [Fact]
    public void Other_contacts_are_masked_too()
    {
        Contacts.MaskEmail("zhangwei@example.org").ShouldBe("z****@example.org");
        Contacts.MaskAddress("酒泉市肃州区东大街 12 号").ShouldBe("酒泉市肃州区****");
        Contacts.MaskAddress("东大街").ShouldBe("****");
    }
}
