using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>How far an import of places is, what is wrong with its rows, and the one button that writes.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class PlaceRunPage(ImportDesk desk, ImportWorker<PlaceImport> worker, PlaceColumns columns)
    : ImportRunPage<PlaceImport>(desk, worker, columns)
{
    public override string At => PlaceUploadPage.Address;
}
