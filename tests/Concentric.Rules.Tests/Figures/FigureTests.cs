using Concentric.Rules.Facts;
using Concentric.Rules.Figures;
using CsCheck;

namespace Concentric.Rules.Tests.Figures;

public sealed class FigureTests
{
    private static readonly string[] Kinds = ["a.held", "b.held"];
    private static readonly string?[] Names = [null, "x", "y"];
    private static readonly Guid[] Members = [.. Enumerable.Range(1, 4).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Gen<FigureCell> Cell = Gen.Select(
            OneOf(Kinds),
            OneOf(Names),
            OneOf(Names),
            Gen.Int[1, 12],
            Gen.Long[0, 50],
            Gen.Long[0, 900]
        )
        .Select(
            (kind, category, channel, month, count, sum) => new FigureCell(kind, category, channel, null, null, month, count, sum)
        );

    private static readonly Gen<SubjectCell> Subject = Gen.Select(OneOf(Kinds), OneOf(Names), Gen.Int[1, 12], OneOf(Members))
        .Select((kind, category, month, member) => new SubjectCell(kind, category, null, null, null, month, member));

    private static FigureCells Counted(FigureCell[] cells) => new(cells, [], []);

    [Fact]
    public void A_count_is_the_sum_of_its_months_and_takes_in_only_its_own_facts() =>
        Cell.Array.Sample(cells =>
        {
            var figure = Figure.Compute(Definition(FigureMeasure.Count) with { Categories = ["x"] }, Counted(cells));
            figure.Value.ShouldBe(cells.Where(cell => cell is { Kind: "a.held", Category: "x" }).Sum(cell => cell.Count));
            figure.ByMonth.Sum().ShouldBe(figure.Value);
            figure.ByMonth.Count.ShouldBe(12);
        });

    [Fact]
    public void A_quantity_adds_quantities() =>
        Cell.Array.Sample(cells =>
            Figure.Compute(Definition(FigureMeasure.Quantity), Counted(cells)).Value
            == cells.Where(cell => cell.Kind == "a.held").Sum(cell => cell.Sum)
        );

    [Fact]
    public void Channels_are_told_apart_and_together_make_the_whole() =>
        Cell.Array.Sample(cells =>
        {
            var whole = Figure.Compute(Definition(FigureMeasure.Count), Counted(cells)).Value;
            var x = Figure.Compute(Definition(FigureMeasure.Count) with { Channels = ["x"] }, Counted(cells)).Value;
            var y = Figure.Compute(Definition(FigureMeasure.Count) with { Channels = ["y"] }, Counted(cells)).Value;
            var without = cells.Where(cell => cell is { Kind: "a.held", Channel: null }).Sum(cell => cell.Count);
            (x + y + without).ShouldBe(whole);
        });

    [Fact]
    public void A_member_counts_once_however_often_there() =>
        Subject.Array.Sample(cells =>
        {
            var figure = Figure.Compute(Definition(FigureMeasure.DistinctSubjects), new FigureCells([], cells, []));
            figure.Value.ShouldBe(cells.Where(cell => cell.Kind == "a.held").Select(cell => cell.SubjectId).Distinct().Count());
            figure.ByMonth.Max().ShouldBeLessThanOrEqualTo(figure.Value);
            figure.ByMonth.Sum().ShouldBeGreaterThanOrEqualTo(figure.Value);
        });

    [Fact]
    public void A_place_counts_once_however_often_something_happened_there()
    {
        FigureCell At(string? place, int month) => new("a.held", null, null, null, place, month, 3, 3);
        var figure = Figure.Compute(
            Definition(FigureMeasure.DistinctPlaces),
            Counted([At("east", 1), At("east", 2), At("west", 2), At(null, 3)])
        );
        figure.Value.ShouldBe(2);
        figure.ByMonth.Take(3).ShouldBe([1, 2, 0]);
    }

    [Theory]
    [InlineData(new long[] { 7 }, 7, 7)]
    [InlineData(new long[] { 1, 2, 3, 4 }, 2, 4)]
    [InlineData(new long[] { 1, 2, 3, 4, 5 }, 3, 5)]
    [InlineData(new long[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 5, 9)]
    [InlineData(new long[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 400 }, 0, 0)]
    [InlineData(new long[0], 0, 0)]
    public void Quantities_in_order_give_their_median_and_their_ninetieth_percentile(long[] days, long median, long ninetieth)
    {
        var cells = new FigureCells(
            [],
            [],
            [.. days.Select(day => new QuantityCell("a.held", null, null, null, null, 5, day, 1))]
        );
        Figure.Compute(Definition(FigureMeasure.Median), cells).Value.ShouldBe(median);
        Figure.Compute(Definition(FigureMeasure.NinetiethPercentile), cells).Value.ShouldBe(ninetieth);
        Figure.Compute(Definition(FigureMeasure.Median), cells).ByMonth[4].ShouldBe(median);
    }

    [Fact]
    public void A_rank_is_one_of_the_quantities_and_does_not_care_how_they_are_grouped() =>
        Gen.Int[0, 40]
            .Array[1, 60]
            .Sample(days =>
            {
                QuantityCell Cell(long day, long count) => new("a.held", null, null, null, null, 5, day, count);
                var alone = new FigureCells([], [], [.. days.Select(day => Cell(day, 1))]);
                var grouped = new FigureCells(
                    [],
                    [],
                    [.. days.GroupBy(day => day).Select(group => Cell(group.Key, group.Count()))]
                );
                var value = Figure.Compute(Definition(FigureMeasure.NinetiethPercentile), alone).Value;
                Figure.Compute(Definition(FigureMeasure.NinetiethPercentile), grouped).Value.ShouldBe(value);
                value.ShouldBe(days.Order().ElementAt((days.Length * 9 + 9) / 10 - 1));
            });

    [Fact]
    public void The_four_quarters_are_the_year_without_gap_or_overlap()
    {
        for (var year = 2019; year <= 2028; year++)
        {
            var days = Enumerable.Range(1, 4).Select(quarter => FigurePeriod.OfQuarter(year, quarter)).ToList();
            days[0].From.ShouldBe(new DateOnly(year, 1, 1));
            days[3].To.ShouldBe(new DateOnly(year, 12, 31));
            for (var quarter = 1; quarter < 4; quarter++)
                days[quarter].From.ShouldBe(days[quarter - 1].To.AddDays(1));
        }
    }

    [Fact]
    public void A_period_lies_within_one_year_and_does_not_end_before_it_starts()
    {
        FigurePeriod.Between(new DateOnly(2023, 3, 1), new DateOnly(2023, 2, 28)).ShouldBeNull();
        FigurePeriod.Between(new DateOnly(2023, 12, 31), new DateOnly(2024, 1, 1)).ShouldBeNull();
        FigurePeriod.OfMonth(2024, 2).To.ShouldBe(new DateOnly(2024, 2, 29));
        FigurePeriod.OfYear(2023).IsWholeYear.ShouldBeTrue();
        FigurePeriod.OfQuarter(2023, 1).IsWholeYear.ShouldBeFalse();
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static FigureDefinition Definition(FigureMeasure measure) =>
        new()
        {
            Id = "figure",
            Title = "题目",
            TitleEn = "Title",
            Definition = "口径",
            DefinitionEn = "Definition",
            Unit = UnitOfCount.Times,
            Measure = measure,
            Kinds = ["a.held"],
        };
}
