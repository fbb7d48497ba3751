using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// What is known of the earlier turns of a matter. The matter's own fields tell the present turn alone; what a conclusion, a closing or a
/// second visit came to then, its facts still say, also those that were taken back since.
/// </summary>
public sealed class MatterPast
{
    private static readonly string[] Kinds = [MatterFacts.Concluded, MatterFacts.Closed, MatterFacts.Revisited];

    private readonly Matter matter;
    private readonly Dictionary<(string Kind, int Revision), string?> told;

    private MatterPast(Matter matter, Dictionary<(string Kind, int Revision), string?> told) =>
        (this.matter, this.told) = (matter, told);

    /// <param name="db">Where its facts are.</param>
    /// <param name="matter">With its steps and assignments.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<MatterPast> OfAsync(AppDb db, Matter matter, CancellationToken cancellation)
    {
        var rows = matter.Steps.Exists(step => step.Verb is MatterVerb.Conclude or MatterVerb.Close)
            ? await db
                .Facts.AsNoTracking()
                .Where(fact => fact.SourceType == Matter.SourceType && fact.SourceId == matter.Id && Kinds.Contains(fact.Kind))
                .OrderBy(fact => fact.Index)
                .Select(fact => new
                {
                    fact.Kind,
                    fact.Revision,
                    fact.Step,
                })
                .ToListAsync(cancellation)
            : [];
        return new MatterPast(
            matter,
            rows.GroupBy(row => (row.Kind, row.Revision)).ToDictionary(group => group.Key, group => group.Last().Step)
        );
    }

    /// <summary>How far they agreed, as a step tells it.</summary>
    public MatterConclusion? ConclusionAt(MatterStep step) =>
        Told<MatterConclusion>(MatterFacts.Concluded, Times(MatterVerb.Conclude, step))
        ?? (IsLast(step) ? matter.Conclusion : null);

    /// <summary>What the matter was closed with, as a step tells it.</summary>
    public MatterOutcome? OutcomeAt(MatterStep step) =>
        Told<MatterOutcome>(MatterFacts.Closed, Times(MatterVerb.Close, step)) ?? (IsLast(step) ? matter.Outcome : null);

    /// <summary>Whether the second visit found it still true, as a step tells it.</summary>
    public bool? HeldAt(MatterStep step) =>
        told.TryGetValue((MatterFacts.Revisited, Times(MatterVerb.Close, step)), out var found) ? found != MatterFacts.Lapsed
        : IsLast(step) ? matter.Held
        : null;

    /// <summary>The last day that a unit was given when it was handed the matter; none where a later one was granted and the first is no longer known.</summary>
    public DateOnly? FirstDayOf(MatterAssignment assignment)
    {
        var day = assignment.DueOn;
        for (var left = assignment.Extensions; left > 0; left--)
        {
            if (Granted(assignment.Round).Where(days => days.Until == day).Take(1).ToList() is not [var known])
                // Those who were handed it in the same moment were given the same day.
                return matter
                    .Assignments.Find(other => other.AssignedAt == assignment.AssignedAt && other.Extensions == 0)
                    ?.DueOn;
            day = known.From;
        }

        return day;
    }

    /// <summary>To which day the time was lengthened, as a step tells it.</summary>
    public DateOnly? GrantedAt(MatterStep step) =>
        ExtensionDays.Of(step)?.Until
        ?? (
            matter.Assignments.Where(row => row.Round == step.Round && row.Extensions > 0).ToList() is [{ Extensions: 1 } only]
                ? only.DueOn
                : null
        );

    private IEnumerable<ExtensionDays> Granted(int round) =>
        matter
            .Steps.Where(step => step.Verb == MatterVerb.GrantExtension && step.Round == round)
            .Select(ExtensionDays.Of)
            .OfType<ExtensionDays>();

    /// <summary>How often it had been done when the step was left: facts are numbered so.</summary>
    private int Times(MatterVerb verb, MatterStep until) =>
        matter.Steps.Take(matter.Steps.IndexOf(until) + 1).Count(step => step.Verb == verb);

    private bool IsLast(MatterStep step) => matter.Steps.FindLast(other => other.Verb == step.Verb) == step;

    private T? Told<T>(string kind, int revision)
        where T : struct, Enum =>
        told.TryGetValue((kind, revision), out var step)
            ? Enum.GetValues<T>().Where(value => MatterFacts.Step(value) == step).Select(value => (T?)value).FirstOrDefault()
            : null;
}
