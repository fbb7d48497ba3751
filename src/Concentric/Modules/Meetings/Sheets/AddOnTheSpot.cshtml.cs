using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Meetings.Sheets;

/// <summary>Adds somebody who came without being expected: a member by name, or a guest.</summary>
[RequirePermission(MeetingsPermissions.TakeAttendance)]
public sealed class AddOnTheSpotPage(MeetingDesk desk, AttendanceSheets sheets, MembersApi members) : MeetingPage(desk)
{
    private const int MostFound = 20;

    [FromQuery]
    public string? Find { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    public IReadOnlyList<MemberSummary> Found { get; private set; } = [];

    public async Task<IActionResult> OnPostMemberAsync(Guid membershipId)
    {
        if ((await members.FindAsync([membershipId])).FirstOrDefault() is not { } member)
            return NotFound();
        return await AddAsync(AttendanceSheets.PersonOf(member));
    }

    public Task<IActionResult> OnPostGuestAsync() => AddAsync(new SheetPerson { Name = Name?.Trim() ?? "", Unit = Unit });

    protected override async Task ShowAsync()
    {
        if (Find is { Length: > 0 })
            Found = (
                await members.SearchAsync(
                    new MemberQuery
                    {
                        Text = Find.Trim(),
                        ActiveOn = Meeting.HeldOn,
                        PageSize = MostFound,
                    }
                )
            ).Items;
    }

    private async Task<IActionResult> AddAsync(SheetPerson person)
    {
        if (Meeting.WhyNotAddOnTheSpot(person.Name) is { } refusal)
            return await RefusedAsync(refusal);
        if (await sheets.AddOnTheSpotAsync(Meeting, person) == 0)
            return await RefusedAsync(new Refusal("OnSheetAlready", person.Name));
        Flash("Meeting.PeopleAdded", 1);
        return GoTo(Meeting.IsConfirmed ? Address + "/correction" : Address + "/attendance");
    }
}
