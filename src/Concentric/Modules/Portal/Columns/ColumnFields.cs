using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Portal.Columns;

/// <summary>A column as its form has it.</summary>
public sealed class ColumnFields
{
    [Required, StringLength(Column.LongestTitle)]
    public string? Title { get; set; }

    [StringLength(Column.LongestTitle * 2)]
    public string? TitleEn { get; set; }

    [StringLength(Column.LongestSlug)]
    public string? Slug { get; set; }
    public ColumnKind Kind { get; set; }
    public Guid? ParentId { get; set; }
    public bool Hidden { get; set; }

    internal static ColumnFields Of(Column column) =>
        new()
        {
            Title = column.Title,
            TitleEn = column.TitleEn,
            Slug = column.Slug,
            Kind = column.Kind,
            ParentId = column.ParentId,
            Hidden = column.Hidden,
        };

    internal ColumnDetails Details =>
        new()
        {
            Slug = Slug ?? "",
            Title = Title ?? "",
            TitleEn = TitleEn,
            Kind = Kind,
        };
}
