using System.Globalization;
using Concentric.Platform;

namespace Concentric.Tests.Platform;

/// <summary>English says one session and two sessions; what is not about a number is formatted as the culture does.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 sessions are open")]
    [InlineData(1, "1 session is open")]
    [InlineData(2, "2 sessions are open")]
    [InlineData(21, "21 sessions are open")]
    public void A_word_follows_its_number(int count, string expected) =>
        string.Format(Plural(), "{0} {0:session|sessions} {0:is|are} open", count).ShouldBe(expected);

    [Fact]
    public void A_number_may_come_as_it_is_shown_or_with_decimals()
    {
        string.Format(Plural(), "{0} {0:point|points}", "1").ShouldBe("1 point");
        string.Format(Plural(), "{0} {0:point|points}", "1,001").ShouldBe("1,001 points");
        string.Format(Plural(), "{0} {0:point|points}", 1.0m).ShouldBe("1.0 point");
        string.Format(Plural(), "{0} {0:point|points}", 1.5m).ShouldBe("1.5 points");
    }

    [Fact]
    public void Other_formats_are_the_cultures()
    {
        string.Format(Plural(), "{0:N0} on {1:yyyy-MM-dd} by {2}", 1026, new DateOnly(2023, 5, 1), null)
            .ShouldBe("1,026 on 2023-05-01 by ");
    }

    private static PluralFormat Plural() => PluralFormat.Of(CultureInfo.GetCultureInfo("en"));
}
