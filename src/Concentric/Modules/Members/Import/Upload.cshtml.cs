using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Members.Import;

/// <summary>Takes a list of members.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class UploadPage(ImportDesk desk, MemberImport import) : ImportUploadPage<ImportRun>(desk)
{
    internal const string Address = "/office/members/import";
    private readonly ImportDesk desk = desk;

    public override string At => Address;

    protected override async Task<(ImportRun Run, Refusal? Refusal)> ReceiveAsync(
        byte[] content,
        string fileName,
        CancellationToken cancellation
    )
    {
        var run = new ImportRun
        {
            FileName = fileName,
            StartedBy = desk.Actor.Name,
            AccountId = desk.Actor.AccountId,
            CreatedAt = desk.Time.GetUtcNow(),
        };
        run.Assume(RowDefaults.Of(desk.Committee.Value), leaveOutKnown: false);
        return (run, await import.ReceiveAsync(run, content, cancellation));
    }
}
