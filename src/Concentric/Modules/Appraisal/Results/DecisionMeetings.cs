using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Meetings;
using Concentric.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>Which meeting decided, when, and what, as a form has it.</summary>
public sealed class DecisionForm
{
    /// <summary>A meeting held through the platform; none when it is named in words.</summary>
    public Guid? MeetingId { get; set; }
    public string? Meeting { get; set; }
    public DateOnly? Day { get; set; }
    public string? Text { get; set; }
}

/// <summary>The meetings that a decision may name, and a form's answer completed by the one chosen.</summary>
public sealed class DecisionMeetings(AppDb db, MeetingsApi meetings, IStringLocalizer<AppraisalTexts> text)
{
    private const int Most = 40;

    /// <summary>The kinds whose meetings decide on appraisals.</summary>
    private static readonly string[] Kinds = ["chairpersons", "standing-committee"];

    /// <summary>The confirmed meetings since the year began, latest first.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(int year, CancellationToken cancellation)
    {
        var held = await HeldAsync(year, cancellation);
        return
        [
            new SelectListItem(text["Decision.OtherMeeting"], ""),
            .. held.Select(meeting => new SelectListItem(
                text["Decision.MeetingOn", meeting.Title, Platform.Web.DisplayFormat.ShortDate(meeting.HeldOn)],
                meeting.Id.ToString()
            )),
        ];
    }

    /// <summary>What was entered; name and day come from the meeting where one was chosen.</summary>
    public async Task<DecisionInput> ReadAsync(DecisionForm form, int year, CancellationToken cancellation)
    {
        var chosen = form.MeetingId is { } id ? (await HeldAsync(year, cancellation)).Find(meeting => meeting.Id == id) : null;
        return new DecisionInput
        {
            MeetingId = chosen?.Id,
            Meeting = chosen?.Title ?? form.Meeting,
            Day = chosen?.HeldOn ?? form.Day,
            Text = form.Text,
        };
    }

    /// <summary>Saves a decision after the earlier ones of the year; false when somebody recorded one on the same matter just now.</summary>
    public async Task<bool> RecordAsync(
        AppraisalCycle cycle,
        Func<IReadOnlyList<MeetingDecision>, MeetingDecision> record,
        CancellationToken cancellation
    )
    {
        var earlier = await db.Set<MeetingDecision>().Where(row => row.CycleId == cycle.Id).ToListAsync(cancellation);
        db.Add(record(earlier));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            return false;
        }
    }

    private async Task<List<HeldMeeting>> HeldAsync(int year, CancellationToken cancellation)
    {
        var held = new List<HeldMeeting>();
        foreach (var kind in Kinds)
            held.AddRange(await meetings.ConfirmedAsync(kind, new DateOnly(year, 1, 1), Most, cancellation));
        return [.. held.OrderByDescending(meeting => meeting.HeldOn).Take(Most)];
    }
}
