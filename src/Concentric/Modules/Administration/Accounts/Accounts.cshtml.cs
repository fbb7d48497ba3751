using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Accounts;

/// <summary>The accounts of the committee.</summary>
[RequirePermission(PlatformPermissions.ReadAccounts)]
public sealed class AccountsPage(AppDb db, RoleCatalog roles, IStringLocalizer<AdministrationTexts> text, TimeProvider time)
    : AppPage
{
    /// <summary>In the filter of roles: accounts in use that hold none.</summary>
    internal const string NoRole = "none";

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = db.Accounts.Select(account => new AccountLine
        {
            Id = account.Id,
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            HasPassword = account.PasswordHash != null,
            DisabledAt = account.DisabledAt,
            LockoutEnd = account.LockoutEnd,
            Roles = account.Roles.Select(role => role.Role).ToList(),
        });
        if (Table().ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await Table().LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<AccountLine> Table() =>
        new TableDefinition<AccountLine>("accounts", text["Accounts.Title"])
            .Column("name", text["Accounts.DisplayName"], row => row.DisplayName)
            .Link(row => $"~/office/accounts/{row.Id}")
            .SortBy(row => row.DisplayName)
            .Column("user", text["Accounts.UserName"], row => row.UserName)
            .SortBy(row => row.UserName)
            .Column("roles", text["Accounts.Roles"], row => row.Roles.ConvertAll(roles.TitleOf))
            .Column("state", text["Accounts.State"], StateOf)
            .Search((rows, words) => rows.Where(row => row.DisplayName.Contains(words) || row.UserName.Contains(words)))
            .Choice(
                "role",
                text["Accounts.Roles"],
                roles
                    .All.Select(role => new FilterOption(role.Id, roles.TitleOf(role.Id)))
                    .Append(new FilterOption(NoRole, text["Accounts.NoRole"])),
                (rows, chosen) =>
                    chosen.Contains(NoRole)
                        ? rows.Where(row =>
                            (row.Roles.Count == 0 && row.DisabledAt == null) || row.Roles.Any(role => chosen.Contains(role))
                        )
                        : rows.Where(row => row.Roles.Any(role => chosen.Contains(role)))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("user")
            .WhenEmpty(
                new EmptyList(
                    "users",
                    text["Accounts.None"],
                    text["Accounts.None.Text"],
                    "~/office/accounts/new",
                    text["Accounts.New"]
                )
            );

    private Badge StateOf(AccountLine row) =>
        row.DisabledAt is not null ? new Badge(text["Accounts.State.Disabled"], Tone.Danger)
        : row.LockoutEnd > time.GetUtcNow() ? new Badge(text["Accounts.State.Locked"], Tone.Warn)
        : row.HasPassword ? new Badge(text["Accounts.State.Open"], Tone.Ok)
        : new Badge(text["Accounts.State.Invited"], Tone.Info);

    private sealed class AccountLine
    {
        public Guid Id { get; init; }
        public required string UserName { get; init; }
        public required string DisplayName { get; init; }
        public bool HasPassword { get; init; }
        public DateTimeOffset? DisabledAt { get; init; }
        public DateTimeOffset? LockoutEnd { get; init; }
        public required List<string> Roles { get; init; }
    }
}
