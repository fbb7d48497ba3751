using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Tenancy.Pages;

/// <summary>The committees of an installation that has more than one, or none yet. It belongs to no committee.</summary>
[AllowAnonymous]
public sealed class CommitteesPage(AppDb db, CurrentCommittee committee) : AppPage
{
    private const int OnePage = 50;

    [BindProperty(Name = "page", SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>A part of the name that is looked for.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Wanted { get; set; }

    public int Pages { get; private set; }
    public IReadOnlyList<Committee> Committees { get; private set; } = [];

    /// <summary>Whether there are so many that one looks for a name.</summary>
    public bool AreMany => Pages > 1 || !string.IsNullOrWhiteSpace(Wanted);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (committee.IsSet)
            return NotFound();
        var shown = db.Committees.AsNoTracking();
        if (Wanted?.Trim() is { Length: > 0 } words)
            shown = shown.Where(row => row.Name.Contains(words) || row.EnglishName.Contains(words));
        Pages = Math.Max(1, (await shown.CountAsync(cancellation) + OnePage - 1) / OnePage);
        if (Number < 1 || Number > Pages)
            return NotFound();
        Committees = await shown.OrderBy(row => row.Slug).Skip((Number - 1) * OnePage).Take(OnePage).ToListAsync(cancellation);
        return Page();
    }
}
