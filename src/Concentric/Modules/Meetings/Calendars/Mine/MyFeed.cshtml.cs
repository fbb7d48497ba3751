using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings.Calendars.Mine;

/// <summary>The address at which my calendar program reads the meetings that expect me.</summary>
[RequireSignIn]
public sealed class MyFeedPage(MeetingDesk desk) : FeedPageBase(desk, FeedScope.Own, "/my/calendar/feed");
