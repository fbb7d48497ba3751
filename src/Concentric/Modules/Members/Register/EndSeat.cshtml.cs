using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Members.Register;

/// <summary>Ends a seat on a day for a reason, or takes back an ending that was a mistake.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class EndSeatPage(AppDb db, CurrentCommittee committee, CurrentActor actor, TimeProvider time) : SeatActPage(db)
{
    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? EndReason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        EndsOn = committee.Today(time);
        Version = Seat.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        if (EndsOn is null && ModelState[nameof(EndsOn)] is not { Errors.Count: > 0 })
            Tell(new Refusal("DayMissing").At(nameof(EndsOn)));
        else if (EndsOn is { } day && Seat.WhyNotEnd(day, EndReason) is { } refusal)
            Tell(refusal);
        if (!ModelState.IsValid)
            return Page();
        actor.Reason = EndReason;
        Seat.End(EndsOn!.Value, EndReason!);
        return await SaveAsync("Seat.Ended", cancellation);
    }

    public async Task<IActionResult> OnPostResumeAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, seatId, cancellation))
            return NotFound();
        if (Seat.WhyNotResume() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        Seat.Resume();
        return await SaveAsync("Seat.Resumed", cancellation);
    }
}
