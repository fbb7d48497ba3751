using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Sheets;

/// <summary>The attendance sheet, for a phone at the door: everybody present by one touch, then the exceptions.</summary>
[RequirePermission(MeetingsPermissions.View)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class AttendancePage(MeetingDesk desk, IStringLocalizer<MeetingsTexts> text) : MeetingPage(desk)
{
    private static readonly string[] Narrowings = ["", "open", "absent", "leave", "claimed"];

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Show { get; set; }

    public IReadOnlyList<Attendance> Rows { get; private set; } = [];
    public SheetCount Count { get; private set; } = new();
    public Refusal? WhyNotTake => Attendance.WhyNotTake(Meeting, Now);
    public bool MayTake => Desk.Actor.Can(MeetingsPermissions.TakeAttendance) && WhyNotTake is null;
    public bool IsNarrowed => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Show);

    /// <summary>What was just typed, by row, where it could not be kept.</summary>
    private Dictionary<Guid, Presence> Typed { get; } = [];

    public IReadOnlyList<SelectListItem> ShowChoices =>
        [.. Narrowings.Select(value => new SelectListItem(text[$"Sheet.Show.{(value.Length == 0 ? "all" : value)}"], value))];

    public IEnumerable<Presence> MarksFor(Attendance row) =>
        row.Answer == Answer.LeaveApproved || row.Presence == Presence.Excused
            ? [Presence.Present, Presence.Late, Presence.LeftEarly, Presence.Excused, Presence.Absent]
            : [Presence.Present, Presence.Late, Presence.LeftEarly, Presence.Absent];

    public Presence Shown(Attendance row) => Typed.GetValueOrDefault(row.Id, row.Presence);

    /// <summary>Saves the marks that were changed on this page; those that somebody else changed meanwhile are told.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.TakeAttendance))
            return NotFound();
        if (WhyNotTake is { } refusal)
            return await RefusedAsync(refusal);
        var sent = SentMarks();
        var rows = await Db.Set<Attendance>().Where(row => row.MeetingId == Id && sent.Keys.Contains(row.Id)).ToListAsync();
        var overtaken = new List<string>();
        foreach (var row in rows)
        {
            var (was, mark) = sent[row.Id];
            if (row.Presence != was)
                overtaken.Add(row.Name);
            else if (row.WhyNotMark(mark) is { } whyNot)
                return await RefusedAsync(whyNot);
            else
                row.Mark(Meeting, mark, Doer);
        }

        if (await SaveAsync() is not null)
            return await RefusedAsync(new Refusal("SheetChangedMeanwhile"));
        if (overtaken.Count > 0)
            return await RefusedAsync(new Refusal("RowsChangedMeanwhile", string.Join(text["Separator"], overtaken)));
        Flash("Meeting.SheetSaved", rows.Count);
        return GoTo($"{Address}/attendance{Request.QueryString}");
    }

    public async Task<IActionResult> OnPostAllPresentAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.TakeAttendance))
            return NotFound();
        if (WhyNotTake is { } refusal)
            return await RefusedAsync(refusal);
        var open = await Db.Set<Attendance>()
            .Where(row => row.MeetingId == Id && row.Presence == Presence.NotTaken)
            .ToListAsync();
        foreach (var row in open)
            row.MarkPresentUnlessKnown(Meeting, Doer);
        if (await SaveAsync() is not null)
            return await RefusedAsync(new Refusal("SheetChangedMeanwhile"));
        Flash("Meeting.AllPresent", open.Count);
        return GoTo(Address + "/attendance");
    }

    protected override async Task ShowAsync()
    {
        var all = await Db.Set<Attendance>()
            .AsNoTracking()
            .Where(row => row.MeetingId == Id)
            .OrderBy(row => row.Order)
            .ToListAsync();
        Count = SheetCount.Of(all);
        Rows =
        [
            .. all.Where(row => string.IsNullOrWhiteSpace(Q) || row.Name.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase))
                .Where(row =>
                    Show switch
                    {
                        "open" => row.Presence == Presence.NotTaken,
                        "absent" => row.Presence == Presence.Absent,
                        "leave" => row.Answer is Answer.LeaveAsked or Answer.LeaveApproved,
                        "claimed" => row.ArrivedAt is not null,
                        _ => true,
                    }
                ),
        ];
    }

    /// <summary>The marks that differ from what the page showed when it was opened.</summary>
    private Dictionary<Guid, (Presence Was, Presence Mark)> SentMarks()
    {
        var sent = new Dictionary<Guid, (Presence, Presence)>();
        foreach (var (key, value) in Request.Form)
        {
            if (
                key.StartsWith("mark.", StringComparison.Ordinal)
                && Guid.TryParse(key["mark.".Length..], out var rowId)
                && Enum.TryParse<Presence>(value, out var mark)
                && Enum.TryParse<Presence>(Request.Form["was." + rowId], out var was)
                && mark != was
            )
            {
                sent[rowId] = (was, mark);
                Typed[rowId] = mark;
            }
        }

        return sent;
    }
}
