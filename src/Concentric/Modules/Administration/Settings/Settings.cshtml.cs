using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Administration.Settings;

/// <summary>Names, brand words, term and contact of the committee. A stale form shows both versions and keeps what was typed.</summary>
[RequirePermission(PlatformPermissions.ChangeSettings)]
public sealed class SettingsPage(AppDb db, CurrentCommittee current, CommitteeDirectory directory) : AppPage
{
    [BindProperty]
    public SettingsFields Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What somebody else saved meanwhile, field by field.</summary>
    public IReadOnlyList<(string Field, string Theirs, string Yours)>? Theirs { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var committee = await db.Committees.AsNoTracking().SingleAsync(row => row.Id == current.Id, cancellation);
        Input = SettingsFields.Of(committee);
        Version = committee.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return Page();
        if (Input.WhyNotSave() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        var committee = await db.Committees.SingleAsync(row => row.Id == current.Id, cancellation);
        if (committee.Version != Version)
            return ShowBoth(committee);
        Input.WriteTo(committee);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ShowBoth(await db.Committees.AsNoTracking().SingleAsync(row => row.Id == current.Id, cancellation));
        }

        directory.Forget(committee.Slug);
        Flash("Settings.Saved");
        return GoTo("/office/settings");
    }

    private IActionResult ShowBoth(Committee saved)
    {
        Theirs = SettingsFields.Differences(SettingsFields.Of(saved), Input);
        Version = saved.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }
}
