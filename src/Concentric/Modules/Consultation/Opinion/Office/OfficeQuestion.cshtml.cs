using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>One question in the office: what can be done next, and its statements.</summary>
[RequirePermission(OpinionPermissions.Read)]
public sealed class OfficeQuestionPage(
    AppDb db,
    OpinionDesk desk,
    OpinionCount count,
    CurrentActor actor,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    /// <summary>The office's own statements, one a line.</summary>
    [BindProperty]
    public string? Lines { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;
    public TableView List { get; private set; } = null!;
    public Refusal? WhyNotOpen { get; private set; }
    public int Waiting { get; private set; }
    public int Flagged { get; private set; }
    public OpinionResult? Result { get; private set; }

    /// <summary>How many answered everything alike.</summary>
    public int OneSided { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        return OfficeStatements.Table(text).ExportOf(OfficeStatements.Of(db, id), HttpContext) is { } file
            ? file
            : await ShowAsync(cancellation);
    }

    public Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            OpinionPermissions.Close,
            async () => await desk.WhyNotOpenAsync(Question, cancellation),
            () => desk.OpenAsync(Question, cancellation),
            "Opinion.Opened",
            cancellation
        );

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(
            id,
            OpinionPermissions.Close,
            () => Task.FromResult(Question.WhyNotClose()),
            () => desk.CloseAsync(Question, cancellation),
            "Opinion.WasClosed",
            cancellation
        );

    public async Task<IActionResult> OnPostSeedAsync(Guid id, CancellationToken cancellation)
    {
        if (!actor.Can(OpinionPermissions.Write))
            return Forbid();
        if (!await FindAsync(id, cancellation))
            return NotFound();
        var (added, refusal) = await desk.SeedAsync(Question, Lines, cancellation);
        if (refusal is not null)
        {
            Tell(refusal.At(nameof(Lines)));
            return await ShowAsync(cancellation);
        }

        Flash("Opinion.Seeded", added);
        return GoTo($"/office/consultation/questions/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!actor.Can(OpinionPermissions.Write))
            return Forbid();
        if (!await FindAsync(id, cancellation))
            return NotFound();
        var chosen = await OfficeStatements
            .Table(text)
            .Selection(OfficeStatements.Of(db, id), Request)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        var statements = await db.Set<OpinionStatement>().Where(row => chosen.Contains(row.Id)).ToListAsync(cancellation);
        var own = statements.FindAll(statement => statement.WhyNotWithdraw() is null);
        own.ForEach(statement => statement.Withdraw(desk.Doer));
        await db.SaveChangesAsync(cancellation);
        if (own.Count < statements.Count)
            Warn("Opinion.WithdrawnSome", own.Count, statements.Count - own.Count);
        else
            Flash("Opinion.Withdrawn", own.Count);
        return GoTo($"/office/consultation/questions/{id}");
    }

    private async Task<IActionResult> DoAsync(
        Guid id,
        string permission,
        Func<Task<Refusal?>> whyNot,
        Func<Task> act,
        string told,
        CancellationToken cancellation
    )
    {
        if (!actor.Can(permission))
            return Forbid();
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if (await whyNot() is { } refusal)
        {
            Tell(refusal);
            return await ShowAsync(cancellation);
        }

        await act();
        Flash(told);
        return GoTo($"/office/consultation/questions/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } question)
            return false;
        Question = question;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        var id = Question.Id;
        List = await OfficeStatements.Table(text).LoadAsync(OfficeStatements.Of(db, id), HttpContext, cancellation);
        WhyNotOpen = await desk.WhyNotOpenAsync(Question, cancellation);
        (Waiting, Flagged) = await ModerationQueue.CountAsync(db, id, cancellation);
        (Result, var picture) = await count.CurrentAsync(id, cancellation);
        OneSided = picture?.OneSided ?? 0;
        return Page();
    }
}
