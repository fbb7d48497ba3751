using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Modules.Consultation.Sessions.Public;
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
public sealed record Story(IReadOnlyList<StoryMoment> Moments, string Next)
{
    /// <summary>The session that it was announced to, which has a page for everybody.</summary>
    public PublicSession? Session { get; init; }
}

/// <summary>
/// Tells a matter's life to those outside the office: in plain words, without names of staff and without the office's own terms. What
/// other people said about it in confidence (their feedback, what they added) is left out.
/// </summary>
public sealed class MatterStory(
    AppDb db,
    MatterLists lists,
    PublicSessions sessions,
    PublicSessionWords sessionWords,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    /// <summary>The office's own bookkeeping, of which a submitter needs to know nothing.</summary>
    private static readonly MatterVerb[] Untold = [MatterVerb.RefuseExtension, MatterVerb.SettleReturn, MatterVerb.Conceal];

    /// <param name="matter">With its steps, notes and assignments.</param>
    /// <param name="forSubmitter">Whether the reader sent it, and so reads the own words again.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Story> OfAsync(Matter matter, bool forSubmitter, CancellationToken cancellation)
    {
        var told = new Telling(
            matter,
            await MatterPast.OfAsync(db, matter, cancellation),
            await UnitsAsync(matter, cancellation),
            forSubmitter
        );
        var moments = new List<StoryMoment>();
        foreach (var step in matter.Steps.Where(step => !Untold.Contains(step.Verb)))
        {
            var isOwn = step.AccountId == Guid.Empty;
            // What somebody else said in confidence, or what this submitter said to a reader of the other matter.
            var isConfidential = step.Verb is MatterVerb.GiveFeedback or MatterVerb.AddWords;
            if (isConfidential && (!isOwn || !forSubmitter))
                continue;
            moments.Add(new StoryMoment(step.At, Sentence(told, step), isOwn && !forSubmitter ? null : WordsOf(matter, step)));
        }

        moments.Reverse();
        var session = matter.State == MatterState.Announced ? await SessionAsync(matter, cancellation) : null;
        return new Story(
            moments,
            session is null
                ? Next(matter, forSubmitter)
                : text[
                    "Story.Next.Announced.At",
                    sessionWords.When(session),
                    await sessionWords.WhereAsync(session, cancellation)
                ]
        )
        {
            Session = session,
        };
    }

    private string Sentence(Telling told, MatterStep step)
    {
        var (matter, past) = (told.Matter, told.Past);
        // Of what was taken up again since, the words of the step say why it had been left.
        var isStill = step.State == matter.State && matter.Steps.FindLast(other => other.Verb == step.Verb) == step;
        object[] values = step.Verb switch
        {
            MatterVerb.Reject when isStill => [MatterLists.NameOf(lists.Rejections, matter.RejectedFor)],
            MatterVerb.Transfer when isStill => [MatterLists.NameOf(lists.Destinations, matter.TransferredTo)],
            MatterVerb.Assign or MatterVerb.AddHandler or MatterVerb.Rework => [Handed(told, step)],
            MatterVerb.Submit => [matter.SubmittedTo ?? ""],
            MatterVerb.GrantExtension when past.GrantedAt(step) is { } until => [format.Date(until)],
            _ => [],
        };
        var variant = step.Verb switch
        {
            MatterVerb.Withdraw or MatterVerb.Reopen or MatterVerb.Collect when step.AccountId == Guid.Empty => told.ForSubmitter
                ? ".Own"
                : ".Theirs",
            MatterVerb.Collect or MatterVerb.SeekFeedback when !told.ForSubmitter => ".Theirs",
            MatterVerb.Conclude => Variant(past.ConclusionAt(step)),
            MatterVerb.Close => Variant(past.OutcomeAt(step)),
            MatterVerb.Revisit => past.HeldAt(step) is { } held
                ? held
                    ? ".Held"
                    : ".Lapsed"
                : "",
            MatterVerb.Reject or MatterVerb.Transfer when !isStill => ".Earlier",
            MatterVerb.GrantExtension when values.Length > 0 => ".Until",
            // What a unit that only helps does leaves the matter where it is: the lead unit goes on.
            MatterVerb.Return when step.State != MatterState.Submitted => ".Other",
            MatterVerb.Reply when step.State != MatterState.Replied => ".Other",
            _ => "",
        };
        return text[$"Story.{step.Verb}{variant}", values];
    }

    private static string Variant(Enum? value) => value is null ? "" : $".{value}";

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

    private string Handed(Telling told, MatterStep step)
    {
        var handed = told.Matter.Assignments.Where(row => row.AssignedAt == step.At).OrderBy(row => row.Role).ToList();
        var names = format.List(handed.Select(row => told.Units.GetValueOrDefault(row.HandlingUnitId, "")));
        return handed.Find(row => row.Role == HandlerRole.Lead) is { } lead && told.Past.FirstDayOf(lead) is { } day
            ? text["Story.Handed", names, format.Date(day)]
            : names;
    }

    /// <summary>What comes next, as its submitter reads it.</summary>
    public string NextOf(Matter matter) => Next(matter, forSubmitter: true);

    private string Next(Matter matter, bool forSubmitter)
    {
        var key = $"Story.Next.{matter.State}";
        if (matter.State == MatterState.FeedbackSought && !forSubmitter)
            return text[key + ".Theirs"];
        if (matter.State == MatterState.FeedbackSought && matter.WhyNotGiveFeedback(FeedbackGiver.Submitter) is not null)
            return text[key + ".Answered"];
        return matter.State == MatterState.Scheduled && matter.PlannedFor is { } planned ? text[key + ".On", format.Date(planned)]
            : matter.DueOn is { } due && !text[key + ".By"].ResourceNotFound ? text[key + ".By", format.Date(due)]
            : text[key];
    }

    /// <summary>The next session that it was announced to.</summary>
    private async Task<PublicSession?> SessionAsync(Matter matter, CancellationToken cancellation) =>
        (await sessions.OfMatterAsync(matter.Id, cancellation))
            .Where(session => session.State == SessionState.Announced)
            .MinBy(session => session.PlannedFor);

    private async Task<Dictionary<Guid, string>> UnitsAsync(Matter matter, CancellationToken cancellation)
    {
        var ids = matter.Assignments.ConvertAll(row => row.HandlingUnitId);
        return ids.Count == 0
            ? []
            : await db.Set<HandlingUnit>()
                .Where(unit => ids.Contains(unit.Id))
                .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
    }

    /// <summary>A matter that is being told, and to whom.</summary>
    private sealed record Telling(Matter Matter, MatterPast Past, Dictionary<Guid, string> Units, bool ForSubmitter);
}
