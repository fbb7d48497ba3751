using Concentric.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Live;

public sealed partial class LivePage
{
    public Task<IActionResult> OnPostTakeUpAsync(Guid id, CancellationToken cancellation) =>
        OnMatterAsync(id, (session, matter) => session.TakeUp(matter, desk.Doer), cancellation);

    public Task<IActionResult> OnPostAddMatterAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            session =>
                Input.MatterId is { } matter
                    ? acts.AddMatterAsync(session, matter, cancellation)
                    : Task.FromResult<Refusal?>(new Refusal("SessionMatterUnknown").At(nameof(Input.MatterId))),
            cancellation
        );

    public Task<IActionResult> OnPostPointAsync(Guid id, CancellationToken cancellation) =>
        OnMatterAsync(
            id,
            (session, matter) => session.AddPoint(matter, Ids.New(), Input.Kind, Input.Text, desk.Doer),
            cancellation
        );

    public Task<IActionResult> OnPostRewordAsync(Guid id, CancellationToken cancellation) =>
        OnPointAsync(
            id,
            (session, matter, point) => session.RewordPoint(matter, point, Input.Text, Input.Edition, desk.Doer),
            cancellation
        );

    public Task<IActionResult> OnPostChooseAsync(Guid id, CancellationToken cancellation) =>
        OnPointAsync(id, (session, matter, point) => session.ChoosePoint(matter, point, Input.Text, desk.Doer), cancellation);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation) =>
        OnPointAsync(id, (session, matter, point) => session.RemovePoint(matter, point), cancellation);

    public Task<IActionResult> OnPostConcludeAsync(Guid id, CancellationToken cancellation) =>
        OnMatterAsync(id, (session, matter) => session.Conclude(matter, Input.Conclusion, Input.Votes, desk.Doer), cancellation);

    public Task<IActionResult> OnPostReadBackAsync(Guid id, CancellationToken cancellation) =>
        OnMatterAsync(id, (session, matter) => session.ReadBack(matter, desk.Doer), cancellation);

    public Task<IActionResult> OnPostAdjournAsync(Guid id, CancellationToken cancellation) =>
        OnMatterAsync(id, (session, matter) => session.Adjourn(matter, Input.Reason, desk.Doer), cancellation);

    public Task<IActionResult> OnPostMarkAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            session =>
            {
                if (session.People.Find(person => person.Id == Input.Person) is { } known)
                    session.Mark(known, Input.Presence, time.GetUtcNow());
            },
            cancellation
        );

    /// <summary>A member by seat, somebody by name, or so many of a sort.</summary>
    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            async session =>
            {
                var members = Input.MembershipId is { } seat ? await desk.MembersAsync([seat], cancellation) : [];
                var person = members is [var member]
                    ? member
                    : new SessionPerson(Input.As) { Name = Input.Name, Post = Input.Post };
                if (members.Count == 0 && string.IsNullOrWhiteSpace(Input.Name))
                    return new Refusal("SessionNameMissing").At(nameof(Input.Name));
                session.AddPresent(Ids.New(), person, time.GetUtcNow());
                return null;
            },
            cancellation
        );

    public Task<IActionResult> OnPostCountAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, session => session.Count(Input.As, Input.Number ?? 0, time.GetUtcNow()), cancellation);

    public Task<IActionResult> OnPostSpeakAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            session => session.Speak(Ids.New(), new SessionPerson(Input.As) { Name = Input.Name }, time.GetUtcNow()),
            cancellation
        );

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, session => session.StopSpeaking(time.GetUtcNow()), cancellation);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, session => session.End(desk.Doer), cancellation);

    private Task<IActionResult> OnPointAsync(
        Guid id,
        Action<CouncilSession, SessionMatter, SessionPoint> act,
        CancellationToken cancellation
    ) =>
        DoAsync(
            id,
            session =>
            {
                foreach (var matter in session.Matters)
                {
                    if (matter.Points.Find(row => row.Id == Input.Point) is { } point)
                        act(session, matter, point);
                }
            },
            cancellation
        );
}
