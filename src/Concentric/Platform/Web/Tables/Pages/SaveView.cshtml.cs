using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Platform.Web.Tables.Pages;

/// <summary>Keeps the filters, sort and columns of a list under a name, or takes such a view away, and goes back to the list.</summary>
[RequireSignIn]
public sealed class SaveViewPage(SavedViews views) : AppPage
{
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "table", SupportsGet = true)]
    public string? Table { get; set; }

    [BindProperty(Name = "query", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "back", SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(Name = "share")]
    public string? Share { get; set; }

    /// <summary>The list that the reader came from.</summary>
    public string Way => Url.IsLocalUrl(Back) ? Back : Request.PathBase + "/";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (table, name, query) = (Table ?? "", (Name ?? "").Trim(), Query ?? "");
        if (await views.WhyNotSaveAsync(table, name, query, cancellation) is { } refusal)
        {
            Tell(refusal.At("name"));
            return Page();
        }
        await views.SaveAsync(table, name, query, Share, cancellation);
        Flash("View.Saved", name);
        return LocalRedirect(Way + query);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await views.RemoveAsync(id, cancellation))
            return NotFound();
        Flash("View.Removed");
        return LocalRedirect(Way);
    }
}
