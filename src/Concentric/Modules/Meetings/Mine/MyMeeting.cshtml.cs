using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Meetings.Mine;

/// <summary>One meeting that expects me: sign up, ask leave, take it back, see how I was recorded.</summary>
[RequireSignIn]
public sealed class MyMeetingPage(MeetingDesk desk, MeetingNotices notices, CurrentCommittee committee) : MyMeetingPageBase(desk)
{
    private readonly MeetingDesk desk = desk;

    [BindProperty]
    public string? Reason { get; set; }

    public DateTimeOffset Moment => Now;
    public Refusal? WhyNotSignUp => Row.WhyNotSignUp(Meeting, Now);
    public Refusal? WhyNotAskLeave => Row.WhyNotAskLeave(Meeting, Kind, committee.Today(desk.Time));

    public void OnGet() { }

    public async Task<IActionResult> OnPostSignUpAsync()
    {
        ModelState.Clear();
        if (WhyNotSignUp is { } refusal)
            return Refused(refusal);
        Row.SignUp(Meeting, Now);
        return await SaveAsync("My.Done.SignUp");
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if ((WhyNotAskLeave ?? Meeting.WhyNotReason(Reason)) is { } refusal)
            return Refused(refusal);
        Row.AskLeave(Meeting, Kind, Reason!, committee.Today(desk.Time), Doer);
        await notices.AskApproversAsync(Meeting, Kind, Row);
        return await SaveAsync("My.Done.Leave");
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        ModelState.Clear();
        if (Row.WhyNotWithdrawLeave(Meeting, Now) is { } refusal)
            return Refused(refusal);
        Row.WithdrawLeave(Meeting, Doer);
        return await SaveAsync("My.Done.Withdraw");
    }
}
