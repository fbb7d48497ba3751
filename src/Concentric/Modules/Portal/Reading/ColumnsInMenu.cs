using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Layouts;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Reading;

/// <summary>The public menu: the home page and the columns of the first level.</summary>
public sealed class ColumnsInMenu(PortalShelf shelf, CurrentCommittee committee, IStringLocalizer<PortalTexts> text)
    : INavigationSource
{
    public async Task<IReadOnlyList<NavigationLink>> LinksAsync(Face face, CancellationToken cancellation)
    {
        if (face != Face.Portal || !committee.IsSet)
            return [];
        var columns = (await shelf.GetAsync(cancellation)).TopColumns;
        return
        [
            new NavigationLink(text["Read.Home"], "/", "home"),
            .. columns.Select(column => new NavigationLink(column.Title, column.Path, "news")),
        ];
    }
}
