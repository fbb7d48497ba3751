using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>Takes a list of past duties.</summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class DutyUploadPage(ImportDesk desk, DutyImporting importing) : ImportUploadPage<DutyImport>(desk)
{
    internal const string Address = "/office/appraisal/duties/import";
    private readonly ImportDesk desk = desk;

    public override string At => Address;

    protected override async Task<(DutyImport Run, Refusal? Refusal)> ReceiveAsync(
        byte[] content,
        string fileName,
        CancellationToken cancellation
    )
    {
        var run = new DutyImport
        {
            FileName = fileName,
            StartedBy = desk.Actor.Name,
            AccountId = desk.Actor.AccountId,
            CreatedAt = desk.Time.GetUtcNow(),
        };
        return (run, await importing.ReceiveAsync(run, content, cancellation));
    }
}
