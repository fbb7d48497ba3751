using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>One deployment: ends it, or withdraws one that was entered wrongly.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class OneDeploymentPage(PlaceDesk desk, Deploying deploying, OfficeList offices) : AppPage, IEndingPage
{
    [BindProperty]
    public EndingFields End { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public Deployment Deployment { get; private set; } = null!;
    public Place Place { get; private set; } = null!;
    public IReadOnlyList<PlaceStep> Steps { get; private set; } = [];

    /// <summary>The fact it told, also one that is retracted by now.</summary>
    public long? FactIndex { get; private set; }

    public Refusal? WhyNotOwn => deploying.WhyNotOwn(Deployment);
    public string OfficeTitle => offices.TitleOf(Deployment.Office);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        End.Day = desk.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation)
    {
        if (!desk.Actor.Can(PlacePermissions.Deploy) || !await LoadAsync(id, cancellation))
            return NotFound();
        if ((Deployment.WhyNotEnd() ?? WhyNotOwn) is { } refusal)
            Tell(refusal);
        else if (End.Ending.Fault(Deployment.From, desk.Today) is { } fault)
            Tell(fault.At("End." + fault.Field));
        if (!ModelState.IsValid)
            return Page();
        return await SaveAsync(() => deploying.EndAsync(Deployment, End.Ending, cancellation), "Deployment.HasEnded");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!desk.Actor.Can(PlacePermissions.Deploy) || !await LoadAsync(id, cancellation))
            return NotFound();
        if ((Deployment.WhyNotWithdraw() ?? WhyNotOwn) is { } refusal)
            Tell(refusal);
        else if (string.IsNullOrWhiteSpace(Why))
            Tell(new Refusal("EndReasonMissing").At(nameof(Why)));
        else if (Why.Trim().Length > Place.LongestReason)
            Tell(new Refusal("TooLong", Place.LongestReason, Why.Trim().Length).At(nameof(Why)));
        if (!ModelState.IsValid)
            return Page();
        return await SaveAsync(() => deploying.WithdrawAsync(Deployment, Why!, cancellation), "Deployment.WasWithdrawn");
    }

    /// <summary>Saves unless a colleague ended it in the same moment: then the page shows what was done.</summary>
    private async Task<IActionResult> SaveAsync(Func<Task> act, string told)
    {
        try
        {
            await act();
            Flash(told, Deployment.MemberName);
        }
        catch (DbUpdateConcurrencyException)
        {
            Warn("Deployment.ChangedMeanwhile", Deployment.MemberName);
        }

        return GoTo($"/office/consultation/deployments/{Deployment.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Db.Set<Deployment>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } deployment)
            return false;
        Deployment = deployment;
        Place = await desk.PlaceOfAsync(deployment.PlaceId, cancellation);
        Steps = await desk.StepsAsync([id], cancellation);
        FactIndex = await desk
            .Db.Facts.Where(fact => fact.SourceType == Deployment.SourceType && fact.SourceId == id && fact.RetractsId == null)
            .Select(fact => (long?)fact.Index)
            .FirstOrDefaultAsync(cancellation);
        return true;
    }
}
