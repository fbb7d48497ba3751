using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Sheets;

/// <summary>Puts right what was confirmed: the wrong facts are retracted and the right ones recorded, both visibly.</summary>
[RequirePermission(MeetingsPermissions.ConfirmAttendance)]
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class CorrectionPage(MeetingDesk desk, AttendanceConfirming confirming, CurrentCommittee committee)
    : MeetingPage(desk)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly Day { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? LocalUnit { get; set; }

    [BindProperty]
    public int? AudienceNumber { get; set; }

    [BindProperty]
    public bool HasSeminar { get; set; }

    public IReadOnlyList<Attendance> Rows { get; private set; } = [];

    private Dictionary<Guid, Presence> Typed { get; } = [];

    public IReadOnlyList<Presence> Marks { get; } =
    [Presence.Present, Presence.Late, Presence.LeftEarly, Presence.Excused, Presence.Absent];

    public Presence Shown(Attendance row) => Typed.GetValueOrDefault(row.Id, row.Presence);

    public override async Task<IActionResult> OnGetAsync()
    {
        (Day, Place, LocalUnit) = (Meeting.HeldOn, Meeting.Place, Meeting.LocalUnit);
        (AudienceNumber, HasSeminar) = (Meeting.AudienceNumber, Meeting.HasSeminar);
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        ReadMarks();
        if (!ModelState.IsValid)
            return Page();
        var details = NewDetails();
        var refusal =
            Meeting.WhyNotCorrect()
            ?? Meeting.WhyNotReason(Reason)
            ?? Meeting.Faults(details).FirstOrDefault()
            ?? WhyNotNothing(details)
            ?? await confirming.CorrectAsync(
                Id,
                new AttendanceCorrection
                {
                    Reason = Reason!,
                    Marks = Typed,
                    Details = details,
                    HasSeminar = Kind.Seminar ? HasSeminar : null,
                },
                SeenVersion
            );
        if (refusal is not null)
        {
            await ReadAsync();
            return await RefusedAsync(refusal);
        }

        Flash("Meeting.Done.Correct");
        return GoTo(Address);
    }

    protected override async Task ShowAsync() =>
        Rows = await Db.Set<Attendance>()
            .AsNoTracking()
            .Where(row => row.MeetingId == Id)
            .OrderBy(row => row.Order)
            .ToListAsync();

    private void ReadMarks()
    {
        foreach (var row in Rows)
        {
            if (Enum.TryParse<Presence>(Request.Form["mark." + row.Id], out var mark) && mark != row.Presence)
                Typed[row.Id] = mark;
        }
    }

    private Refusal? WhyNotNothing(MeetingDetails details) =>
        Typed.Count == 0
        && details.StartsAt == Meeting.StartsAt
        && details.Place == Meeting.Place
        && details.LocalUnit == Meeting.LocalUnit
        && details.AudienceNumber == Meeting.AudienceNumber
        && HasSeminar == Meeting.HasSeminar
            ? new Refusal("NothingToCorrect")
            : null;

    /// <summary>The meeting as it is, on the right day and place.</summary>
    private MeetingDetails NewDetails()
    {
        var local = TimeZoneInfo.ConvertTime(Meeting.StartsAt, committee.TimeZone).DateTime;
        var moved = Day.ToDateTime(TimeOnly.FromDateTime(local));
        var startsAt = new DateTimeOffset(moved, committee.TimeZone.GetUtcOffset(moved));
        return new MeetingDetails
        {
            Kind = Meeting.Kind,
            Title = Meeting.Title,
            Organiser = Meeting.Organiser,
            StartsAt = startsAt,
            EndsAt = startsAt + (Meeting.EndsAt - Meeting.StartsAt),
            Place = Place?.Trim() ?? "",
            LocalUnit = string.IsNullOrWhiteSpace(LocalUnit) ? null : LocalUnit.Trim(),
            PresidedBy = Meeting.PresidedBy,
            Notice = Meeting.Notice,
            IsPublic = Meeting.IsPublic,
            AudienceNumber = AudienceNumber,
            AudienceKind = Meeting.AudienceKind,
        };
    }
}
