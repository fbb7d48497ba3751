using Concentric.Platform;

namespace Concentric.Modules.Consultation.Sessions;

public sealed partial class CouncilSession
{
    public const int MostOfASort = 5000;
    public const int MostPeopleByName = 500;

    /// <summary>Who speaks now.</summary>
    public SessionTurn? Turn => Turns.Find(turn => turn.EndedAt is null);

    public IEnumerable<SessionParticipant> Present => People.Where(person => person.Presence == Presence.Present);

    public int PresentInAll => Present.Sum(person => person.Number);

    public int PresentOf(PresentAs sort) => Present.Where(person => person.As == sort).Sum(person => person.Number);

    /// <summary>What is wrong with somebody as entered.</summary>
    public static Refusal? WhyNotPerson(SessionPerson person) =>
        person is { As: PresentAs.Member, MembershipId: null }
            ? new Refusal("SessionMemberMissing").At("MembershipId")
            : WhyNotWords(person);

    private static Refusal? WhyNotWords(SessionPerson person) =>
        person.Number is < 1 or > MostOfASort ? new Refusal("NumberOutside", 1, MostOfASort).At("Number")
        : person.Name?.Trim().Length > LongestPerson ? new Refusal("TooLong", LongestPerson, person.Name.Trim().Length).At("Name")
        : person.Post?.Trim().Length > LongestName ? new Refusal("TooLong", LongestName, person.Post.Trim().Length).At("Post")
        : null;

    private Refusal? WhyNotPeople() =>
        State is SessionState.Confirmed or SessionState.Withdrawn ? new Refusal("SessionNotOpen")
        : People.Count >= MostPeopleByName ? new Refusal("SessionTooManyPeople", MostPeopleByName)
        : null;

    /// <summary>Invites members; who is on the list already stays as they are.</summary>
    public IReadOnlyList<SessionParticipant> Expect(IEnumerable<SessionPerson> people)
    {
        List<SessionParticipant> added = [];
        foreach (var person in people.Where(person => Find(person) is null))
        {
            RefusedException.ThrowIf(WhyNotPeople() ?? WhyNotPerson(person));
            var participant = SessionParticipant.Of(Ids.New(), person, Presence.Expected, onTheSpot: false);
            added.Add(participant);
            People.Add(participant);
        }

        Touch();
        return added;
    }

    /// <summary>Who is no longer expected is taken from the list before the session begins.</summary>
    public void Uninvite(SessionParticipant person)
    {
        RefusedException.ThrowIf(IsToCome ? null : new Refusal("SessionNotChange"));
        People.Remove(person);
        Touch();
    }

    public void Mark(SessionParticipant person, Presence presence, DateTimeOffset now)
    {
        RefusedException.ThrowIf(IsOpen ? null : new Refusal("SessionNotOpen"));
        if (person.Presence == presence)
            return;
        person.Presence = presence;
        person.CameAt = presence == Presence.Present ? now : null;
        Touch();
    }

    /// <summary>Somebody who was not expected, and is here.</summary>
    /// <param name="id">Chosen by whoever writes, so that the same one sent twice is one.</param>
    /// <param name="person">Who.</param>
    /// <param name="now">When.</param>
    public void AddPresent(Guid id, SessionPerson person, DateTimeOffset now)
    {
        if (People.Exists(row => row.Id == id))
            return;
        RefusedException.ThrowIf((IsOpen ? null : new Refusal("SessionNotOpen")) ?? WhyNotPeople() ?? WhyNotPerson(person));
        if (Find(person) is { } known)
        {
            Mark(known, Presence.Present, now);
            return;
        }

        var participant = SessionParticipant.Of(id, person, Presence.Present, onTheSpot: !IsAfterwards);
        participant.CameAt = IsAfterwards ? null : now;
        People.Add(participant);
        Touch();
    }

    /// <summary>How many of a sort are here without being named.</summary>
    public void Count(PresentAs sort, int number, DateTimeOffset now)
    {
        RefusedException.ThrowIf(
            !IsOpen ? new Refusal("SessionNotOpen")
            : sort == PresentAs.Member ? new Refusal("SessionMemberMissing").At("Number")
            : number is < 0 or > MostOfASort ? new Refusal("NumberOutside", 0, MostOfASort).At("Number")
            : null
        );
        var known = People.Find(person => person.As == sort && person.Name is null);
        if (number == 0)
            People.RemoveAll(person => person == known);
        else if (known is null)
            AddPresent(Ids.New(), new SessionPerson(sort) { Number = number }, now);
        else
            (known.Number, known.Presence) = (number, Presence.Present);
        Touch();
    }

    /// <summary>Gives somebody the word; whoever had it has ended.</summary>
    public void Speak(Guid id, SessionPerson speaker, DateTimeOffset at)
    {
        if (Turns.Exists(turn => turn.Id == id))
            return;
        RefusedException.ThrowIf(WhyNotSpeak() ?? WhyNotWords(speaker));
        StopTurn(at);
        Turns.Add(SessionTurn.Of(id, Current?.Id, speaker, at));
        Touch();
    }

    public Refusal? WhyNotSpeak() =>
        State != SessionState.InProgress ? new Refusal("SessionNotTakeUp")
        : Current is null ? new Refusal("SessionNoMatterTakenUp")
        : null;

    public void StopSpeaking(DateTimeOffset at)
    {
        StopTurn(at);
        Touch();
    }

    private void StopTurn(DateTimeOffset at)
    {
        if (Turn is { } turn)
            turn.EndedAt = at < turn.StartedAt ? turn.StartedAt : at;
    }

    private SessionParticipant? Find(SessionPerson person) =>
        person.MembershipId is { } seat
            ? People.Find(row => row.MembershipId == seat)
            : People.Find(row => row.As == person.As && row.Name is not null && row.Name == person.Name?.Trim());
}
