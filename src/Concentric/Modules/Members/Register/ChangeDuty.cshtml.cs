using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Members.Register;

/// <summary>任职变动: gives a seat another duty from a day, or takes back a change that was a mistake.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class ChangeDutyPage(
    AppDb db,
    MemberChoices choices,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
) : SeatActPage(db)
{
    [BindProperty]
    public MemberDuty? NewDuty { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public IReadOnlyList<SelectListItem> Duties => choices.Duties();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        (NewDuty, Version) = (Seat.Duty, Seat.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
            Tell(new Refusal("DayMissing").At(nameof(From)));
        else if (From is { } day && Seat.WhyNotChangeDuty(NewDuty ?? Seat.Duty, day, Basis, committee.Today(time)) is { } refusal)
            Tell(refusal);
        if (!ModelState.IsValid)
            return Page();
        actor.Reason = Basis;
        Seat.ChangeDuty(NewDuty ?? Seat.Duty, From!.Value, Basis!, committee.Today(time), Doer.Of(actor, time));
        return await SaveAsync("Seat.Duty.Changed", cancellation);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        if (Seat.WhyNotTakeBackDutyChange() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        Seat.TakeBackDutyChange();
        return await SaveAsync("Seat.Duty.TakenBack", cancellation);
    }
}
