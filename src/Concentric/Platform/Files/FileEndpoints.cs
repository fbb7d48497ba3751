using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Concentric.Platform.Files;

/// <summary>Answers who may read the files of one kind of record; registered by the module that owns the record.</summary>
public interface IFileOwner
{
    /// <summary>Module and type, for example <c>meetings.meeting</c>.</summary>
    string OwnerType { get; }

    Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor);
}

/// <summary>Gives files to those who may see the record they belong to; to everybody else they are not found.</summary>
internal static class FileEndpoints
{
    internal static void MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/files/{id:guid}/{name}", ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(
        Guid id,
        string name,
        AppDb db,
        FileStore store,
        CurrentActor actor,
        IEnumerable<IFileOwner> owners,
        HttpContext context
    )
    {
        var file = await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, context.RequestAborted);
        var owner = owners.FirstOrDefault(owner => owner.OwnerType == file?.OwnerType);
        if (file is null || owner is null || !await owner.MayReadAsync(file.OwnerId, actor))
            return Results.NotFound();
        var isPicture = file.ContentType.StartsWith("image/", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.File(
            store.Open(file),
            file.ContentType,
            // A picture is shown; anything else is saved, under its own name (RFC 6266).
            isPicture ? null : file.Name,
            file.StoredAt,
            new EntityTagHeaderValue($"\"{file.Sha256[..16]}\"")
        );
    }
}
