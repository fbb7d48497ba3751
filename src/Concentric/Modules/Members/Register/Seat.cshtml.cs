using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Register;

/// <summary>Edits a seat: level, term, sector, duty, first day.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class SeatPage(AppDb db, MemberRegister register, MembersApi members, MemberChoices choices) : MemberFormPage
{
    [BindProperty]
    public SeatForm Seat { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (await FindAsync(id, seatId, cancellation) is not { } seat)
            return NotFound();
        Seat = SeatForm.Of(seat);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        if (await FindAsync(id, seatId, cancellation) is not { } seat)
            return NotFound();
        // A sector that the actor may not see is not in the form and stays.
        if (!choices.SeesSector(seat.Sector))
            Seat.Sector = seat.Sector;
        TellAll("Seat", Seat.WhyNot(register));
        if (ModelState.IsValid && seat.WhyNotDescribe(Seat.Read()) is { } refusal)
            TellAll("Seat", [refusal]);
        if (!ModelState.IsValid)
            return Page();
        db.ExpectVersion(seat, Seat.Version);
        seat.Describe(Seat.Read());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowBothAsync(seatId, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            Tell(new Refusal("SeatHeldAlready", Person.Name, Seat.Term).At("Seat.Term"));
            return Page();
        }

        Flash("Member.Saved", Person.Name);
        return GoTo($"/office/members/{id}");
    }

    private async Task<IActionResult> ShowBothAsync(Guid seatId, CancellationToken cancellation)
    {
        var saved = await db.Set<Membership>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == seatId, cancellation);
        if (saved is null)
            return NotFound();
        Seat.Version = saved.Version;
        ModelState.Remove("Seat.Version");
        Tell(
            new Refusal(
                "SeatChangedMeanwhile",
                members.LevelTitle(saved.Level),
                saved.Term,
                members.SectorTitle(saved.Sector),
                members.DutyTitle(saved.Duty),
                DisplayDay(saved.StartsOn)
            )
        );
        return Page();
    }

    private static string DisplayDay(DateOnly day) => Platform.Web.DisplayFormat.ShortDate(day);

    private async Task<Membership?> FindAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        var seat = await db.Set<Membership>()
            .Include(row => row.Person)
            .ThenInclude(person => person.Memberships)
            .SingleOrDefaultAsync(row => row.Id == seatId && row.PersonId == id, cancellation);
        if (seat is not null)
            Person = seat.Person;
        return seat;
    }
}
