using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>One thing that happened to a matter, as everybody reads it: without the name of who did it.</summary>
public sealed record PublicStep(MatterVerb Verb, string Title, DateOnly Day, string? Words);

/// <summary>Another matter that this one speaks of.</summary>
public sealed record LinkedMatter(Guid Id, string Title);

/// <summary>What a matter's own page shows beside the matter.</summary>
public sealed record PublicStoryOf
{
    public string? Announcement { get; init; }
    public DateOnly? PlannedFor { get; init; }
    public string? ReplyText { get; init; }
    public string? TransferredTo { get; init; }
    public LinkedMatter? MergedInto { get; init; }
    public LinkedMatter? Repeats { get; init; }

    /// <summary>How many of those who took part, and whether the submitter, answered in the present round.</summary>
    public int Answers { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicStep> Steps { get; init; } = [];
}

/// <summary>Tells the story of a cleared matter in plain words.</summary>
public sealed class PublicStory(
    AppDb db,
    PublicMatters matters,
    MatterLists lists,
    CurrentCommittee committee,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    /// <summary>What the public is told. The rest is between the office, the units and the submitter.</summary>
    private static readonly MatterVerb[] Told =
    [
        MatterVerb.Collect,
        MatterVerb.Accept,
        MatterVerb.Reject,
        MatterVerb.Merge,
        MatterVerb.Transfer,
        MatterVerb.TakeUpAgain,
        MatterVerb.Approve,
        MatterVerb.Schedule,
        MatterVerb.Research,
        MatterVerb.Announce,
        MatterVerb.TakeBack,
        MatterVerb.BeginSession,
        MatterVerb.Conclude,
        MatterVerb.SignMinutes,
        MatterVerb.Submit,
        MatterVerb.Assign,
        MatterVerb.AddHandler,
        MatterVerb.Receive,
        MatterVerb.Return,
        MatterVerb.GrantExtension,
        MatterVerb.ReportProgress,
        MatterVerb.Reply,
        MatterVerb.SeekFeedback,
        MatterVerb.SettleFeedback,
        MatterVerb.Rework,
        MatterVerb.Close,
        MatterVerb.Reopen,
        MatterVerb.Revisit,
    ];

    /// <summary>The body's own statements; what else was written beside a step may speak of people.</summary>
    private static readonly MatterVerb[] ToldInWords =
    [
        MatterVerb.Reject,
        MatterVerb.Transfer,
        MatterVerb.Conclude,
        MatterVerb.Reply,
        MatterVerb.Close,
        MatterVerb.Revisit,
    ];

    internal async Task<PublicStoryOf> TellAsync(Guid id, CancellationToken cancellation)
    {
        var row = await matters
            .All.Where(matter => matter.Id == id)
            .Select(matter => new
            {
                matter.Announcement,
                matter.PlannedFor,
                matter.ReplyText,
                matter.TransferredTo,
                matter.MergedIntoId,
                matter.RepeatsId,
                Answers = matter.Feedback.Count(answer => answer.Round == matter.Round),
            })
            .SingleAsync(cancellation);
        return new PublicStoryOf
        {
            Announcement = Safe(row.Announcement),
            PlannedFor = row.PlannedFor,
            ReplyText = Safe(row.ReplyText),
            TransferredTo = row.TransferredTo is { } to ? MatterLists.NameOf(lists.Destinations, to) : null,
            MergedInto = await LinkedAsync(row.MergedIntoId, cancellation),
            Repeats = await LinkedAsync(row.RepeatsId, cancellation),
            Answers = row.Answers,
            Steps = await StepsAsync(id, cancellation),
        };
    }

    private async Task<LinkedMatter?> LinkedAsync(Guid? id, CancellationToken cancellation) =>
        id is null
            ? null
            : await matters
                .All.Where(matter => matter.Id == id)
                .Select(matter => new LinkedMatter(matter.Id, matter.PublicTitle!))
                .SingleOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<PublicStep>> StepsAsync(Guid id, CancellationToken cancellation)
    {
        var steps = await db.Set<MatterStep>()
            .AsNoTracking()
            .Where(step => step.MatterId == id && Told.Contains(step.Verb))
            .OrderByDescending(step => step.At)
            .ThenByDescending(step => step.Id)
            .ToListAsync(cancellation);
        var units = await UnitsAsync(id, cancellation);
        return [.. steps.Select(step => Tell(step, units))];
    }

    private PublicStep Tell(MatterStep step, Dictionary<DateTimeOffset, string> units)
    {
        var isOwnWord = step.AccountId == Guid.Empty;
        // What a unit that only helps does leaves the matter where it is: the lead unit goes on.
        var isOther =
            step
            is { Verb: MatterVerb.Return, State: not MatterState.Submitted }
                or { Verb: MatterVerb.Reply, State: not MatterState.Replied };
        string title =
            step.Verb is MatterVerb.Assign or MatterVerb.AddHandler or MatterVerb.Rework
            && units.TryGetValue(step.At, out var names)
                ? text["PublicStep.To." + step.Verb, names]
            : ExtensionDays.Of(step) is { } days ? text["PublicStep.Until." + step.Verb, format.Date(days.Until)]
            : isOther ? text[$"PublicStep.{step.Verb}.Other"]
            : text["PublicStep." + step.Verb];
        return new PublicStep(
            step.Verb,
            title,
            committee.DayOf(step.At),
            !isOwnWord && ToldInWords.Contains(step.Verb) ? Safe(step.Words) : null
        );
    }

    /// <summary>To whom it was handed at each moment, the lead unit first: also one that returned it later.</summary>
    private async Task<Dictionary<DateTimeOffset, string>> UnitsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await db.Set<MatterAssignment>()
            .Where(row => row.MatterId == id)
            .Select(row => new
            {
                row.Role,
                row.HandlingUnitId,
                row.AssignedAt,
            })
            .ToListAsync(cancellation);
        await matters.LoadNamesAsync(cancellation);
        return rows.GroupBy(row => row.AssignedAt)
            .ToDictionary(
                group => group.Key,
                group =>
                    string.Join(
                        text["PublicStep.Between"],
                        group
                            .OrderBy(row => row.Role)
                            .Select(row => matters.UnitName(row.HandlingUnitId))
                            .OfType<string>()
                            .Distinct()
                    )
            );
    }

    private static string? Safe(string? words) => words is null ? null : PersonalTraces.Hide(words);
}
