using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings.Records;

/// <summary>Cancels a meeting, with the reason that people are told.</summary>
[RequirePermission(MeetingsPermissions.Prepare)]
public sealed class CancellationPage(MeetingDesk desk, MeetingNotices notices) : HaltPage(desk, notices)
{
    public override Refusal? WhyNot => Meeting.WhyNotCancel();
    protected override string Done => "Meeting.Done.Cancel";
    protected override string MessageKind => MeetingNotices.Cancelled;

    protected override void Halt(string reason) => Meeting.Cancel(reason, Doer);
}
