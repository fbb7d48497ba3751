using System.CommandLine;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric verify --committee SLUG</c>: recomputes every leaf hash and the dense index of a committee's ledger and names the
/// first fact that does not hold. Exit code 1 if there is one.
/// </summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var slug = new Option<string>("--committee") { Description = "The committee's slug.", Required = true };
        var command = new Command("verify", "Verify a committee's ledger.") { slug };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = WebHost.Build(CommandLine.Address(parsed));
                var name = parsed.GetValue(slug)!;
                if (
                    await app.Services.GetRequiredService<CommitteeDirectory>().FindAsync(name, cancellation) is not { } committee
                )
                {
                    await Console.Error.WriteLineAsync($"There is no committee '{name}'.");
                    return 1;
                }

                await using var scope = app.Services.CreateCommitteeScope(committee, "verify");
                var state = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(0, cancellation);
                CommandLine.Print(
                    new
                    {
                        committee = committee.Slug,
                        verified = state.Verified,
                        holds = state.Holds,
                        firstFault = state.FirstFault,
                    }
                );
                if (state.FirstFault is { } fault)
                    await Console.Error.WriteLineAsync($"Fact {fault.Index} does not hold: {fault.Fault}.");
                return state.Holds ? 0 : 1;
            }
        );
        return command;
    }
}
