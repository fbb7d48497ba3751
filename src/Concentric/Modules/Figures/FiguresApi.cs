using Concentric.Modules.Figures.Accounts;
using Concentric.Modules.Figures.Catalogue;
using Concentric.Modules.Figures.Years;
using Concentric.Platform.Identity;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures;

/// <summary>What other modules, the command line and the demo world may ask of the figures.</summary>
public sealed class FiguresApi(
    FigureReader reader,
    FigureWording wording,
    FigureCatalog catalog,
    AccountReader accounts,
    AccountTemplates templates,
    AccountDocument document,
    FigureYears years,
    CurrentActor actor
)
{
    /// <summary>The ids of the catalogue, in its order.</summary>
    public IReadOnlyList<string> Ids => [.. catalog.All.Select(figure => figure.Id)];

    /// <summary>The last year that has facts, for those who may see figures in the office; null for others and before the first fact.</summary>
    public async Task<int?> LatestYearAsync(CancellationToken cancellation = default) =>
        actor.Can(FigurePermissions.Read) ? await years.LatestWithFactsAsync(cancellation) : null;

    /// <summary>Every figure of the catalogue for one year, in its order, as the ledger stands now.</summary>
    public async Task<IReadOnlyList<FigureSummary>> OfYearAsync(int year, CancellationToken cancellation = default)
    {
        var figures = await reader.ReadAsync(FigurePeriod.OfYear(year), cancellation: cancellation);
        return
        [
            .. figures.Select(figure => new FigureSummary(
                figure.Definition.Id,
                wording.Title(figure.Definition),
                figure.Value,
                figure.Definition.Unit,
                wording.Unit(figure.Definition.Unit),
                wording.Text(figure)
            )),
        ];
    }

    /// <summary>
    /// The year's account as an official document: the latest edition, or what the template says when there is none. A text that
    /// cannot be filled in gives the fault, with its line.
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

/// <summary>A figure as others see it.</summary>
/// <param name="Value">The exact number.</param>
/// <param name="Unit">The unit's id, for example <c>sessions</c>.</param>
/// <param name="UnitWord">The unit in the reader's language: 场次.</param>
/// <param name="Text">As an account tells it: 20余场次.</param>
public sealed record FigureSummary(string Id, string Title, long Value, string Unit, string UnitWord, string Text);

/// <summary>A year's account as a file.</summary>
/// <param name="Document">The bytes of the .docx.</param>
/// <param name="Edition">0 when the year has no account and the template speaks.</param>
/// <param name="State">The account's state; empty when there is none.</param>
/// <param name="LedgerSize">The size of the ledger at which the numbers were frozen; null while they move.</param>
public sealed record AccountReport(byte[] Document, string Title, int Edition, string State, long? LedgerSize);
