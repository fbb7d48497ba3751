using Concentric.Modules.Figures.Catalogue;
using Concentric.Modules.Figures.Years;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Rules.Figures;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>Reads accounts: their text with its numbers filled in, and what changed since they were frozen.</summary>
public sealed class AccountReader(
    AppDb db,
    FigureReader reader,
    FigureCatalog catalog,
    AccountLiquid liquid,
    FigureWording wording,
    CurrentCommittee committee
)
{
    /// <summary>How many facts are told for one correction; the rest is one click away.</summary>
    private const int MostFactsTold = 20;

    public Task<AnnualAccount?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        WithFigures().SingleOrDefaultAsync(account => account.Id == id, cancellation);

    /// <summary>The edition that everybody reads: the latest published one, or a given published one.</summary>
    public Task<AnnualAccount?> PublishedAsync(int year, int? edition, CancellationToken cancellation = default) =>
        WithFigures()
            .Where(account =>
                account.Year == year && account.State == AccountState.Published && (edition == null || account.Edition == edition)
            )
            .OrderByDescending(account => account.Edition)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>The latest edition, whatever its state.</summary>
    public Task<AnnualAccount?> LatestAsync(int year, CancellationToken cancellation = default) =>
        WithFigures()
            .Where(account => account.Year == year)
            .OrderByDescending(account => account.Edition)
            .FirstOrDefaultAsync(cancellation);

    public Task<bool> HasLaterEditionAsync(AnnualAccount account, CancellationToken cancellation = default) =>
        db.Set<AnnualAccount>().AnyAsync(later => later.Year == account.Year && later.Edition > account.Edition, cancellation);

    /// <summary>The account as it is read: with frozen numbers once it is frozen, else with the present ones.</summary>
    /// <exception cref="TemplateFaultException">The text has a fault.</exception>
    public async Task<AccountSheet> SheetAsync(AnnualAccount account, CancellationToken cancellation = default)
    {
        var words = account.IsFrozen ? Frozen(account) : await PresentAsync(account.Year, cancellation);
        return Fill(account.Title, account.Body, account.Year, words);
    }

    /// <summary>A text as it would be read with the present numbers.</summary>
    /// <exception cref="TemplateFaultException">The text has a fault.</exception>
    public async Task<AccountSheet> PreviewAsync(string title, string body, int year, CancellationToken cancellation = default) =>
        Fill(title, body, year, await PresentAsync(year, cancellation));

    /// <summary>Every figure of the catalogue in the words of an account, as the ledger stands.</summary>
    public async Task<IReadOnlyDictionary<string, FigureWords>> PresentAsync(
        int year,
        CancellationToken cancellation = default
    ) => InChinese(await reader.ReadAsync(FigurePeriod.OfYear(year), cancellation: cancellation));

    /// <summary>The figures to freeze, and the size of the ledger at which they were asked.</summary>
    public async Task<(List<FrozenFigure> Figures, long LedgerSize)> ToFreezeAsync(
        int year,
        CancellationToken cancellation = default
    )
    {
        var size = await reader.LedgerSizeAsync(cancellation);
        var figures = await reader.ReadAsync(FigurePeriod.OfYear(year), size, cancellation);
        var words = InChinese(figures);
        return (figures.Select(figure => ToFreeze(figure, words[figure.Definition.Id])).ToList(), size);
    }

    /// <summary>更正: the frozen figures that no longer say what the ledger says, with the facts that made the difference.</summary>
    public async Task<IReadOnlyList<FigureCorrection>> CorrectionsAsync(
        AnnualAccount account,
        CancellationToken cancellation = default
    )
    {
        if (account.FrozenAtIndex is not { } since)
            return [];
        var period = FigurePeriod.OfYear(account.Year);
        var present = await PresentAsync(account.Year, cancellation);
        var corrections = new List<FigureCorrection>();
        foreach (var frozen in account.Figures)
        {
            if (catalog.Find(frozen.FigureId) is not { } definition || present[frozen.FigureId].Value == frozen.Value)
                continue;
            var (added, takenBack) = await reader.DifferenceAsync(definition, period, since, MostFactsTold, cancellation);
            corrections.Add(
                new FigureCorrection(
                    definition,
                    frozen.Value,
                    present[frozen.FigureId].Value,
                    frozen.Unit,
                    frozen.Definition != definition.Definition,
                    [.. added.Select(fact => fact.Index)],
                    [.. takenBack.Select(fact => fact.Index)]
                )
            );
        }

        return corrections;
    }

    private IQueryable<AnnualAccount> WithFigures() => db.Set<AnnualAccount>().Include(account => account.Figures);

    private AccountSheet Fill(string title, string body, int year, IReadOnlyDictionary<string, FigureWords> words)
    {
        var values = new AccountValues(committee.Value, year, words);
        var heading = AccountText.Parse(liquid.Render(title, values));
        return new AccountSheet(
            string.Concat(heading.Select(paragraph => paragraph.Text)),
            AccountText.Parse(liquid.Render(body, values)),
            words
        );
    }

    private static Dictionary<string, FigureWords> Frozen(AnnualAccount account) =>
        account.Figures.ToDictionary(
            figure => figure.FigureId,
            figure => new FigureWords(
                figure.FigureId,
                figure.Value,
                figure.Text,
                figure.UnitWord,
                figure.Title,
                figure.Definition
            ),
            StringComparer.Ordinal
        );

    private static FrozenFigure ToFreeze(Figure figure, FigureWords words) =>
        new()
        {
            FigureId = words.Id,
            Value = words.Value,
            Unit = figure.Definition.Unit,
            UnitWord = words.UnitWord,
            Text = words.Text,
            Title = words.Title,
            Definition = words.Definition,
        };

    private Dictionary<string, FigureWords> InChinese(IEnumerable<Figure> figures) =>
        Language.InChinese(() => figures.ToDictionary(figure => figure.Definition.Id, wording.InAccount, StringComparer.Ordinal));
}

/// <summary>An account filled in: what is shown, printed and frozen.</summary>
public sealed record AccountSheet(
    string Title,
    IReadOnlyList<AccountParagraph> Paragraphs,
    IReadOnlyDictionary<string, FigureWords> Figures
);

/// <summary>A frozen figure and what the ledger says now.</summary>
/// <param name="DefinitionChanged">Whether what the figure counts was changed in the catalogue since.</param>
/// <param name="Added">Indexes of later facts that it takes in.</param>
/// <param name="TakenBack">Indexes of facts that it took in and that were retracted later.</param>
public sealed record FigureCorrection(
    FigureDefinition Definition,
    long Frozen,
    long Present,
    string Unit,
    bool DefinitionChanged,
    IReadOnlyList<long> Added,
    IReadOnlyList<long> TakenBack
);
