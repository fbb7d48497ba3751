using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Meetings;

/// <summary>What somebody does at a meeting.</summary>
public enum SpeakerRole
{
    /// <summary>主讲人</summary>
    LeadSpeaker,

    /// <summary>领学人</summary>
    LeadReader,

    /// <summary>研讨发言人</summary>
    SeminarSpeaker,
}

public sealed partial class Meeting
{
    /// <summary>研讨交流: whether it had a seminar part. One seminar is counted, however many spoke.</summary>
    public bool HasSeminar { get; private set; }

    public List<MeetingSpeaker> Speakers { get; private set; } = [];

    public Refusal? WhyNotSpeaker(string? name, SpeakerRole role, MeetingKind kind) =>
        WhyNotChange()
        ?? (string.IsNullOrWhiteSpace(name) ? new Refusal("SpeakerNameMissing").At("Name") : null)
        ?? (
            name?.Length > MeetingDetails.LongestName
                ? new Refusal("MeetingNameTooLong", MeetingDetails.LongestName).At("Name")
                : null
        )
        ?? (role == SpeakerRole.SeminarSpeaker && !kind.Seminar ? new Refusal("SeminarNotHere").At("Role") : null);

    /// <summary>Names who speaks or leads the reading. A seminar speaker makes a seminar part.</summary>
    /// <param name="topic">What about; may be empty.</param>
    /// <param name="membershipId">The seat, where it is a member.</param>
    public MeetingSpeaker AddSpeaker(string name, SpeakerRole role, MeetingKind kind, string? topic, Guid? membershipId)
    {
        RefusedException.ThrowIf(WhyNotSpeaker(name, role, kind));
        var speaker = MeetingSpeaker.Of(name, role, Filled(topic), membershipId, Speakers.Count + 1);
        Speakers.Add(speaker);
        HasSeminar |= role == SpeakerRole.SeminarSpeaker;
        return speaker;
    }

    public void RemoveSpeaker(Guid speakerId)
    {
        RefusedException.ThrowIf(WhyNotChange());
        Speakers.RemoveAll(speaker => speaker.Id == speakerId);
        HasSeminar &= Speakers.Exists(speaker => speaker.Role == SpeakerRole.SeminarSpeaker);
    }
}

/// <summary>主讲人、领学人、研讨发言人: somebody who speaks at a meeting.</summary>
public sealed class MeetingSpeaker : CommitteeEntity
{
    private MeetingSpeaker() { }

    public Guid MeetingId { get; private set; }
    public int Place { get; private set; }
    public SpeakerRole Role { get; private set; }
    public string Name { get; private set; } = "";
    public string? Topic { get; private set; }
    public Guid? MembershipId { get; private set; }

    internal static MeetingSpeaker Of(string name, SpeakerRole role, string? topic, Guid? membershipId, int place) =>
        new()
        {
            Name = name.Trim(),
            Role = role,
            Topic = topic,
            MembershipId = membershipId,
            Place = place,
        };
}
