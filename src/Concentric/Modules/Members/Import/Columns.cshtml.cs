using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Members.Import;

/// <summary>The columns of a list of members, and what holds for rows that do not say it themselves.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class ColumnsPage(ImportDesk desk, ImportWorker<ImportRun> worker, MemberColumns columns)
    : ImportColumnsPage<ImportRun>(desk, worker, columns)
{
    [BindProperty]
    public MembershipLevel Level { get; set; }

    [BindProperty]
    public int Term { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public bool LeaveOutKnown { get; set; }

    public override string At => UploadPage.Address;

    protected override void ShowRest()
    {
        (Level, Term, var start) = Run.Defaults;
        StartsOn = start;
        LeaveOutKnown = Run.LeaveOutKnown;
    }

    protected override void CheckRest()
    {
        if (StartsOn is null && ModelState[nameof(StartsOn)] is not { Errors.Count: > 0 })
            Tell(new Refusal("StartMissing").At(nameof(StartsOn)));
    }

    protected override void KeepRest() => Run.Assume(new RowDefaults(Level, Term, StartsOn!.Value), LeaveOutKnown);

    protected override string Sample(string cell) => ForbiddenNumbers.WhyNotKeep(cell) is null ? cell : "****";
}
