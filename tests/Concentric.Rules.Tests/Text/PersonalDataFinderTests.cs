using Concentric.Rules.Text;

namespace Concentric.Rules.Tests.Text;

/// <summary>What tells who somebody is, is found in the words that people type, and everyday numbers are left alone.</summary>
public sealed class PersonalDataFinderTests
{
    private static readonly PersonalDataFinder Finder = new(
        new PersonalDataCues
        {
            Names = ["姓名", "联系人", "我叫", "name:"],
            Phones = ["电话", "手机", "微信"],
            IdCards = ["身份证"],
            Between = " :=,;()、，。是为叫号码",
        }
    );

    [Theory]
    [InlineData("请打13800001234找我", PersonalDataKind.Phone, "13800001234")]
    [InlineData("请打 138 0000-1234 找我", PersonalDataKind.Phone, "138 0000-1234")]
    [InlineData("手机号码：１３８００００１２３４", PersonalDataKind.Phone, "１３８００００１２３４")]
    [InlineData("家里电话0937-2613456", PersonalDataKind.Phone, "0937-2613456")]
    [InlineData("电话：61345", PersonalDataKind.Phone, "61345")]
    [InlineData("微信号是 88451236", PersonalDataKind.Phone, "88451236")]
    [InlineData("身份证622102197503124518", PersonalDataKind.IdCard, "622102197503124518")]
    [InlineData("62210219750312451x", PersonalDataKind.IdCard, "62210219750312451x")]
    [InlineData("老证 622102750312451", PersonalDataKind.IdCard, "622102750312451")]
    [InlineData("身份证后六位：124518", PersonalDataKind.IdCard, null)]
    [InlineData("身份证号 124518", PersonalDataKind.IdCard, "124518")]
    [InlineData("卡号6222021234567890128", PersonalDataKind.BankCard, "6222021234567890128")]
    [InlineData("写信到 zhang.wei@example.org 吧", PersonalDataKind.Email, "zhang.wei@example.org")]
    [InlineData("我叫张伟，住在三组", PersonalDataKind.Name, "张伟")]
    [InlineData("联系人：欧阳建国电话不方便写", PersonalDataKind.Name, "欧阳建")]
    [InlineData("联系人王芳手机见下", PersonalDataKind.Name, "王芳")]
    [InlineData("姓名：𠮷田", PersonalDataKind.Name, "𠮷田")]
    [InlineData("name: Li Wei, third group", PersonalDataKind.Name, "Li Wei")]
    [InlineData("合同 20231234567", PersonalDataKind.Number, "20231234567")]
    public void Finds(string text, PersonalDataKind kind, string? found)
    {
        var marks = Finder.Find(text);
        if (found is null)
            marks.ShouldBeEmpty();
        else
        {
            var mark = marks.ShouldHaveSingleItem();
            (mark.Kind, mark.Text).ShouldBe((kind, found));
            text.Substring(mark.Start, mark.Length).ShouldBe(found);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023年3月5日，三组支渠漏了 1200 米，浇不上 350 亩。")]
    [InlineData("去年花了 128000 元。")]
    [InlineData("联系人还没有定，。")]
    [InlineData("12345 热线说不归他们管")]
    [InlineData("3 号楼 2 单元 501 室")]
    public void Leaves_everyday_numbers_alone(string text) =>
        Finder.Find(text).Where(mark => mark.Kind != PersonalDataKind.Name).ShouldBeEmpty();

    [Fact]
    public void Finds_each_piece_once_and_in_order()
    {
        var marks = Finder.Find("姓名张伟，身份证622102197503124518，电话13800001234，邮箱a@b.cn");
        marks
            .Select(mark => mark.Kind)
            .ShouldBe([PersonalDataKind.Name, PersonalDataKind.IdCard, PersonalDataKind.Phone, PersonalDataKind.Email]);
    }

    [Fact]
    public void A_hundred_thousand_signs_are_looked_through_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Finder.Find(string.Concat(Enumerable.Repeat("电话1380000123 4 姓名张 a@b ", 5000)));
        clock.Elapsed.TotalSeconds.ShouldBeLessThan(5);
    }
}
