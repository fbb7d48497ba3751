using Concentric.Modules.Figures.Catalogue;
using Concentric.Modules.Figures.Years;
using Concentric.Platform.Identity;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures;

/// <summary>What other modules, the command line and the demo world may ask of the figures. The accounts made of them: <see cref="Accounts.AccountsApi"/>.</summary>
public sealed class FiguresApi(
    FigureReader reader,
    FigureWording wording,
    FigureCatalog catalog,
    FigureYears years,
    CurrentActor actor
)
{
    /// <summary>Whether the reader may open facts in the office.</summary>
    public bool MayOpenFacts => actor.Can(FigurePermissions.Read);

    /// <summary>The ids of the catalogue, in its order.</summary>
    public IReadOnlyList<string> Ids => [.. catalog.All.Select(figure => figure.Id)];

    /// <summary>The last year that has facts, for those who may see figures in the office; null for others and before the first fact.</summary>
    public async Task<int?> LatestYearAsync(CancellationToken cancellation = default) =>
        actor.Can(FigurePermissions.Read) ? await years.LatestWithFactsAsync(cancellation) : null;

    /// <summary>Whether everybody may open the figures of a year, and the facts behind them.</summary>
    public Task<bool> IsOpenAsync(int year, CancellationToken cancellation = default) => years.IsOpenAsync(year, cancellation);

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
                wording.Unit(figure.Definition.Unit, figure.Value),
                wording.Text(figure),
                figure.Definition.IsHeadline
            )),
        ];
    }
}

/// <summary>A figure as others see it.</summary>
/// <param name="Value">The exact number.</param>
/// <param name="Unit">The unit's id, for example <c>sessions</c>.</param>
/// <param name="UnitWord">The unit in the reader's language: 场次.</param>
/// <param name="Text">As an account tells it: 20余场次.</param>
/// <param name="IsHeadline">Whether it stands among the few that the home page shows.</param>
public sealed record FigureSummary(
    string Id,
    string Title,
    long Value,
    string Unit,
    string UnitWord,
    string Text,
    bool IsHeadline
);
