using System.Text;
using Concentric.Platform;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>A sheet in a file, uploaded or named to a command: looked at by what is in it, whatever its name says.</summary>
internal static class SheetFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or why it is none.</summary>
    internal static async Task<(string Text, Refusal? Refusal)> ReadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
            return ("", new Refusal("RuleSheetFileMissing"));
        if (file.Length > SheetReader.LargestSheet)
            return ("", new Refusal("RuleSheetTooLarge", SheetReader.LargestSheet / 1024));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return TextOf(content.ToArray()) is { } text
            ? (text, SheetEdition.WhyNotKeep(text))
            : ("", new Refusal("RuleSheetNoText"));
    }

    /// <summary>The text of a file on this machine, or why it is none.</summary>
    internal static async Task<(string Text, Refusal? Refusal)> ReadAsync(FileInfo file, CancellationToken cancellation) =>
        file.Length > SheetReader.LargestSheet ? ("", new Refusal("RuleSheetTooLarge", SheetReader.LargestSheet / 1024))
        : TextOf(await File.ReadAllBytesAsync(file.FullName, cancellation)) is { } text ? (text, null)
        : ("", new Refusal("RuleSheetNoText"));

    /// <summary>Null when the bytes are no UTF-8 text: a picture, a workbook, or text in another encoding.</summary>
    private static string? TextOf(byte[] content)
    {
        try
        {
            var text = Strict.GetString(content).TrimStart('\uFEFF');
            return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
