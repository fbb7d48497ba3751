using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Rules.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Years;

/// <summary>Everything the page of one fact needs.</summary>
public sealed record FactQuestions(AppDb Db, FigureYears Years, FigureCatalog Catalog, FigureWording Wording, FactRows Rows);

/// <summary>履职记录 (one fact): what it says, what proves it, what took it back, and the figures it counts in.</summary>
public abstract class FactFacePage(FactQuestions ask) : AppPage
{
    public abstract bool IsOffice { get; }

    public FactRow Row { get; private set; } = null!;

    public Fact Fact => Row.Fact;

    /// <summary>The fact that takes this one back.</summary>
    public Fact? RetractedBy { get; private set; }

    /// <summary>The fact that this one takes back.</summary>
    public Fact? Retracts { get; private set; }

    public string LeafHash => Convert.ToHexStringLower(Fact.LeafHash);

    /// <summary>The display name of whoever recorded it; only in the office.</summary>
    public string? RecordedBy { get; private set; }

    public FigureWording Wording => ask.Wording;

    public string Base => IsOffice ? "~/office/figures" : "~/figures";

    public string FactsBase => IsOffice ? "~/office/facts" : "~/facts";

    /// <summary>The figures in which it counts while it stands.</summary>
    public IReadOnlyList<FigureDefinition> CountsIn =>
        RetractedBy is null
            ? [.. ask.Catalog.All.Where(figure => figure.TakesIn(Fact.Kind, Fact.Category, Fact.Channel, Fact.Step, Fact.Place))]
            : [];

    public async Task<IActionResult> OnGetAsync(long index, CancellationToken cancellation)
    {
        var fact = await ask.Db.Facts.AsNoTracking().SingleOrDefaultAsync(row => row.Index == index, cancellation);
        if (fact is null || !(IsOffice || await ask.Years.IsOpenAsync(fact.OccurredOn.Year, cancellation)))
            return NotFound();
        Row = (await ask.Rows.DescribeAsync([fact], IsOffice, cancellation))[0];
        RetractedBy = await ask.Db.Facts.AsNoTracking().SingleOrDefaultAsync(row => row.RetractsId == fact.Id, cancellation);
        if (fact.RetractsId is { } earlier)
            Retracts = await ask.Db.Facts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == earlier, cancellation);
        if (IsOffice)
            RecordedBy = await ask
                .Db.Accounts.Where(account => account.Id == fact.RecordedBy)
                .Select(account => account.DisplayName)
                .SingleOrDefaultAsync(cancellation);
        return Page();
    }
}
