using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Meetings.Records;

/// <summary>Drafts a meeting. Those whom its kind expects are put on the sheet with it.</summary>
[RequirePermission(MeetingsPermissions.Prepare)]
public sealed class NewMeetingPage(MeetingsApi meetings, MeetingKinds kinds, CurrentCommittee committee, TimeProvider time)
    : AppPage,
        IMeetingFormPage
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public MeetingKinds Kinds => kinds;

    public void OnGet(string? kind, DateOnly? day) =>
        Input = new MeetingForm
        {
            Kind = kinds.Find(kind)?.Id,
            Day = day ?? committee.Today(time),
            IsPublic = kinds.Find(kind)?.PublicByDefault ?? false,
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            foreach (var fault in Input.Faults(kinds, committee.TimeZone))
                Tell(fault);
        }

        if (!ModelState.IsValid)
            return Page();
        var details = Input.ToDetails(kinds, committee.TimeZone);
        var id = await meetings.CreateAsync(new NewMeeting { Details = details }, cancellation);
        Flash("Meeting.Drafted");
        return GoTo($"/office/meetings/{id}");
    }
}
