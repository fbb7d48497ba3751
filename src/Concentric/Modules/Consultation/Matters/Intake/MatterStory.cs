using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>One moment of a matter as its submitter reads it: a plain sentence, and what was said.</summary>
public sealed record StoryMoment(DateTimeOffset At, string Sentence, string? Words);

/// <summary>A matter as its submitter reads it.</summary>
/// <param name="Moments">Newest first.</param>
/// <param name="Next">What comes next, and by when.</param>
public sealed record Story(IReadOnlyList<StoryMoment> Moments, string Next);

/// <summary>
/// Tells a matter's life to those outside the office: in plain words, without names of staff and without the office's own terms. What
/// other people said about it in confidence (their feedback, what they added) is left out.
/// </summary>
public sealed class MatterStory(AppDb db, MatterLists lists, DisplayFormat format, IStringLocalizer<ConsultationTexts> text)
{
    /// <summary>The office's own bookkeeping, of which a submitter needs to know nothing.</summary>
    private static readonly MatterVerb[] Untold = [MatterVerb.RefuseExtension, MatterVerb.Conceal];

    /// <param name="matter">With its steps, notes and assignments.</param>
    /// <param name="forSubmitter">Whether the reader sent it, and so reads the own words again.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Story> OfAsync(Matter matter, bool forSubmitter, CancellationToken cancellation)
    {
        var units = await UnitsAsync(matter, cancellation);
        var moments = new List<StoryMoment>();
        foreach (var step in matter.Steps.Where(step => !Untold.Contains(step.Verb)))
        {
            var isOwn = step.AccountId == Guid.Empty;
            // What somebody else said in confidence, or what this submitter said to a reader of the other matter.
            var isConfidential = step.Verb is MatterVerb.GiveFeedback or MatterVerb.AddWords;
            if (isConfidential && (!isOwn || !forSubmitter))
                continue;
            moments.Add(new StoryMoment(step.At, Sentence(matter, step, units, isOwn), WordsOf(matter, step)));
        }

        moments.Reverse();
        return new Story(moments, Next(matter));
    }

    private string Sentence(Matter matter, MatterStep step, Dictionary<Guid, string> units, bool isOwn)
    {
        object[] values = step.Verb switch
        {
            MatterVerb.Reject => [MatterLists.NameOf(lists.Rejections, matter.RejectedFor)],
            MatterVerb.Transfer => [MatterLists.NameOf(lists.Destinations, matter.TransferredTo)],
            MatterVerb.Assign or MatterVerb.Rework => [Handed(matter, step, units)],
            MatterVerb.Submit => [matter.SubmittedTo ?? ""],
            _ => [],
        };
        var key = $"Story.{step.Verb}";
        if (isOwn && step.Verb is MatterVerb.Withdraw or MatterVerb.Reopen or MatterVerb.Collect)
            key += ".Own";
        else if (step.Verb == MatterVerb.Conclude && matter.Conclusion is { } conclusion && IsLast(matter, step))
            key += $".{conclusion}";
        else if (step.Verb == MatterVerb.Close && matter.Outcome is { } outcome && IsLast(matter, step))
            key += $".{outcome}";
        else if (step.Verb == MatterVerb.Revisit && matter.Held is { } held && IsLast(matter, step))
            key += held ? ".Held" : ".Lapsed";
        return text[key, values];
    }

    private static bool IsLast(Matter matter, MatterStep step) => matter.Steps.FindLast(other => other.Verb == step.Verb) == step;

    /// <summary>Words that stand in a note or a mark beside the step are looked up by its moment.</summary>
    private string? WordsOf(Matter matter, MatterStep step) =>
        step.Verb switch
        {
            MatterVerb.Research => Note(matter, step, MatterNoteKind.Research),
            MatterVerb.ReportProgress => Note(matter, step, MatterNoteKind.Progress),
            MatterVerb.AddWords => Note(matter, step, MatterNoteKind.Addition),
            MatterVerb.GiveFeedback => matter.Feedback.Find(row => row.At == step.At) is { } mark
                ? string.Join('\n', new[] { text[$"Follow.Mark.{mark.Mark}"].Value, mark.Words }.Where(part => part is not null))
                : step.Words,
            // Between the office and the units; the sentence says enough.
            MatterVerb.AskExtension or MatterVerb.GrantExtension or MatterVerb.Return => null,
            _ => step.Words,
        };

    private static string? Note(Matter matter, MatterStep step, MatterNoteKind kind) =>
        matter.Notes.Find(note => note.Kind == kind && note.At == step.At)?.Text ?? step.Words;

    private string Handed(Matter matter, MatterStep step, Dictionary<Guid, string> units)
    {
        var handed = matter.Assignments.Where(row => row.AssignedAt == step.At).OrderBy(row => row.Role).ToList();
        var names = format.List(handed.Select(row => units.GetValueOrDefault(row.HandlingUnitId, "")));
        return handed.Find(row => row.Role == HandlerRole.Lead) is { } lead
            ? text["Story.Handed", names, format.Date(lead.DueOn)]
            : names;
    }

    private string Next(Matter matter)
    {
        var key = $"Story.Next.{matter.State}";
        return matter.State == MatterState.Scheduled && matter.PlannedFor is { } planned ? text[key + ".On", format.Date(planned)]
            : matter.DueOn is { } due && !text[key + ".By"].ResourceNotFound ? text[key + ".By", format.Date(due)]
            : text[key];
    }

    private async Task<Dictionary<Guid, string>> UnitsAsync(Matter matter, CancellationToken cancellation)
    {
        var ids = matter.Assignments.ConvertAll(row => row.HandlingUnitId);
        return ids.Count == 0
            ? []
            : await db.Set<HandlingUnit>()
                .Where(unit => ids.Contains(unit.Id))
                .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
    }
}
