using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>The published accounts, newest year first; of each year the latest edition.</summary>
[AllowAnonymous]
public sealed class PublishedAccountsPage(AppDb db) : AppPage
{
    public IReadOnlyList<PublishedEdition> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Accounts = await db.Set<AnnualAccount>()
            .Where(account =>
                account.State == AccountState.Published
                && !db.Set<AnnualAccount>()
                    .Any(later =>
                        later.Year == account.Year && later.Edition > account.Edition && later.State == AccountState.Published
                    )
            )
            .OrderByDescending(account => account.Year)
            .Take(100)
            .Select(account => new PublishedEdition(account.Year, account.Edition, account.DocumentNumber, account.SignedOn))
            .ToListAsync(cancellation);
}

/// <summary>One line of the list of published accounts.</summary>
public sealed record PublishedEdition(int Year, int Edition, string? DocumentNumber, DateOnly? SignedOn);
