namespace Concentric.Modules.Portal.Demo;

/// <summary><c>data/demo/articles.yaml</c></summary>
internal sealed class ArticlePlans
{
    public Dictionary<string, List<ArticlePlan>> Committees { get; set; } = [];
}

/// <summary>One article of the demo world and how far it has come.</summary>
internal sealed class ArticlePlan
{
    public string Title { get; set; } = "";
    public string Column { get; set; } = "";
    public string Day { get; set; } = "";
    public string Author { get; set; } = "";
    public string Body { get; set; } = "";

    /// <summary>What its picture shows; empty for none.</summary>
    public string Picture { get; set; } = "";
    public string End { get; set; } = "published";
    public string Reason { get; set; } = "";
    public string PublishAt { get; set; } = "";
    public TextChange? Edit { get; set; }
    public TextChange? Correct { get; set; }
}

/// <summary>Words that were changed.</summary>
internal sealed class TextChange
{
    public string From { get; set; } = "";
    public string To { get; set; } = "";
    public string Note { get; set; } = "";
}
