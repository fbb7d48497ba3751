using Concentric.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Meetings.Records;

/// <summary>A page that asks for the reason before a meeting is stopped, and says who will be told.</summary>
public abstract class HaltPage(MeetingDesk desk, MeetingNotices notices) : MeetingPage(desk)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How many people have an account to be told by.</summary>
    public int Told { get; private set; }

    /// <summary>Why it cannot be done, known before anything is typed.</summary>
    public abstract Refusal? WhyNot { get; }

    protected abstract string Done { get; }

    protected abstract void Halt(string reason);

    protected abstract string MessageKind { get; }

    protected override async Task ShowAsync() => Told = (await notices.RecipientsAsync(Id)).Count;

    public async Task<IActionResult> OnPostAsync()
    {
        if ((WhyNot ?? Meeting.WhyNotReason(Reason)) is { } refusal)
            return await RefusedAsync(refusal);
        var isKnown = Meeting.Number is not null;
        if (isKnown)
            await notices.TellHaltAsync(Meeting, MessageKind, Reason!);
        return await DoAsync(MeetingsPermissions.Prepare, null, () => Halt(Reason!), Done);
    }
}
