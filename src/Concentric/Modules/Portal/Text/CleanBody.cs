namespace Concentric.Modules.Portal;

/// <summary>
/// The body of an article after cleaning: the only form in which an article takes one. Made by <see cref="BodyCleaner"/>.
/// </summary>
public sealed record CleanBody
{
    internal CleanBody(string html, string text) => (Html, Text) = (html, text);

    /// <summary>Nothing but the tags and attributes of the allow-list; pictures of this site alone.</summary>
    public string Html { get; }

    /// <summary>The words alone, a line for each paragraph.</summary>
    public string Text { get; }

    /// <summary>The first picture, by its file.</summary>
    public Guid? FirstPicture { get; init; }

    /// <summary>What cleaning took away, so that it can be told.</summary>
    public CleaningReport Report { get; init; } = new();
}

/// <summary>What cleaning took away.</summary>
public sealed record CleaningReport
{
    /// <summary>Pictures that are not of this site: WeChat's, Word's, other sites'.</summary>
    public int PicturesDropped { get; init; }

    /// <summary>Scripts, handlers, frames and forms: what could have done something.</summary>
    public int DangersRemoved { get; init; }
}
