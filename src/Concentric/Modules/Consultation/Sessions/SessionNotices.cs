using Concentric.Modules.Members;
using Concentric.Platform.Messages;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What members who are expected are told of a session: that it will be, and that it will not.</summary>
public sealed class SessionNotices(
    Messages messages,
    MembersApi members,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
)
{
    public const string Invitation = "consultation.session-invitation";
    public const string Withdrawal = "consultation.session-withdrawn";
    private const string Path = "/my/sessions";

    /// <summary>Adds an invitation for each member who has an account to the next save.</summary>
    /// <returns>How many are told.</returns>
    public Task<int> InviteAsync(CouncilSession session, CancellationToken cancellation) =>
        TellAsync(
            session,
            Invitation,
            text["Message.SessionInvited", session.Title],
            text["Message.SessionInvited.Body", When(session), session.Announcement ?? ""],
            cancellation
        );

    public Task<int> TellWithdrawnAsync(CouncilSession session, CancellationToken cancellation) =>
        TellAsync(
            session,
            Withdrawal,
            text["Message.SessionWithdrawn", session.Title],
            text["Message.SessionWithdrawn.Body", When(session), session.WithdrawnBecause ?? ""],
            cancellation
        );

    private string When(CouncilSession session) => session.PlannedFor is { } planned ? format.DateTime(planned) : "";

    private async Task<int> TellAsync(
        CouncilSession session,
        string kind,
        string title,
        string body,
        CancellationToken cancellation
    )
    {
        var seats = session.People.Select(person => person.MembershipId).OfType<Guid>().ToList();
        if (seats.Count == 0)
            return 0;
        var accounts = (await members.AccountsAsync(seats, cancellation)).Values.Distinct().ToList();
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

        return accounts.Count;
    }
}
