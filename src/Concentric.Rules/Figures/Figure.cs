namespace Concentric.Rules.Figures;

/// <summary>A figure with its value: a question asked of the facts of one period of one year, never typed.</summary>
/// <param name="Value">The exact number, in the definition's unit.</param>
/// <param name="ByMonth">Twelve numbers, January first. Of distinct subjects they do not add up to the value.</param>
public sealed record Figure(FigureDefinition Definition, long Value, IReadOnlyList<long> ByMonth)
{
    public ApproximateFigure Approximate => ApproximateFigure.Of(Value, Definition.Rounding);

    /// <summary>Answers one definition from the cells of a period that lies within one year.</summary>
    public static Figure Compute(FigureDefinition definition, IEnumerable<FigureCell> cells, IEnumerable<SubjectCell> subjects)
    {
        if (definition.Measure == FigureMeasure.DistinctSubjects)
            return OfSubjects(definition, subjects);
        var byMonth = new long[12];
        foreach (var cell in cells)
        {
            if (definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place))
                byMonth[cell.Month - 1] += definition.Measure == FigureMeasure.Count ? cell.Count : cell.Sum;
        }

        return new Figure(definition, byMonth.Sum(), byMonth);
    }

    private static Figure OfSubjects(FigureDefinition definition, IEnumerable<SubjectCell> subjects)
    {
        var ofYear = new HashSet<Guid>();
        var ofMonths = Enumerable.Range(0, 12).Select(_ => new HashSet<Guid>()).ToArray();
        foreach (var cell in subjects)
        {
            if (!definition.TakesIn(cell.Kind, cell.Category, cell.Channel, cell.Step, cell.Place))
                continue;
            ofYear.Add(cell.SubjectId);
            ofMonths[cell.Month - 1].Add(cell.SubjectId);
        }

        return new Figure(definition, ofYear.Count, [.. ofMonths.Select(month => (long)month.Count)]);
    }
}
