using System.Globalization;
using Concentric.Modules.Members;
using Concentric.Platform.Demo;

namespace Concentric.Modules.Meetings.Demo;

/// <summary>What the office would type into the form of a meeting of the demo world.</summary>
internal static class DemoDrafts
{
    internal static async Task<NewMeeting> OfAsync(
        DemoCommittee world,
        DemoMeetingsPlan plan,
        DemoMeeting meeting,
        MeetingKinds kinds,
        MembersApi members
    )
    {
        var series = meeting.Series;
        var kind = kinds[series.Kind];
        var leaders = await LeadersAsync(members, meeting.Day);
        return new NewMeeting
        {
            Details = Details(world, series, kind, meeting.Day, meeting.Title) with
            {
                LocalUnit = series.Kind == "policy-talk" ? world.Pick(plan.Townships) : null,
                PresidedBy = leaders.FirstOrDefault()?.Name,
                AudienceNumber = series.Audience is [var least, var most] ? world.Random.Next(least, most + 1) : null,
                AudienceKind = series.AudienceKind,
            },
            Agenda = [.. FirstItems(plan, meeting), new AgendaEntry { Title = meeting.Title }],
            Speakers = [.. Speakers(world, meeting, leaders)],
            Expected = await ExpectedAsync(world, series, kind, meeting.Day, members),
        };
    }

    internal static async Task<NewMeeting> OfAsync(
        DemoCommittee world,
        DemoSingle single,
        DateOnly day,
        MeetingKinds kinds,
        MembersApi members,
        Guid? ownPerson
    )
    {
        var kind = kinds[single.Kind];
        var expected = await ExpectedAsync(world, single, kind, day, members);
        var own = single.Member && ownPerson is { } person ? (await members.OfPersonAsync(person)).Take(1) : [];
        return new NewMeeting
        {
            Details = Details(world, single, kind, day, single.Title),
            Agenda = [new AgendaEntry { Title = single.Title }],
            Expected = (expected ?? ExpectedPeople.Of(kind)) with { Memberships = [.. own.Select(seat => seat.MembershipId)] },
        };
    }

    internal static string Minutes(DemoMeeting meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"{meeting.Day:yyyy-MM-dd} {meeting.Series.Place}\n{meeting.Title}");

    private static MeetingDetails Details(
        DemoCommittee world,
        DemoOccasion occasion,
        MeetingKind kind,
        DateOnly day,
        string title
    )
    {
        var local = day.ToDateTime(new TimeOnly(occasion.Hour, 0));
        var starts = new DateTimeOffset(local, world.Zone.GetUtcOffset(local));
        return new MeetingDetails
        {
            Kind = kind.Id,
            Title = title,
            Organiser = kind.Organiser,
            StartsAt = starts,
            EndsAt = starts.AddHours(2),
            Place = occasion.Place,
            IsPublic = kind.PublicByDefault,
        };
    }

    private static IEnumerable<AgendaEntry> FirstItems(DemoMeetingsPlan plan, DemoMeeting meeting)
    {
        if (!meeting.Series.FirstAgendaItem)
            yield break;
        var text = plan.Texts.Where(text => text.Issued <= meeting.Day).MaxBy(text => text.Issued)!;
        yield return new AgendaEntry
        {
            Kind = AgendaItemKind.FirstAgendaItem,
            Title = text.Title,
            DocumentTitle = text.Title,
            DocumentSource = text.Source,
            IssuedOn = text.Issued,
        };
    }

    private static IEnumerable<NewSpeaker> Speakers(DemoCommittee world, DemoMeeting meeting, List<MemberSummary> leaders)
    {
        if (meeting.Series.Kind == "theory-study-group")
            yield return new NewSpeaker(leaders[0].Name, SpeakerRole.LeadReader, meeting.Title, leaders[0].MembershipId);
        if (!meeting.HasSeminar)
            yield break;
        foreach (var speaker in leaders.OrderBy(_ => world.Random.Next()).Take(3))
            yield return new NewSpeaker(speaker.Name, SpeakerRole.SeminarSpeaker, meeting.Title, speaker.MembershipId);
    }

    private static Task<List<MemberSummary>> LeadersAsync(MembersApi members, DateOnly day) =>
        members.WithDutyAsync([MemberDuty.Chairperson, MemberDuty.ViceChairperson, MemberDuty.SecretaryGeneral], day);

    /// <summary>A sector's members where the plan names one, a handful for a policy talk, else whom the kind proposes.</summary>
    private static async Task<ExpectedPeople?> ExpectedAsync(
        DemoCommittee world,
        DemoOccasion occasion,
        MeetingKind kind,
        DateOnly day,
        MembersApi members
    )
    {
        if (occasion.Sector is { } sector)
            return new ExpectedPeople { Sectors = [sector] };
        if (kind.Id != "policy-talk")
            return null;
        var all = await members.ActiveOnAsync(day);
        return new ExpectedPeople
        {
            Memberships = [.. all.OrderBy(_ => world.Random.Next()).Take(2).Select(seat => seat.MembershipId)],
        };
    }
}
