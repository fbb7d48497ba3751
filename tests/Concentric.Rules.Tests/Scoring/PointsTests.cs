using Concentric.Rules.Scoring;
using CsCheck;

namespace Concentric.Rules.Tests.Scoring;

public sealed class PointsTests
{
    [Theory]
    [InlineData("2.5", "2.5")]
    [InlineData("15", "15")]
    [InlineData("0.125", "0.125")]
    [InlineData("-3.0", "-3")]
    [InlineData("0.1234", null)]
    [InlineData("1e3", null)]
    [InlineData("1,5", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999999", null)]
    public void Points_are_read_exactly(string text, string? points) => Points.Parse(text)?.ToString().ShouldBe(points);

    [Theory]
    [InlineData("12.5", 1, 2, 1, "6.3")]
    [InlineData("12.5", 1, 2, 2, "6.25")]
    [InlineData("10", 1, 3, 1, "3.3")]
    [InlineData("10", 2, 3, 0, "7")]
    [InlineData("1", 1, 2, 0, "1")]
    public void A_share_is_rounded_half_up(string points, long numerator, long denominator, int decimals, string share) =>
        Points.Parse(points)!.Value.Share(numerator, denominator, decimals).ShouldBe(Points.Parse(share)!.Value);

    [Fact]
    public void Sums_do_not_drift() =>
        Gen.Int[1, 1000]
            .Sample(count =>
                Enumerable.Repeat(Points.Of(0.1m), count).Aggregate(Points.Zero, (sum, one) => sum + one)
                == Points.Of(count / 10m)
            );

    [Theory]
    [InlineData("login-count", true)]
    [InlineData("online_minutes", true)]
    [InlineData("app.readingTime", true)]
    [InlineData("委员在线时长", true)]
    [InlineData("朋友圈转发", true)]
    [InlineData("proposal-filed", false)]
    [InlineData("列席常委会会议", false)]
    public void Forbidden_metrics_are_known_by_name(string name, bool forbidden) =>
        (ForbiddenMetrics.In(name) is not null).ShouldBe(forbidden);
}
