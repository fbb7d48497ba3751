using System.CommandLine;
using Concentric.Platform.Ledger;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric verify --committee SLUG</c>: recomputes every leaf hash and the dense index of a committee's ledger and names the
/// first fact that does not hold. Exit code 1 if there is one.
/// </summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var committee = CommitteeCommand.NewCommitteeOption();
        var command = new Command("verify", "Verify a committee's ledger.") { committee };
        command.SetAction(
            (parsed, cancellation) =>
                CommitteeCommand.RunAsync(
                    parsed,
                    committee,
                    "verify",
                    services => VerifyAsync(services, parsed.GetValue(committee)!, cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string slug, CancellationToken cancellation)
    {
        var state = await services.GetRequiredService<LedgerVerification>().RunAsync(0, cancellation);
        CommandLine.Print(
            new
            {
                committee = slug,
                verified = state.Verified,
                holds = state.Holds,
                firstFault = state.FirstFault,
            }
        );
        if (state.FirstFault is { } fault)
            await CommandLine.TellAsync("FactFaulty", fault.Index, fault.Fault);
        return state.Holds ? 0 : 1;
    }
}
