using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings.Mine;

/// <summary>The sheets on which the person who is signed in stands.</summary>
internal static class OwnMeetings
{
    /// <summary>A member stands there as a person, a member of staff by the account.</summary>
    internal static IQueryable<Attendance> Of(this IQueryable<Attendance> rows, CurrentActor actor)
    {
        var (person, account) = (actor.PersonId, actor.AccountId);
        return person is null
            ? rows.Where(row => row.AccountId == account)
            : rows.Where(row => row.PersonId == person || row.AccountId == account);
    }
}
