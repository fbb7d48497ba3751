using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Sheets;

/// <summary>The organiser looks at what will be recorded, and confirms. From here alone come the facts.</summary>
[RequirePermission(MeetingsPermissions.ConfirmAttendance)]
public sealed class ConfirmationPage(MeetingDesk desk, AttendanceConfirming confirming) : MeetingPage(desk)
{
    [BindProperty]
    public string? Seen { get; set; }

    public SheetCount Count { get; private set; } = new();
    public string Seal { get; private set; } = "";
    public Refusal? WhyNot { get; private set; }
    public bool IsQuorate { get; private set; }
    public IReadOnlyList<IGrouping<Presence, Attendance>> Exceptions { get; private set; } = [];
    public IReadOnlyList<FactLine> FactLines { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await confirming.ConfirmAsync(Id, Seen ?? "") is { } refusal)
        {
            await ReadAsync();
            return await RefusedAsync(refusal);
        }

        Flash("Meeting.Done.Confirm");
        return GoTo(Address);
    }

    protected override async Task ShowAsync()
    {
        var sheet = await Db.Set<Attendance>()
            .AsNoTracking()
            .Where(row => row.MeetingId == Id)
            .OrderBy(row => row.Order)
            .ToListAsync();
        Count = SheetCount.Of(sheet);
        Seal = AttendanceConfirming.Seal(sheet);
        WhyNot = Meeting.WhyNotConfirm(sheet);
        IsQuorate = Kind.IsQuorate(Count.Expected, Count.ExpectedPresent);
        Exceptions =
        [
            .. sheet
                .Where(row => row.Presence != Presence.Present || row.LateCheckInReason is not null)
                .GroupBy(row => row.Presence)
                .OrderBy(group => group.Key),
        ];
        FactLines =
        [
            .. confirming
                .Preview(Meeting, sheet)
                .GroupBy(fact => (fact.Kind, fact.Unit))
                .Select(group => new FactLine(group.Key.Kind, group.Key.Unit, group.Sum(fact => fact.Quantity))),
        ];
    }

    public sealed record FactLine(string Kind, string Unit, long Count);
}
