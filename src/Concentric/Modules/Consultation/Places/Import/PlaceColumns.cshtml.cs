using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>What the columns of a list of places mean.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class PlaceColumnsPage(ImportDesk desk, ImportWorker<PlaceImport> worker, PlaceColumns columns)
    : ImportColumnsPage<PlaceImport>(desk, worker, columns)
{
    public override string At => PlaceUploadPage.Address;
}
