using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings.Records;

/// <summary>Postpones a meeting: its new time is entered and its notice published again later.</summary>
[RequirePermission(MeetingsPermissions.Prepare)]
public sealed class PostponementPage(MeetingDesk desk, MeetingNotices notices) : HaltPage(desk, notices)
{
    public override Refusal? WhyNot => Meeting.WhyNotPostpone();
    protected override string Done => "Meeting.Done.Postpone";
    protected override string MessageKind => MeetingNotices.Postponed;

    protected override void Halt(string reason) => Meeting.Postpone(reason, Doer);
}
