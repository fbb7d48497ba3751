using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Accounts;

/// <summary>One account: the system administrator invites and disables, the security administrator gives roles.</summary>
[RequirePermission(PlatformPermissions.ReadAccounts)]
public sealed class AccountPage(
    AppDb db,
    RoleCatalog roles,
    OfficeList offices,
    IEnumerable<IRoleScopes> scopes,
    AdministratorSeats seats,
    CurrentActor actor,
    TimeProvider time,
    IStringLocalizer<AdministrationTexts> text
) : AppPage
{
    /// <summary>Characters of a reason.</summary>
    private const int LongestWhy = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The office that the scoped roles are limited to; none for the whole committee.</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>By role: the place or unit that it is limited to, where that is no office.</summary>
    [BindProperty]
    public Dictionary<string, string?> Limits { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<string> RoleTitles { get; private set; } = [];
    public List<SelectListItem> Choices { get; private set; } = [];

    /// <summary>The administrator roles that nobody could act in without this account.</summary>
    public IReadOnlyList<string> OnlyHolderOf { get; private set; } = [];

    public List<SelectListItem> Offices { get; private set; } = [];

    /// <summary>By role: what it may be limited to, where that is no office.</summary>
    public Dictionary<string, IReadOnlyList<RoleScope>> Scopes { get; } = new(StringComparer.Ordinal);

    /// <summary>The roles that may be limited to one office.</summary>
    public IReadOnlyList<string> ScopedTitles =>
        [
            .. roles
                .All.Where(role => role is { Scoped: true, Permissions.Count: > 0 } && !Scopes.ContainsKey(role.Id))
                .Select(role => roles.TitleOf(role.Id)),
        ];

    public string TitleOf(string role) => roles.TitleOf(role);

    /// <summary>Why this reader cannot disable the account, whatever the reason given.</summary>
    public Refusal? WhyNotDisable() =>
        Id == actor.AccountId ? new Refusal("OwnAccount")
        : OnlyHolderOf.Count > 0 ? new Refusal("LastAdministrator", roles.TitleOf(OnlyHolderOf[0]))
        : null;

    /// <summary>Why the account cannot go on with these roles alone.</summary>
    public Refusal? WhyNotKeepOnly(IEnumerable<string> kept) =>
        OnlyHolderOf.Except(kept).FirstOrDefault() is { } lost
            ? new Refusal("LastAdministratorRole", roles.TitleOf(lost)).At(nameof(Chosen))
            : null;

    /// <summary>Shown once, right after it was made: only its hash is kept.</summary>
    public string? InvitationAddress { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Chosen = Account.Roles.ConvertAll(role => role.Role);
        Office = Account.Roles.Find(role => role.Scope is not null && !Scopes.ContainsKey(role.Role))?.Scope;
        Limits = Scopes.Keys.ToDictionary(role => role, role => Account.Roles.Find(held => held.Role == role)?.Scope);
        InvitationAddress = TempData["Invitation"] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !actor.Can(PlatformPermissions.AssignRoles))
            return NotFound();
        if (WhyNotAssign() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        actor.Reason = Why;
        db.ExpectVersion(Account, Version);
        var wanted = Chosen.Select(id => (Role: id, Scope: ScopeOf(id))).ToList();
        Account.Roles.RemoveAll(role => !wanted.Contains((role.Role, role.Scope)));
        var added = wanted
            .Where(one => Account.Roles.TrueForAll(role => (role.Role, role.Scope) != one))
            .Select(one => new AccountRole { Role = one.Role, Scope = one.Scope });
        Account.Roles.AddRange([.. added]);
        db.Entry(Account).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellation);
        Flash("Roles.Saved", Account.DisplayName);
        return GoTo($"/office/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !actor.Can(PlatformPermissions.ManageAccounts) || Account.DisabledAt is not null)
            return NotFound();
        var (invitation, token) = Invitation.For(Account, time.GetUtcNow());
        db.Add(invitation);
        await db.SaveChangesAsync(cancellation);
        TempData["Invitation"] = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/invitations/{token}";
        return GoTo($"/office/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !actor.Can(PlatformPermissions.ManageAccounts))
            return NotFound();
        if ((WhyNotDisable() ?? WhyNotReason()) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        actor.Reason = Why;
        Account.Disable(Why!, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        Flash("Disable.Done", Account.DisplayName);
        return GoTo($"/office/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !actor.Can(PlatformPermissions.ManageAccounts))
            return NotFound();
        Account.Enable();
        await db.SaveChangesAsync(cancellation);
        Flash("Enable.Done", Account.DisplayName);
        return GoTo($"/office/accounts/{Id}");
    }

    private string? ScopeOf(string role) =>
        Scopes.ContainsKey(role) ? Limits.GetValueOrDefault(role)
        : roles.Find(role) is { Scoped: true } && !string.IsNullOrEmpty(Office) ? Office
        : null;

    private Refusal? WhyNotAssign() =>
        Id == actor.AccountId ? new Refusal("OwnRoles")
        : roles.WhyNotTogether(Chosen) is { } clash ? clash.At(nameof(Chosen))
        : WhyNotKeepOnly(Chosen) is { } last ? last
        : !string.IsNullOrEmpty(Office) && offices.Find(Office) is not { Organ: false }
            ? new Refusal("OfficeUnknown").At(nameof(Office))
        : Chosen.Find(role => Scopes.TryGetValue(role, out var known) && known.All(scope => scope.Id != ScopeOf(role)))
            is { } unlimited
            ? new Refusal("ScopeMissing", roles.TitleOf(unlimited)).At($"{nameof(Limits)}[{unlimited}]")
        : WhyNotReason();

    private Refusal? WhyNotReason() =>
        string.IsNullOrWhiteSpace(Why) ? new Refusal("WhyMissing").At(nameof(Why))
        : Why.Length > LongestWhy ? new Refusal("WhyTooLong", LongestWhy, Why.Length).At(nameof(Why))
        : null;

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Accounts.Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == Id, cancellation) is not { } found)
            return false;
        Account = found;
        if (HttpMethods.IsGet(Request.Method))
            Version = found.Version;
        OnlyHolderOf = await seats.OnlyHeldByAsync(found, cancellation);
        foreach (var source in scopes)
            Scopes[source.Role] = await source.AllAsync(cancellation);
        RoleTitles = found.Roles.ConvertAll(role =>
            role.Scope is { } scope
                ? text["Roles.Of", roles.TitleOf(role.Role), TitleOf(role.Role, scope)]
                : roles.TitleOf(role.Role)
        );
        Offices = [.. offices.Desks.Select(office => new SelectListItem(office.Name, office.Id))];
        Choices = [.. roles.All.Select(role => new SelectListItem(roles.TitleOf(role.Id), role.Id))];
        return true;
    }

    private string TitleOf(string role, string scope) =>
        Scopes.TryGetValue(role, out var known)
            ? known.FirstOrDefault(one => one.Id == scope)?.Title ?? scope
            : offices.TitleOf(scope);
}
