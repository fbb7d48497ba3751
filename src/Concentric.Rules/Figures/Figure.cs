namespace Concentric.Rules.Figures;

/// <summary>A figure with its value: a question asked of the facts of one period of one year, never typed.</summary>
/// <param name="Value">The exact number, in the definition's unit.</param>
/// <param name="ByMonth">Twelve numbers, January first. Those of different subjects or places, and of quantities in order, do not add up
/// to the value.</param>
public sealed record Figure(FigureDefinition Definition, long Value, IReadOnlyList<long> ByMonth)
{
    public ApproximateFigure Approximate => ApproximateFigure.Of(Value, Definition.Rounding);

    /// <summary>Answers one definition from the cells of a period that lies within one year.</summary>
    public static Figure Compute(FigureDefinition definition, FigureCells cells) =>
        definition.Measure switch
        {
            FigureMeasure.DistinctSubjects => OfDifferent(
                definition,
                cells
                    .Subjects.Where(cell => definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place))
                    .Select(cell => (cell.Month, cell.SubjectId))
            ),
            FigureMeasure.DistinctPlaces => OfDifferent(
                definition,
                cells
                    .Counts.Where(cell =>
                        cell.Place is not null
                        && definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place)
                    )
                    .Select(cell => (cell.Month, cell.Place!))
            ),
            FigureMeasure.Median => OfRank(definition, cells.Quantities, tenths: 5),
            FigureMeasure.NinetiethPercentile => OfRank(definition, cells.Quantities, tenths: 9),
            _ => OfSums(definition, cells.Counts),
        };

    private static Figure OfSums(FigureDefinition definition, IEnumerable<FigureCell> cells)
    {
        var byMonth = new long[12];
        foreach (var cell in cells)
        {
            if (definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place))
                byMonth[cell.Month - 1] += definition.Measure == FigureMeasure.Count ? cell.Count : cell.Sum;
        }

        return new Figure(definition, byMonth.Sum(), byMonth);
    }

    private static Figure OfDifferent<T>(FigureDefinition definition, IEnumerable<(int Month, T Thing)> things)
    {
        var ofYear = new HashSet<T>();
        var ofMonths = Enumerable.Range(0, 12).Select(_ => new HashSet<T>()).ToArray();
        foreach (var (month, thing) in things)
        {
            ofYear.Add(thing);
            ofMonths[month - 1].Add(thing);
        }

        return new Figure(definition, ofYear.Count, [.. ofMonths.Select(month => (long)month.Count)]);
    }

    private static Figure OfRank(FigureDefinition definition, IEnumerable<QuantityCell> cells, int tenths)
    {
        var taken = cells
            .Where(cell => definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place))
            .ToLookup(cell => cell.Month);
        return new Figure(
            definition,
            Rank([.. taken.SelectMany(month => month)], tenths),
            [.. Enumerable.Range(1, 12).Select(month => Rank([.. taken[month]], tenths))]
        );
    }

    /// <summary>The nearest rank: the smallest quantity that so many tenths of all are no larger than; 0 of none.</summary>
    private static long Rank(IReadOnlyCollection<QuantityCell> cells, int tenths)
    {
        var needed = (cells.Sum(cell => cell.Count) * tenths + 9) / 10;
        foreach (var cell in cells.OrderBy(cell => cell.Quantity))
        {
            needed -= cell.Count;
            if (needed <= 0)
                return cell.Quantity;
        }

        return 0;
    }
}
