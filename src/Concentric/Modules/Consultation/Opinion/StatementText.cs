using System.Text.RegularExpressions;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Looks for what must not stand in a statement that everybody reads.</summary>
public static partial class StatementText
{
    /// <summary>The first phone or identity number, mail address or other long number; none if there is none.</summary>
    public static string? FindPersonal(string text) =>
        Personal().Match(TypedText.HalfWidth(text)) is { Success: true } found ? found.Value.Trim() : null;

    // Digits with gaps and hyphens between, seven or more: phones, identity cards, accounts of chat programs. Amounts and years are shorter.
    [GeneratedRegex(@"\d(?:[ \-]?\d){6,}[Xx]?|[\w.+-]+@[\w-]+\.[\w.]+", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Personal();
}
