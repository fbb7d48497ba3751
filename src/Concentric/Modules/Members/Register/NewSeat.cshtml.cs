using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Register;

/// <summary>Gives a registered person a further seat: another level, or another term.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class NewSeatPage(AppDb db, MemberRegister register, CurrentCommittee committee) : MemberFormPage
{
    [BindProperty]
    public SeatForm Seat { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Seat.Term = committee.Value.Term;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        TellAll("Seat", [.. Seat.WhyNot(register), Person.WhyNotAppoint(Seat.Level, Seat.Term)?.At(nameof(Seat.Term))]);
        if (!ModelState.IsValid)
            return Page();
        register.Appoint(Person, Seat.Read());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            Tell(new Refusal("SeatHeldAlready", Person.Name, Seat.Term).At("Seat.Term"));
            return Page();
        }

        Flash("Seat.Added", Person.Name);
        return GoTo($"/office/members/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Person = (
            await db.Set<Person>().Include(row => row.Memberships).SingleOrDefaultAsync(row => row.Id == id, cancellation)
        )!;
        return Person is not null;
    }
}
