using Concentric.Modules.Appraisal.Duties.Records;
using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Concentric.Modules.Appraisal.Duties.Mine;

/// <summary>A member tells of something that the office has not recorded. What the office knows need not be told.</summary>
[RequireSignIn]
public sealed class ReportDutyPage(DutyDesk desk) : AppPage
{
    [BindProperty]
    public DutyForm Input { get; set; } = new();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (desk.Actor.PersonId is null)
            context.Result = NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var details = (Input.ToDetails() with { Members = [], Contact = null }).Tidy();
        var seats = await desk.Book.SeatsAsync(details.OccurredOn, cancellation);
        var own = seats.Values.FirstOrDefault(seat => seat.PersonId == desk.Actor.PersonId);
        var faults = DutyFaults.OfReport(details, desk.Book.Today).ToList();
        if (own is null && faults.TrueForAll(fault => fault.Field != nameof(DutyDetails.OccurredOn)))
            faults.Add(new Refusal("DutyOwnSeatNotHeld").At(nameof(DutyDetails.OccurredOn)));
        TellBeside("Input", faults);
        if (!ModelState.IsValid)
            return Page();
        var record = DutyRecord.Report(details with { Members = [MemberOf(own!)] }, desk.Book.Today, desk.Doer);
        desk.Db.Add(record);
        foreach (var upload in Input.Files)
        {
            var (_, refusal) = await desk.Files.StoreAsync(
                upload,
                FilePurpose.Evidence,
                DutyRecord.SourceType,
                record.OriginId,
                cancellation
            );
            if (refusal is null)
                continue;
            Tell(refusal.At("Input.Files"));
            return Page();
        }

        await desk.Db.SaveChangesAsync(cancellation);
        Flash("MyDuties.Sent");
        return GoTo("/my/duties/" + record.Id);
    }

    private static DutyMember MemberOf(Concentric.Modules.Members.SeatHeld seat) =>
        new()
        {
            MembershipId = seat.MembershipId,
            PersonId = seat.PersonId,
            Name = seat.Name,
        };
}
