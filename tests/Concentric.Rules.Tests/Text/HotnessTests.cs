using Concentric.Rules.Text;
using CsCheck;

namespace Concentric.Rules.Tests.Text;

public sealed class HotnessTests
{
    private static readonly DateOnly Today = new(2023, 12, 8);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(7, 50)]
    [InlineData(14, 25)]
    [InlineData(-1, 100)]
    public void A_view_counts_half_as_much_each_week(int daysAgo, double heat) =>
        Hotness.Of([(Today.AddDays(-daysAgo), 100)], Today).ShouldBe(heat, 1e-9);

    [Fact]
    public void Nothing_read_is_not_hot() => Hotness.Of([], Today).ShouldBe(0);

    [Fact]
    public void Of_two_that_were_read_as_often_the_later_is_hotter() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 400], Gen.Long[1, 10_000])
            .Sample(
                (later, more, count) =>
                    Hotness.Of([(Today.AddDays(-later), count)], Today)
                    > Hotness.Of([(Today.AddDays(-later - more), count)], Today)
            );
}
