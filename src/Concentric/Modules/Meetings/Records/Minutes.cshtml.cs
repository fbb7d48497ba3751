using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The minutes: drafted after the meeting, signed once. A first draft is built from agenda, presence and speakers.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MinutesPage(MeetingDesk desk, MeetingWords words, IStringLocalizer<MeetingsTexts> text) : MeetingPage(desk)
{
    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<string> Paragraphs => (Meeting.Minutes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    protected override IQueryable<Meeting> With(IQueryable<Meeting> meetings) =>
        meetings.Include(row => row.Agenda).Include(row => row.Speakers);

    public override async Task<IActionResult> OnGetAsync()
    {
        Text = Meeting.Minutes ?? await ProposeAsync();
        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync() =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotDraftMinutes() ?? Meeting.WhyNotMinutesText(Text),
            () => Meeting.DraftMinutes(Text, Doer),
            "Meeting.Done.DraftMinutes",
            Address + "/minutes"
        );

    public Task<IActionResult> OnPostSignAsync() =>
        DoAsync(
            MeetingsPermissions.SignMinutes,
            Meeting.WhyNotDraftMinutes() ?? Meeting.WhyNotMinutesText(Text) ?? WhyNotSign(),
            () =>
            {
                Meeting.DraftMinutes(Text, Doer);
                Meeting.SignMinutes(Doer);
            },
            "Meeting.Done.SignMinutes",
            Address + "/minutes"
        );

    /// <summary>What is on the form is drafted and signed at once, so an empty record is no hindrance but an empty form is.</summary>
    private Refusal? WhyNotSign() =>
        string.IsNullOrWhiteSpace(Text) ? new Refusal("MinutesEmpty").At(nameof(Text))
        : Meeting.State is MeetingState.Ended or MeetingState.AttendanceConfirmed ? null
        : new Refusal("MinutesSignAfterEnd");

    private async Task<string> ProposeAsync()
    {
        var sheet = SheetCount.Of(await Db.Set<Attendance>().AsNoTracking().Where(row => row.MeetingId == Id).ToListAsync());
        var lines = new List<string>
        {
            text["Minutes.Time", words.When(Meeting.StartsAt, Meeting.EndsAt)],
            text["Minutes.Place", Meeting.Place],
        };
        if (Meeting.PresidedBy is { } chair)
            lines.Add(text["Minutes.Chair", chair]);
        if (sheet.NotTaken < sheet.Expected)
            lines.Add(text["Minutes.Presence", sheet.Expected, sheet.Present, sheet.Excused, sheet.Absent]);
        foreach (var item in Meeting.Agenda.OrderBy(item => item.Place))
            lines.Add(
                item.DocumentTitle is { } document
                    ? text["Minutes.FirstItem", item.Place, item.Title, document]
                    : text["Minutes.Item", item.Place, item.Title]
            );
        var speakers = Meeting.Speakers.Where(speaker => speaker.Role == SpeakerRole.SeminarSpeaker).ToList();
        if (speakers.Count > 0)
            lines.Add(
                text[
                    "Minutes.Seminar",
                    string.Join(text["Separator"], speakers.OrderBy(speaker => speaker.Place).Select(speaker => speaker.Name))
                ]
            );
        return string.Join("\n", lines);
    }
}
