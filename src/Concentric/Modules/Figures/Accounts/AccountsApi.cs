using Concentric.Platform;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>What the command line may ask of the annual accounts.</summary>
public sealed class AccountsApi(
    AccountReader accounts,
    AccountTemplates templates,
    AccountDocument document,
    CurrentCommittee committee,
    TimeProvider time,
    Words words
)
{
    /// <summary>
    /// The year's account as an official document: the latest edition, or what the template says when there is none. A text that
    /// cannot be filled in gives the fault, with its line; so does a year that has not come.
    /// </summary>
    public async Task<(AccountReport? Report, string? Fault)> ReportAsync(int year, CancellationToken cancellation = default)
    {
        try
        {
            if (await accounts.LatestAsync(year, cancellation) is { } account)
            {
                var sheet = await accounts.SheetAsync(account, cancellation);
                return (
                    new AccountReport(
                        document.Write(account, sheet),
                        sheet.Title,
                        account.Edition,
                        account.State.ToString(),
                        account.FrozenAtIndex
                    ),
                    null
                );
            }

            if (AnnualAccount.WhyNotBegin(year, committee.Today(time)) is { } refusal)
                return (null, words.Of(refusal));
            var (title, body) = (templates.Template.Title, templates.Template.Body);
            var preview = await accounts.PreviewAsync(title, body, year, cancellation);
            return (new AccountReport(document.Write(year, preview), preview.Title, 0, "", null), null);
        }
        catch (TemplateFaultException broken)
        {
            return (null, broken.Message);
        }
    }
}

/// <summary>A year's account as a file.</summary>
/// <param name="Document">The bytes of the .docx.</param>
/// <param name="Edition">0 when the year has no account and the template speaks.</param>
/// <param name="State">The account's state; empty when there is none.</param>
/// <param name="LedgerSize">The size of the ledger at which the numbers were frozen; null while they move.</param>
public sealed record AccountReport(byte[] Document, string Title, int Edition, string State, long? LedgerSize);
