namespace Concentric.Platform.Files;

/// <summary>What a file is for: which kinds are taken, and how large they may be.</summary>
public enum FilePurpose
{
    /// <summary>Pictures, PDF and Office papers that prove or explain something; at most 20 MB.</summary>
    Evidence,

    /// <summary>Papers that are handed out, plain text among them; at most 20 MB.</summary>
    Material,

    /// <summary>A picture to be shown; re-encoded without its metadata; at most 10 MB.</summary>
    Picture,

    /// <summary>A table to be imported; at most 10 MB.</summary>
    Sheet,
}

/// <summary>A kind of file as its first bytes tell it: a name ending is never believed.</summary>
public sealed record FileKind(string Id, string ContentType)
{
    public static readonly FileKind Jpeg = new("jpg", "image/jpeg");
    public static readonly FileKind Png = new("png", "image/png");
    public static readonly FileKind Webp = new("webp", "image/webp");
    public static readonly FileKind Pdf = new("pdf", "application/pdf");
    public static readonly FileKind Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static readonly FileKind Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static readonly FileKind Pptx = new(
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    );
    public static readonly FileKind Text = new("txt", "text/plain");

    public bool IsPicture => this == Jpeg || this == Png || this == Webp;
}

/// <summary>Looks into a file to see what it is.</summary>
internal static class FileContent
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The kind, or null if it is none that we take.</summary>
    internal static FileKind? KindOf(byte[] content)
    {
        ReadOnlySpan<byte> start = content;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (start.StartsWith(PngStart))
            return FileKind.Png;
        if (start.StartsWith("RIFF"u8) && content.Length > 12 && start[8..12].SequenceEqual("WEBP"u8))
            return FileKind.Webp;
        if (start.StartsWith("%PDF-"u8))
            return FileKind.Pdf;
        if (start.StartsWith("PK\x03\x04"u8))
            return OfficeKind(content);
        return IsText(content) ? FileKind.Text : null;
    }

    /// <summary>An Office paper is an archive with a main part of its own; any other archive is refused.</summary>
    private static FileKind? OfficeKind(byte[] content)
    {
        try
        {
            using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(content, writable: false));
            // An archive that unpacks to a hundred times its size is a bomb, not a paper.
            if (
                archive.Entries.Count > 5000
                || archive.Entries.Sum(entry => entry.Length) > 100L * Math.Max(content.Length, 1 << 20)
            )
                return null;
            return archive.GetEntry("word/document.xml") is not null ? FileKind.Docx
                : archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx
                : archive.GetEntry("ppt/presentation.xml") is not null ? FileKind.Pptx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsText(byte[] content) =>
        content.Length > 0 && !content.AsSpan(0, Math.Min(content.Length, 8192)).Contains((byte)0);
}
