using Concentric.Rules.Figures;
using CsCheck;

namespace Concentric.Rules.Tests.Figures;

public sealed class ApproximateFigureTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(7, 7, false)]
    [InlineData(10, 10, false)]
    [InlineData(20, 20, false)]
    [InlineData(21, 20, true)]
    [InlineData(29, 20, true)]
    [InlineData(99, 90, true)]
    [InlineData(100, 100, false)]
    [InlineData(632, 600, true)]
    [InlineData(800, 800, false)]
    [InlineData(1_234_567, 1_000_000, true)]
    public void A_number_is_rounded_down_to_its_leading_place(long value, long told, bool exceeds) =>
        ApproximateFigure.Of(value, Rounding.ToLeadingPlace).ShouldBe(new ApproximateFigure(told, exceeds));

    [Theory]
    [InlineData(653, 10, 650, true)]
    [InlineData(650, 10, 650, false)]
    [InlineData(9, 10, 9, false)]
    [InlineData(130, 50, 100, true)]
    public void A_number_is_rounded_down_to_a_step(long value, long step, long told, bool exceeds) =>
        ApproximateFigure.Of(value, new Rounding(step)).ShouldBe(new ApproximateFigure(told, exceeds));

    [Fact]
    public void Without_rounding_a_number_is_told_as_it_is() =>
        Gen.Long[0, 1_000_000_000]
            .Sample(value => ApproximateFigure.Of(value, Rounding.Exact) == new ApproximateFigure(value, false));

    [Fact]
    public void More_than_N_is_said_only_when_the_number_exceeds_N() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.OneOf(Gen.Const(Rounding.LeadingPlace), Gen.Long[2, 5_000]))
            .Sample(
                (value, step) =>
                {
                    var told = ApproximateFigure.Of(value, new Rounding(step));
                    return told.Base <= value && told.Exceeds == (value > told.Base);
                }
            );

    [Fact]
    public void A_number_below_nothing_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ApproximateFigure.Of(-1, Rounding.ToLeadingPlace));
}
