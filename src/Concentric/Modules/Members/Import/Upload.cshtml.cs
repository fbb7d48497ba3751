using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Members.Import;

/// <summary>Takes a list of members.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class UploadPage(ImportDesk desk, MemberImport import) : ImportUploadPage<ImportRun>(desk, import)
{
    internal const string Address = "/office/members/import";
    private readonly ImportDesk desk = desk;

    public override string At => Address;

    protected override ImportRun NewRun(string fileName, Doer doer)
    {
        var run = new ImportRun
        {
            FileName = fileName,
            StartedBy = doer.Name,
            AccountId = doer.AccountId,
            CreatedAt = doer.Now,
        };
        run.Assume(RowDefaults.Of(desk.Committee.Value), leaveOutKnown: false);
        return run;
    }
}
