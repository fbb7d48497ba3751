namespace Concentric.Platform.Web.Forms;

/// <summary>
/// Text as Chinese input methods leave it. The application runs without culture data, where <c>string.Normalize</c> does not fold
/// full-width forms, so it is done here.
/// </summary>
public static class TypedText
{
    /// <summary>A full-width letter, digit or mark as its plain form; everything else as it is.</summary>
    public static char HalfWidth(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' => ' ',
            _ => c,
        };

    /// <summary>The text with full-width letters, digits and marks made plain, for codes, numbers and searches.</summary>
    public static string HalfWidth(string text) => string.Concat(text.Select(HalfWidth));
}
