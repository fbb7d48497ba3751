using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary>
/// <c>&lt;whose-turn permission="meetings.approve" /&gt;</c>: for a reader who cannot take the next step, who can, by name; where nobody
/// in the committee can, the roles that would let somebody.
/// </summary>
[HtmlTargetElement("whose-turn", Attributes = "permission", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhoseTurnTagHelper(AppDb db, RoleCatalog roles, DisplayFormat format, IStringLocalizer<WebTexts> text)
    : TagHelper
{
    private const int MostNames = 4;

    /// <summary>What the step takes.</summary>
    public required string Permission { get; set; }

    /// <summary>The office whose record it is, where a role may be held for one office.</summary>
    public string? Office { get; set; }

    /// <summary>Accounts that have the permission and may not use it here: whoever wrote it does not review it.</summary>
    public IReadOnlyCollection<Guid> Except { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var names = await db
            .Accounts.WhoMayFor(Office, roles, Permission)
            .Where(account => !Except.Contains(account.Id))
            .OrderBy(account => account.DisplayName)
            .Select(account => account.DisplayName)
            .Take(MostNames + 1)
            .ToListAsync();
        output.Become("p", "muted");
        output.Content.SetContent(
            names.Count == 0 ? text["WhoseTurn.Nobody", format.List(RolesThatMay())]
            : names.Count > MostNames ? text["WhoseTurn.Many", format.List(names.Take(MostNames))]
            : text["WhoseTurn", format.List(names)]
        );
    }

    private IEnumerable<string> RolesThatMay() =>
        roles.All.Where(role => role.Permissions.Contains(Permission)).Select(role => roles.TitleOf(role.Id));
}
