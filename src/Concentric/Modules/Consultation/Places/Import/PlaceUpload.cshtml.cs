using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Takes a list of places.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class PlaceUploadPage(ImportDesk desk, PlaceImporting importing) : ImportUploadPage<PlaceImport>(desk, importing)
{
    internal const string Address = "/office/consultation/places/import";

    public override string At => Address;

    protected override PlaceImport NewRun(string fileName, Doer doer) =>
        new()
        {
            FileName = fileName,
            StartedBy = doer.Name,
            AccountId = doer.AccountId,
            CreatedAt = doer.Now,
        };
}
