using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Takes a list of deployed members.</summary>
[RequirePermission(PlacePermissions.Deploy)]
public sealed class DeploymentUploadPage(ImportDesk desk, DeploymentImporting importing)
    : ImportUploadPage<DeploymentImport>(desk, importing)
{
    internal const string Address = "/office/consultation/deployments/import";

    public override string At => Address;

    protected override DeploymentImport NewRun(string fileName, Doer doer) =>
        new()
        {
            FileName = fileName,
            StartedBy = doer.Name,
            AccountId = doer.AccountId,
            CreatedAt = doer.Now,
        };
}

/// <summary>The columns of such a list, who deploys, and what holds for rows that do not say it.</summary>
[RequirePermission(PlacePermissions.Deploy)]
public sealed class DeploymentColumnsPage(
    ImportDesk desk,
    ImportWorker<DeploymentImport> worker,
    DeploymentColumns columns,
    Deploying deploying
) : ImportColumnsPage<DeploymentImport>(desk, worker, columns)
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public IReadOnlyList<SelectListItem> Offices =>
        [.. deploying.Offices.Select(office => new SelectListItem(office.Name, office.Id))];

    public override string At => DeploymentUploadPage.Address;

    protected override void ShowRest()
    {
        Office =
            Run.DefaultOffice is { Length: > 0 } known ? known
            : Offices is [var only] ? only.Value
            : null;
        (From, Basis) = (Run.DefaultFrom, Run.DefaultBasis);
    }

    protected override void CheckRest()
    {
        if (Offices.All(office => office.Value != Office))
            Tell(new Refusal("DeploymentOfficeMissing").At(nameof(Office)));
        foreach (var fault in Blank.TooLong((nameof(Basis), Basis, Deployment.LongestBasis)))
            Tell(fault);
    }

    protected override void KeepRest() => Run.Assume(Office!, From, Basis);
}

/// <summary>How far such an import is, what is wrong with its rows, and the one button that writes.</summary>
[RequirePermission(PlacePermissions.Deploy)]
public sealed class DeploymentRunPage(ImportDesk desk, ImportWorker<DeploymentImport> worker, DeploymentColumns columns)
    : ImportRunPage<DeploymentImport>(desk, worker, columns)
{
    public override string At => DeploymentUploadPage.Address;
}
