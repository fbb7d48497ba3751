using System.ComponentModel.DataAnnotations;

namespace Concentric.Modules.Portal.Articles;

/// <summary>An article as its form has it.</summary>
public sealed class ArticleFields
{
    /// <summary>Made with the form, so that pictures can be uploaded before the first save.</summary>
    public Guid Id { get; set; }
    public Guid? ColumnId { get; set; }

    [Required]
    public string? Title { get; set; }
    public string? Subtitle { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Summary { get; set; }
    public string? Source { get; set; }
    public string? Author { get; set; }
    public string? Collector { get; set; }
    public string? Editor { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Body { get; set; }

    /// <summary>What was changed; needed where the public reads it already.</summary>
    public string? Note { get; set; }

    internal static ArticleFields Of(Article article) =>
        new()
        {
            Id = article.Id,
            ColumnId = article.ColumnId,
            Title = article.Title,
            Subtitle = article.Subtitle,
            Summary = article.Summary,
            Source = article.Source,
            Author = article.Author,
            Collector = article.Collector,
            Editor = article.Editor,
            Body = article.BodyHtml,
        };

    internal ArticleDetails Details(CleanBody body) =>
        new()
        {
            ColumnId = ColumnId ?? Guid.Empty,
            Title = Title ?? "",
            Subtitle = Subtitle,
            Summary = Summary,
            Source = Source,
            Author = Author,
            Collector = Collector,
            Editor = Editor,
            Body = body,
        };
}
