using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>One account in the office: how it reads now, what may be done next, and what changed since it was frozen.</summary>
[RequirePermission(FigurePermissions.ReadAccounts)]
public sealed class AccountPage(
    AppDb db,
    AccountReader reader,
    AccountPublishing publishing,
    AccountDocument document,
    CurrentActor actor,
    TimeProvider time
) : AppPage
{
    public AnnualAccount Account { get; private set; } = null!;

    public AccountSheet? Sheet { get; private set; }

    /// <summary>What is wrong with the text, if it cannot be filled in any more.</summary>
    public TemplateFault? Fault { get; private set; }

    public IReadOnlyList<FigureCorrection> Corrections { get; private set; } = [];

    public IReadOnlyList<AnnualAccount> Editions { get; private set; } = [];

    public bool HasLaterEdition { get; private set; }

    /// <summary>Who froze, reviewed and published it: the names by the accounts' ids.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What the next step takes, where this reader cannot take it.</summary>
    public string? ForOthers =>
        Account.State switch
        {
            AccountState.Draft => FigurePermissions.WriteAccounts,
            AccountState.FiguresFrozen => FigurePermissions.ReviewAccounts,
            AccountState.Reviewed => FigurePermissions.SignAccounts,
            AccountState.Signed => FigurePermissions.PublishAccounts,
            _ => null,
        }
            is { } permission
        && !actor.Can(permission)
            ? permission
            : null;

    public bool Can(string permission) => actor.Can(permission);

    public string? NameOf(Guid? account) => account is { } id ? Names.GetValueOrDefault(id) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, string? format, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (format == "docx" && Sheet is not null)
            return File(document.Write(Account, Sheet), AccountDocument.ContentType, AccountDocument.FileName(Account));
        return Page();
    }

    public Task<IActionResult> OnPostFreezeAsync(Guid id, int version, CancellationToken cancellation) =>
        DoAsync(
            id,
            version,
            FigurePermissions.WriteAccounts,
            account => account.WhyNotFreeze() ?? Fault?.Refusal,
            async account =>
            {
                var (figures, size) = await reader.ToFreezeAsync(account.Year, cancellation);
                account.Freeze(figures, size, actor.AccountId, time.GetUtcNow());
                Flash("Account.FrozenNow");
            },
            cancellation
        );

    public Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? reason, CancellationToken cancellation) =>
        DoAsync(
            id,
            version,
            FigurePermissions.WriteAccounts,
            account => account.WhyNotReturn() ?? (reason is { Length: >= 2 and <= 500 } ? null : new Refusal("ReturnReason")),
            account =>
            {
                actor.Reason = reason;
                db.RemoveRange(account.Return());
                Flash("Account.Returned");
                return Task.CompletedTask;
            },
            cancellation
        );

    public Task<IActionResult> OnPostReviewAsync(Guid id, int version, CancellationToken cancellation) =>
        DoAsync(
            id,
            version,
            FigurePermissions.ReviewAccounts,
            account => account.WhyNotReview(),
            account =>
            {
                account.Review(actor.AccountId, time.GetUtcNow());
                Flash("Account.ReviewedNow");
                return Task.CompletedTask;
            },
            cancellation
        );

    public Task<IActionResult> OnPostPublishAsync(Guid id, int version, CancellationToken cancellation) =>
        DoAsync(
            id,
            version,
            FigurePermissions.PublishAccounts,
            account => account.WhyNotPublish(),
            async account =>
            {
                await publishing.PublishAsync(account, cancellation);
                Flash("Account.PublishedNow");
            },
            cancellation
        );

    /// <summary>Asks why not, does it, saves; a change by somebody else in between is told, not overwritten.</summary>
    private async Task<IActionResult> DoAsync(
        Guid id,
        int version,
        string permission,
        Func<AnnualAccount, Refusal?> whyNot,
        Func<AnnualAccount, Task> act,
        CancellationToken cancellation
    )
    {
        if (!actor.Can(permission))
            return Forbid();
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (whyNot(Account) is { } refusal)
            return Refused(refusal);
        db.ExpectVersion(Account, version);
        await act(Account);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancellation);
            TempData.Remove("Flash");
            return Refused(new Refusal("AccountStale"));
        }

        return GoTo($"/office/annual-accounts/{id}");
    }

    private PageResult Refused(Refusal refusal)
    {
        Tell(refusal);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } account)
            return false;
        Account = account;
        Editions = await db.Set<AnnualAccount>()
            .AsNoTracking()
            .Where(row => row.Year == account.Year)
            .OrderByDescending(row => row.Edition)
            .ToListAsync(cancellation);
        HasLaterEdition = Editions.Any(row => row.Edition > account.Edition);
        try
        {
            Sheet = await reader.SheetAsync(account, cancellation);
        }
        catch (TemplateFaultException broken)
        {
            Fault = broken.Fault;
        }

        Corrections = await reader.CorrectionsAsync(account, cancellation);
        Guid?[] who = [account.FrozenBy, account.ReviewedBy, account.SignedBy, account.PublishedBy];
        Names = await db
            .Accounts.Where(row => who.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.DisplayName, cancellation);
        return true;
    }
}
