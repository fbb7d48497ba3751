using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>
/// A published account for everybody: each number opens into its facts. A corrected edition says what it corrects; numbers that
/// the ledger has left behind since are shown with their old and new values.
/// </summary>
[AllowAnonymous]
public sealed class PublishedAccountPage(
    AppDb db,
    AccountReader reader,
    AccountDocument document,
    FigureYears years,
    FigureCatalog catalog
) : AppPage
{
    public AnnualAccount Account { get; private set; } = null!;

    public AccountSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<FigureCorrection> Corrections { get; private set; } = [];

    /// <summary>What this edition changed in the numbers of the one before.</summary>
    public IReadOnlyList<(FrozenFigure Before, FrozenFigure Now)> Changes { get; private set; } = [];

    /// <summary>The other published editions of the year, newest first.</summary>
    public IReadOnlyList<int> OtherEditions { get; private set; } = [];

    /// <summary>Every frozen number, in the order of the catalogue; one that left it since comes first.</summary>
    public IEnumerable<FrozenFigure> Numbers =>
        Account.Figures.OrderBy(figure =>
            catalog.All.TakeWhile(known => known.Id != figure.FigureId).Count() % catalog.All.Count
        );

    public bool IsLatest => OtherEditions.All(edition => edition < Account.Edition);

    public async Task<IActionResult> OnGetAsync(int year, int? edition, string? format, CancellationToken cancellation)
    {
        if (await reader.PublishedAsync(year, edition, cancellation) is not { } account)
            return NotFound();
        Account = account;
        Sheet = await reader.SheetAsync(account, cancellation);
        if (format == "docx")
            return File(document.Write(account, Sheet), AccountDocument.ContentType, AccountDocument.FileName(account));
        OtherEditions = await db.Set<AnnualAccount>()
            .Where(row => row.Year == year && row.State == AccountState.Published && row.Id != account.Id)
            .OrderByDescending(row => row.Edition)
            .Select(row => row.Edition)
            .ToListAsync(cancellation);
        // The facts behind a correction are shown where the year's facts are.
        if (await years.IsOpenAsync(year, cancellation))
            Corrections = await reader.CorrectionsAsync(account, cancellation);
        if (account.CorrectsId is { } before)
            await CompareAsync(before, cancellation);
        return Page();
    }

    private async Task CompareAsync(Guid beforeId, CancellationToken cancellation)
    {
        var before = await db.Set<FrozenFigure>()
            .AsNoTracking()
            .Where(row => row.AccountId == beforeId)
            .ToListAsync(cancellation);
        Changes =
        [
            .. Account
                .Figures.Join(before, now => now.FigureId, old => old.FigureId, (now, old) => (old, now))
                .Where(pair => pair.old.Value != pair.now.Value),
        ];
    }
}
