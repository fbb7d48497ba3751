using System.CommandLine;
using Concentric.Platform.Tenancy;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric committee invite ACCOUNT --committee SLUG</c>: a new link that sets an account's password, for when no administrator is
/// left who could give one in the browser. It stands in the audit trail as the system's act.
/// </summary>
internal static class InviteCommand
{
    internal static Command Create()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The name to sign in with." };
        var committee = CommitteeCommand.NewCommitteeOption();
        var command = new Command("invite", "A new link that sets an account's password.") { account, committee };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "committee invite",
                    services => InviteAsync(services, parsed.GetValue(account)!, cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> InviteAsync(IServiceProvider services, string account, CancellationToken cancellation)
    {
        var committee = services.GetRequiredService<CurrentCommittee>().Value;
        if (await services.GetRequiredService<CommitteeFounding>().InviteAgainAsync(committee, account, cancellation) is { } link)
        {
            CommandLine.Print(link);
            return 0;
        }

        return await CommandLine.RefuseAsync("NoSuchAccount", account, committee.Slug);
    }
}
