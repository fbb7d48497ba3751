using System.Globalization;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Concentric.Tests.Platform.Web;

public sealed class DisplayFormatTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2023, 3, 5, 1, 0, 0, TimeSpan.Zero));

    private DisplayFormat In(string language, string zone = "Asia/Shanghai")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var factory = new ResourceManagerStringLocalizerFactory(
            Options.Create(new LocalizationOptions()),
            NullLoggerFactory.Instance
        );
        var committee = new CurrentCommittee();
        committee.Set(
            new Committee
            {
                Slug = "test",
                Name = "测试",
                ShortName = "测试",
                EnglishName = "Test",
                TimeZone = zone,
            }
        );
        return new DisplayFormat(new StringLocalizer<WebTexts>(factory), clock, committee);
    }

    [Theory]
    [InlineData("zh-CN", "2023年3月5日")]
    [InlineData("en", "5 March 2023")]
    public void A_day_is_written_in_the_readers_language(string language, string expected) =>
        In(language).Date(new DateOnly(2023, 3, 5)).ShouldBe(expected);

    [Theory]
    [InlineData("zh-CN", "2023年3月5日 星期日")]
    [InlineData("en", "Sunday, 5 March 2023")]
    public void A_day_with_its_weekday_is_written_as_the_language_has_it(string language, string expected) =>
        In(language).DateWithWeekday(new DateOnly(2023, 3, 5)).ShouldBe(expected);

    [Fact]
    public void A_moment_is_shown_in_the_committees_zone()
    {
        var lateInLondon = new DateTimeOffset(2023, 3, 4, 20, 30, 0, TimeSpan.Zero);
        In("zh-CN").DateTime(lateInLondon).ShouldBe("2023年3月5日 04:30");
        In("zh-CN", "Europe/London").DateTime(lateInLondon).ShouldBe("2023年3月4日 20:30");
    }

    [Theory]
    [InlineData(0, "刚刚")]
    [InlineData(5, "5 分钟前")]
    [InlineData(-5, "5 分钟后")]
    [InlineData(3 * 60, "3 小时前")]
    [InlineData(20 * 60, "昨天")]
    [InlineData(-24 * 60, "明天")]
    [InlineData(3 * 24 * 60, "3 天前")]
    [InlineData(60 * 24 * 60, "2023年1月4日")]
    public void How_long_ago_is_said_in_words(int minutes, string expected) =>
        In("zh-CN").Relative(clock.GetUtcNow().AddMinutes(-minutes)).ShouldBe(expected);

    [Fact]
    public void Numbers_are_grouped_and_sizes_have_units()
    {
        DisplayFormat.Number(1234567).ShouldBe("1,234,567");
        DisplayFormat.Number(0.5m).ShouldBe("0.5");
        DisplayFormat.Number(2.675m).ShouldBe("2.68");
        DisplayFormat.Percent(0.8733m).ShouldBe("87.3%");
        DisplayFormat.FileSize(0).ShouldBe("0 B");
        DisplayFormat.FileSize(1536).ShouldBe("1.5 KB");
        DisplayFormat.FileSize(5L * 1024 * 1024 * 1024).ShouldBe("5 GB");
    }

    [Fact]
    public void Money_is_told_in_ten_thousands_from_ten_thousand_on()
    {
        In("zh-CN").Money(9_999).ShouldBe("9,999 元");
        In("zh-CN").Money(12_345_600).ShouldBe("1,234.56 万元");
    }

    [Fact]
    public void Every_word_of_the_shell_exists_in_both_languages()
    {
        var factory = new ResourceManagerStringLocalizerFactory(
            Options.Create(new LocalizationOptions()),
            NullLoggerFactory.Instance
        );
        IReadOnlyList<string> Keys(string language)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return
            [
                .. new StringLocalizer<WebTexts>(factory)
                    .GetAllStrings(includeParentCultures: false)
                    .Select(text => text.Name)
                    .Order(),
            ];
        }
        var english = Keys("en");
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var neutral = new StringLocalizer<WebTexts>(factory)
            .GetAllStrings(includeParentCultures: false)
            .Select(text => text.Name)
            .Order();
        english.ShouldBe(neutral);
        english.Count.ShouldBeGreaterThan(80);
    }
}
