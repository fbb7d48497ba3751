namespace Concentric.Rules.Scoring;

/// <summary>Caps of steps and items, filled in the order of days; a fact at the border counts in part.</summary>
internal sealed class Capping(CompiledSheet compiled, Func<Points, Points> scale)
{
    private readonly Dictionary<int, Points> leftOfItem = [];
    private readonly Dictionary<(int Item, string Step), Points> leftOfStep = [];

    internal void Apply(List<Candidate> candidates)
    {
        foreach (
            var candidate in candidates.Where(candidate => candidate.Stays).OrderBy(one => one.Order).ThenBy(one => one.Item)
        )
            Fill(candidate);
    }

    internal Points? CapOf(int item) => compiled.Items[item].Cap is { } cap ? scale(cap) : null;

    private void Fill(Candidate candidate)
    {
        var item = compiled.Items[candidate.Item];
        var pool = compiled.Pools[candidate.Item];
        var given = candidate.Full;
        Points? stepLeft = null;
        if (candidate.Step is { } step && item.CapPerStep.TryGetValue(step, out var stepCap))
            stepLeft = leftOfStep.GetValueOrDefault((candidate.Item, step), scale(stepCap));
        Points? itemLeft = CapOf(pool) is { } cap ? leftOfItem.GetValueOrDefault(pool, cap) : null;
        given = Points.Min(given, Points.Min(stepLeft ?? given, itemLeft ?? given));
        if (stepLeft is { } ofStep)
            leftOfStep[(candidate.Item, candidate.Step!)] = ofStep - given;
        if (itemLeft is { } ofItem)
            leftOfItem[pool] = ofItem - given;
        candidate.Given = given;
        if (given == candidate.Full)
            return;
        if (given > Points.Zero)
            candidate.Reason = LineReason.PartlyCapped;
        else if (stepLeft is { } nothing && nothing == Points.Zero)
            candidate.SetAside(LineReason.StepCapReached, scale(item.CapPerStep[candidate.Step!]).ToString());
        else
            candidate.SetAside(LineReason.ItemCapReached, CapOf(pool).ToString());
    }
}
