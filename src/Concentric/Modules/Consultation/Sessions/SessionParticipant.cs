using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>
/// Somebody at a session: a member by seat; residents, cadres, leaders, experts and those concerned by number, and by name where it is
/// known. Names are for the minutes; the screen and the public see numbers.
/// </summary>
public sealed class SessionParticipant : CommitteeEntity
{
    private SessionParticipant() { }

    public Guid SessionId { get; private set; }
    public PresentAs As { get; private set; }
    public Guid? MembershipId { get; private set; }

    /// <summary>Whose own page shows it.</summary>
    public Guid? PersonId { get; private set; }
    public string? Name { get; private set; }

    /// <summary>Unit and post, or what the person stands for.</summary>
    public string? Post { get; private set; }

    /// <summary>How many: 1 for somebody by name.</summary>
    public int Number { get; internal set; } = 1;
    public Presence Presence { get; internal set; }
    public DateTimeOffset? CameAt { get; internal set; }

    /// <summary>Not invited, and here.</summary>
    public bool IsOnTheSpot { get; private set; }

    internal static SessionParticipant Of(Guid id, SessionPerson person, Presence presence, bool onTheSpot) =>
        new()
        {
            Id = id,
            As = person.As,
            MembershipId = person.MembershipId,
            PersonId = person.PersonId,
            Name = string.IsNullOrWhiteSpace(person.Name) ? null : person.Name.Trim(),
            Post = string.IsNullOrWhiteSpace(person.Post) ? null : person.Post.Trim(),
            Number = person.Number,
            Presence = presence,
            IsOnTheSpot = onTheSpot,
        };
}

/// <summary>Somebody, or some people of one sort, as they are entered.</summary>
public sealed record SessionPerson(PresentAs As)
{
    public Guid? MembershipId { get; init; }
    public Guid? PersonId { get; init; }
    public string? Name { get; init; }
    public string? Post { get; init; }
    public int Number { get; init; } = 1;
}

/// <summary>发言: one turn of speaking. The screen shows as what somebody speaks, never who.</summary>
public sealed class SessionTurn : CommitteeEntity
{
    private SessionTurn() { }

    public Guid SessionId { get; private set; }
    public Guid? SessionMatterId { get; private set; }
    public PresentAs As { get; private set; }
    public string? Name { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; internal set; }

    internal static SessionTurn Of(Guid id, Guid? matterId, SessionPerson speaker, DateTimeOffset at) =>
        new()
        {
            Id = id,
            SessionMatterId = matterId,
            As = speaker.As,
            Name = string.IsNullOrWhiteSpace(speaker.Name) ? null : speaker.Name.Trim(),
            StartedAt = at,
        };
}
