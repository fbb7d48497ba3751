using Concentric.Platform.Web;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>What the parts of a sheet are called in the reader's language.</summary>
internal static class SheetNames
{
    /// <summary>The English name for a reader of English where the sheet has one; else the Chinese one.</summary>
    internal static string Name(this INamedPart part) => Language.IsEnglish ? part.TitleEn ?? part.Title : part.Title;

    /// <summary>The <c>lang</c> of the name where it is not the page's: a Chinese name in an English page. Null for the page's own.</summary>
    internal static string? NameLanguage(this INamedPart part) =>
        Language.IsEnglish && part.TitleEn is null ? Language.Chinese : null;
}
