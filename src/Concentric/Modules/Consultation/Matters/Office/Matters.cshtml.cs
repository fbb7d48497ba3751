using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>协商事项: all matters within the reader's field, and what is done to many of them at once.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class MattersPage(MatterTable table, MatterActs acts, Words words) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = await table.RowsAsync(cancellation);
        var definition = await table.DefineAsync(cancellation);
        if (definition.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await definition.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) =>
        ManyAsync(MatterVerb.Accept, ids => acts.AcceptManyAsync(ids, cancellation), cancellation);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        ManyAsync(
            MatterVerb.Approve,
            ids =>
                acts.DoManyAsync(
                    ids,
                    new MatterDeed(MatterVerb.Approve, (matter, act) => matter.Approve(words: null, act)),
                    cancellation
                ),
            cancellation
        );

    /// <summary>What has to be said for many is asked on a page of its own.</summary>
    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellation) => AskAsync("reject", cancellation);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken cancellation) => AskAsync("merge", cancellation);

    public Task<IActionResult> OnPostScheduleAsync(CancellationToken cancellation) => AskAsync("schedule", cancellation);

    public Task<IActionResult> OnPostAssignAsync(CancellationToken cancellation) => AskAsync("assign", cancellation);

    private async Task<IActionResult> ManyAsync(
        MatterVerb verb,
        Func<IReadOnlyCollection<Guid>, Task<MatterBulkAnswer>> act,
        CancellationToken cancellation
    )
    {
        if (await ChosenAsync(cancellation) is not { } ids)
            return Back();
        var answer = await act(ids);
        var (key, values) = BulkWords.Of(answer, verb, words);
        if (answer.Refused.Count + answer.NotFound > 0)
            Warn(key, values);
        else
            Flash(key, values);
        return Back();
    }

    private async Task<IActionResult> AskAsync(string verb, CancellationToken cancellation) =>
        await ChosenAsync(cancellation) is null
            ? Back()
            : GoTo(
                $"/office/consultation/matters/bulk/{verb}"
                    + (
                        Request.Form["all"] == "true"
                            ? Query().Add("all", "true")
                            : QueryString.Create("ids", string.Join(',', Request.Form["ids"].ToArray()))
                    ).Add("left", Query().Value ?? "")
            );

    /// <summary>None when nothing was chosen, or too much; that is told.</summary>
    private async Task<IReadOnlyList<Guid>?> ChosenAsync(CancellationToken cancellation)
    {
        var definition = await table.DefineAsync(cancellation);
        var ids = await definition
            .Selection(await table.RowsAsync(cancellation), Request)
            .Select(row => row.Id)
            .Take(MatterTable.MostAtOnce + 1)
            .ToListAsync(cancellation);
        if (ids.Count is > 0 and <= MatterTable.MostAtOnce)
            return ids;
        Warn(ids.Count == 0 ? "Matters.ChooseSome" : "Matters.ChooseFewer", MatterTable.MostAtOnce);
        return null;
    }

    private RedirectResult Back() => GoTo("/office/consultation/matters" + Query());

    /// <summary>The list's own address, without the handler.</summary>
    private QueryString Query() =>
        QueryString.Create(
            Request
                .Query.Where(pair => pair.Key != "handler")
                .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
        );
}
