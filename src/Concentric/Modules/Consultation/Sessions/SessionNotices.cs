using Concentric.Modules.Members;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What members who are expected are told of a session: that it will be, and that it will not.</summary>
public sealed class SessionNotices(
    Messages messages,
    MembersApi members,
    SessionDesk desk,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    public const string Invitation = "consultation.session-invitation";
    public const string Move = "consultation.session-moved";
    public const string Withdrawal = "consultation.session-withdrawn";
    private const string Path = "/my/sessions";

    /// <summary>Adds an invitation for each member who has an account to the next save.</summary>
    public Task<InvitedMembers> InviteAsync(CouncilSession session, CancellationToken cancellation) =>
        TellAsync(session, Invitation, () => [When(session), session.Announcement ?? ""], cancellation);

    /// <summary>It will be at another time, or somewhere else, than they were told.</summary>
    public async Task<InvitedMembers> TellMovedAsync(CouncilSession session, CancellationToken cancellation)
    {
        var where = await desk.WhereAsync(session, cancellation);
        return await TellAsync(session, Move, () => [When(session), where], cancellation);
    }

    public Task<InvitedMembers> TellWithdrawnAsync(CouncilSession session, CancellationToken cancellation) =>
        TellAsync(session, Withdrawal, () => [When(session), session.WithdrawnBecause ?? ""], cancellation);

    /// <summary>The day for which it is planned, in the committee's zone.</summary>
    public DateOnly? DayOf(CouncilSession session) => session.PlannedFor is { } planned ? format.DayOf(planned) : null;

    /// <summary>When and where it is to be, in the committee's language: it is stored.</summary>
    public async Task<string> WhenAndWhereAsync(CouncilSession session, CancellationToken cancellation)
    {
        var where = await desk.WhereAsync(session, cancellation);
        return Language.InChinese(() => text["Session.WhenAndWhere", When(session), where].Value);
    }

    /// <summary>From where and when to where and when it was moved.</summary>
    public async Task<string> MovedNoteAsync(CouncilSession session, string before, CancellationToken cancellation)
    {
        var now = await WhenAndWhereAsync(session, cancellation);
        return Language.InChinese(() => text["Session.MovedNote", before, now].Value);
    }

    private string When(CouncilSession session) => session.PlannedFor is { } planned ? format.DateTime(planned) : "";

    private async Task<InvitedMembers> TellAsync(
        CouncilSession session,
        string kind,
        Func<object[]> told,
        CancellationToken cancellation
    )
    {
        var seats = session.People.Select(person => person.MembershipId).OfType<Guid>().Distinct().ToList();
        if (seats.Count == 0)
            return new InvitedMembers(0, 0);
        var known = await members.AccountsAsync(seats, cancellation);
        var accounts = known.Values.Distinct().ToList();
        var (title, body) = Language.InChinese(() =>
            (text[$"Message.{kind}", session.Title].Value, text[$"Message.{kind}.Body", told()].Value)
        );
        foreach (var account in accounts)
        {
            messages.Send(
                new NewMessage
                {
                    AccountId = account,
                    Kind = kind,
                    Title = title,
                    Body = body,
                    Path = Path,
                }
            );
        }

        return new InvitedMembers(accounts.Count, seats.Count(seat => !known.ContainsKey(seat)));
    }
}

/// <summary>Whom a message about a session reached.</summary>
/// <param name="Told">Members who have an account.</param>
/// <param name="Unreached">Members who have none: somebody must ring them.</param>
public sealed record InvitedMembers(int Told, int Unreached);
