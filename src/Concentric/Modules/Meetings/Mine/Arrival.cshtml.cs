using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Mine;

/// <summary>Opened from the code at the door: a claim that I am there. The organiser's confirmation decides.</summary>
[RequireSignIn]
public sealed class ArrivalPage(MeetingDesk desk) : MyMeetingPageBase(desk)
{
    private readonly MeetingDesk desk = desk;

    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    public Refusal? WhyNot => Meeting.WhyNotArrive(Code, Now);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (WhyNot is { } refusal)
            return Refused(refusal);
        Row.ClaimArrival(Meeting, Now);
        try
        {
            await desk.Db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused(new Refusal("MeetingChangedMeanwhile"));
        }

        return GoTo($"/my/meetings/{Id}/arrival");
    }
}
