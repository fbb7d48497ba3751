using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office.Many;

/// <summary>A form whose answers hold for many matters at once. The chosen ones travel with it, so that nothing joins them unseen.</summary>
public abstract class BulkPage(MatterTable table, MatterActs acts, Words words) : AppPage
{
    /// <summary>How many of the chosen ones are named.</summary>
    public const int Named = 30;

    /// <summary>Ids with commas between.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The query of the list as it was left: it is shown again so.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Left { get; set; }

    public string List => "/office/consultation/matters" + QueryString.Create(QueryHelpers.ParseQuery(Left));

    public IReadOnlyList<MatterRow> Rows { get; private set; } = [];
    public int Count { get; private set; }

    public abstract MatterVerb Verb { get; }

    /// <summary>It ends the matters.</summary>
    public virtual bool IsDangerous => false;

    protected MatterActs Acts => acts;

    public async Task<IActionResult> OnGetAsync(string? ids, bool all, CancellationToken cancellation)
    {
        var rows = await table.RowsAsync(cancellation);
        var chosen = Ids(ids);
        var selected = all
            ? (await table.DefineAsync(cancellation)).Apply(rows, Platform.Web.Tables.TableState.Read(Request.Query))
            : rows.Where(row => chosen.Contains(row.Id));
        Chosen = string.Join(',', await selected.Select(row => row.Id).Take(MatterTable.MostAtOnce).ToListAsync(cancellation));
        await PrefillAsync(cancellation);
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var faults = ModelState.IsValid ? await FaultsAsync(cancellation) : [];
        foreach (var fault in faults)
            Tell(fault);
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        var answer = await acts.DoManyAsync([.. Among(Ids(Chosen)).Take(MatterTable.MostAtOnce)], Deed(), cancellation);
        var (key, values) = BulkWords.Of(answer, Verb, words);
        if (answer.Refused.Count + answer.NotFound > 0)
            Warn(key, values);
        else
            Flash(key, values);
        return GoTo(List);
    }

    protected abstract MatterDeed Deed();

    /// <summary>Those of the chosen ones that it is done to.</summary>
    protected virtual IEnumerable<Guid> Among(IReadOnlyList<Guid> chosen) => chosen;

    protected abstract Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation);

    protected virtual Task PrefillAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What the form offers to choose from.</summary>
    protected virtual Task OfferAsync(CancellationToken cancellation) => Task.CompletedTask;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        var ids = Ids(Chosen);
        Count = ids.Count;
        var named = ids.Take(Named).ToList();
        Rows = await (await table.RowsAsync(cancellation))
            .Where(row => named.Contains(row.Id))
            .OrderBy(row => row.CollectedOn)
            .ToListAsync(cancellation);
        if (Count == 0)
            return GoTo(List);
        await OfferAsync(cancellation);
        return Page();
    }

    protected static List<Guid> Ids(string? text) =>
        [
            .. (text ?? "")
                .Split(',')
                .Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty)
                .Where(id => id != Guid.Empty),
        ];
}
