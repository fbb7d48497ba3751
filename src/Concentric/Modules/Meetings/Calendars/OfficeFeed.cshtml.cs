using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>The address at which a calendar program of the office reads all meetings.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class OfficeFeedPage(MeetingDesk desk) : FeedPageBase(desk, FeedScope.Committee, "/office/calendar/feed");
