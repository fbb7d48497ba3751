using Concentric.Platform;
using Concentric.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Register;

/// <summary>A page on which one verb of a seat is done, or taken back. A form that has become stale is told so, and keeps what was typed.</summary>
public abstract class SeatActPage(AppDb db) : MemberFormPage
{
    [BindProperty]
    public int Version { get; set; }

    public Membership Seat { get; private set; } = null!;

    private protected async Task<bool> LoadAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        Seat = (
            await db.Set<Membership>()
                .Include(row => row.Person)
                .Include(row => row.EarlierDuties)
                .SingleOrDefaultAsync(row => row.Id == seatId && row.PersonId == id, cancellation)
        )!;
        return Seat is not null;
    }

    /// <param name="told">The key of the words that say what was done, of the member's name.</param>
    private protected async Task<IActionResult> SaveAsync(string told, CancellationToken cancellation)
    {
        db.ExpectVersion(Seat, Version);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(Seat.PersonId, Seat.Id, cancellation);
            Version = Seat.Version;
            ModelState.Remove(nameof(Version));
            Tell(new Refusal("ChangedMeanwhile"));
            return Page();
        }

        Flash(told, Seat.Person.Name);
        return GoTo($"/office/members/{Seat.PersonId}");
    }
}
