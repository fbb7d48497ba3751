using Concentric.Platform;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>The head that the pages of one member's file share: name, seats in a word, tabs.</summary>
/// <param name="Current">The address of the tab that is shown.</param>
public sealed record MemberHeader(Guid Id, string Name, string Lead, IReadOnlyList<ShownTab> Tabs, string Current);

public sealed record ShownTab(string Text, string Path);

/// <summary>Makes the head of a member's file.</summary>
public sealed class MemberHeaders(MembersApi members, Words words)
{
    internal MemberHeader Of(Person person, DateOnly today, string current)
    {
        var own = $"~/office/members/{person.Id}";
        var tabs = members.TabsOf(person.Id);
        var seats = person.Memberships.Where(seat => seat.IsActiveOn(today)).OrderBy(seat => seat.Level).ToList();
        var lead = string.Join(
            " / ",
            seats.Select(seat =>
                $"{members.LevelTitle(seat.Level)} · {members.SectorTitle(seat.Sector)} · {members.DutyTitle(seat.Duty)}"
            )
        );
        return new MemberHeader(
            person.Id,
            person.Name,
            lead.Length > 0 ? lead : words["NoSeatNow"],
            [.. tabs.Select(tab => new ShownTab(words[tab.TextKey], tab.Path))],
            own + current
        );
    }
}
