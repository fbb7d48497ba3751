using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Columns;

/// <summary>Choices of the forms that ask for a column.</summary>
internal static class ColumnChoices
{
    internal static List<SelectListItem> Kinds(IStringLocalizer<PortalTexts> text) =>
        [.. Enum.GetValues<ColumnKind>().Select(kind => new SelectListItem(text["Kind." + kind], kind.ToString()))];

    /// <summary>Where a column may hang: not below itself.</summary>
    internal static List<SelectListItem> Parents(ColumnTree tree, Column? column) =>
        [
            .. tree
                .Places.Where(place => column is null || !tree.Branch(column.Id).Contains(place.Column.Id))
                .Where(place => place.Level < Column.MostLevels)
                .Select(place => Item(tree, place)),
        ];

    /// <summary>Where an article may stand: in any column.</summary>
    internal static List<SelectListItem> All(ColumnTree tree) => [.. tree.Places.Select(place => Item(tree, place))];

    private static SelectListItem Item(ColumnTree tree, ColumnPlace place) =>
        new(string.Join(" / ", tree.PathTo(place.Column.Id).Select(column => column.Title)), place.Column.Id.ToString());
}
