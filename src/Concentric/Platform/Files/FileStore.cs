using System.Security.Cryptography;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using SkiaSharp;

namespace Concentric.Platform.Files;

/// <summary>Where files are kept: a folder outside the web root, one below it per committee.</summary>
public sealed record FilesFolder(string Root)
{
    public static FilesFolder FromEnvironment() => new(Environment.GetEnvironmentVariable("CONCENTRIC_FILES") ?? "var/files");
}

/// <summary>
/// Takes files in and gives them out. The row is added to the caller's save; a file whose save fails is an orphan that
/// nobody can reach and that the nightly job removes.
/// </summary>
public sealed class FileStore(AppDb db, CurrentCommittee committee, CurrentActor actor, FilesFolder folder, TimeProvider time)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Pictures are made no larger than this on their longer side, in pixels.</summary>
    private const int LongestSide = 2400;

    /// <summary>Checks the content, writes it, and adds its row to the next save.</summary>
    public async Task<(StoredFile? File, Refusal? Refusal)> StoreAsync(
        IFormFile upload,
        FilePurpose purpose,
        string ownerType,
        Guid ownerId,
        CancellationToken cancellation = default
    )
    {
        if (upload.Length == 0)
            return (null, new Refusal("FileEmpty"));
        if (upload.Length > MostBytes(purpose))
            return (null, new Refusal("FileTooLarge", MostBytes(purpose) / Megabyte));
        using var buffer = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(buffer, cancellation);
        return await StoreAsync(buffer.ToArray(), upload.FileName, purpose, ownerType, ownerId, cancellation);
    }

    /// <summary>The same for bytes that are here already.</summary>
    public async Task<(StoredFile? File, Refusal? Refusal)> StoreAsync(
        byte[] content,
        string name,
        FilePurpose purpose,
        string ownerType,
        Guid ownerId,
        CancellationToken cancellation = default
    )
    {
        var kind = FileContent.KindOf(content);
        if (kind is null || !Takes(purpose, kind, name))
            return (null, new Refusal(RefusalOf(purpose)));
        if (kind.IsPicture && WithoutMetadata(content) is var cleaned)
        {
            if (cleaned is null)
                return (null, new Refusal("FileNoPicture"));
            (content, kind) = (cleaned, FileKind.Jpeg);
        }

        var file = new StoredFile
        {
            OwnerType = ownerType,
            OwnerId = ownerId,
            Name = SafeName(name, kind),
            ContentType = kind.ContentType,
            Length = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            StoredAt = time.GetUtcNow(),
            StoredBy = actor.AccountId,
        };
        var path = PathOf(file.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellation);
        db.StoredFiles.Add(file);
        return (file, null);
    }

    /// <summary>The content of a file of this committee.</summary>
    /// <exception cref="FileNotFoundException">The file is gone from the disk.</exception>
    public Stream Open(StoredFile file) => File.OpenRead(PathOf(file.Id));

    /// <summary>Removes the content of a file whose row is gone.</summary>
    public void Erase(StoredFile file) => File.Delete(PathOf(file.Id));

    private string PathOf(Guid id) => Path.Combine(Path.GetFullPath(folder.Root), committee.Id.ToString("N"), id.ToString("N"));

    private static int MostBytes(FilePurpose purpose) =>
        purpose is FilePurpose.Evidence or FilePurpose.Material ? 20 * Megabyte : 10 * Megabyte;

    private static bool Takes(FilePurpose purpose, FileKind kind, string name) =>
        purpose switch
        {
            FilePurpose.Picture => kind.IsPicture,
            FilePurpose.Sheet => kind == FileKind.Xlsx || kind == FileKind.Text,
            FilePurpose.Evidence => kind != FileKind.Text,
            // Text has no first bytes of its own: a web page that is called a picture is text too, but it is not what it says.
            _ => kind != FileKind.Text || Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".csv",
        };

    private static string RefusalOf(FilePurpose purpose) =>
        purpose switch
        {
            FilePurpose.Picture => "FileNoPicture",
            FilePurpose.Sheet => "FileNoSheet",
            FilePurpose.Material => "FileNoMaterial",
            _ => "FileKindRefused",
        };

    /// <summary>The picture drawn anew: no place, no camera, no hidden text. Null if it cannot be drawn.</summary>
    private static byte[]? WithoutMetadata(byte[] content)
    {
        using var codec = SKCodec.Create(new MemoryStream(content));
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > 60_000_000)
            return null;
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null)
            return null;
        var scale = Math.Min(1, (double)LongestSide / Math.Max(decoded.Width, decoded.Height));
        using var sized = decoded.Resize(
            new SKImageInfo(Math.Max(1, (int)(decoded.Width * scale)), Math.Max(1, (int)(decoded.Height * scale))),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        using var upright = Upright(sized, codec.EncodedOrigin);
        using var encoded = upright.Encode(SKEncodedImageFormat.Jpeg, 85);
        return encoded?.ToArray();
    }

    /// <summary>Phones store what the lens saw and note in the metadata how it was held; the note goes, so the picture is turned.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (turn, mirrored) = origin switch
        {
            SKEncodedOrigin.TopRight => (0, true),
            SKEncodedOrigin.BottomRight => (180, false),
            SKEncodedOrigin.BottomLeft => (180, true),
            SKEncodedOrigin.LeftTop => (90, true),
            SKEncodedOrigin.RightTop => (90, false),
            SKEncodedOrigin.RightBottom => (270, true),
            SKEncodedOrigin.LeftBottom => (270, false),
            _ => (0, false),
        };
        var sideways = turn is 90 or 270;
        var upright = new SKBitmap(sideways ? picture.Height : picture.Width, sideways ? picture.Width : picture.Height);
        using var canvas = new SKCanvas(upright);
        canvas.Translate(upright.Width / 2f, upright.Height / 2f);
        canvas.RotateDegrees(turn);
        canvas.Scale(mirrored ? -1 : 1, 1);
        canvas.DrawBitmap(picture, -picture.Width / 2f, -picture.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear));
        return upright;
    }

    /// <summary>The name shown to people: no path, no control characters, the ending of what it is.</summary>
    private static string SafeName(string name, FileKind kind)
    {
        var stem = string.Concat(
                Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]).Where(character => !char.IsControl(character))
            )
            .Trim();
        if (stem.Length == 0)
            stem = "file";
        return (stem.Length > 120 ? stem[..120] : stem)
            + "."
            + (kind == FileKind.Text && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : kind.Id);
    }
}
