using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Takes a list of places.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class PlaceUploadPage(ImportDesk desk, PlaceImporting importing) : ImportUploadPage<PlaceImport>(desk)
{
    internal const string Address = "/office/consultation/places/import";
    private readonly ImportDesk desk = desk;

    public override string At => Address;

    protected override async Task<(PlaceImport Run, Refusal? Refusal)> ReceiveAsync(
        byte[] content,
        string fileName,
        CancellationToken cancellation
    )
    {
        var run = new PlaceImport
        {
            FileName = fileName,
            StartedBy = desk.Actor.Name,
            AccountId = desk.Actor.AccountId,
            CreatedAt = desk.Time.GetUtcNow(),
        };
        return (run, await importing.ReceiveAsync(run, content, cancellation));
    }
}
