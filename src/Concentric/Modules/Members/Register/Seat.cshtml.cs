using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.Register;

/// <summary>Edits a seat: level, term, sector, duty, first day.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class SeatPage(
    AppDb db,
    MemberRegister register,
    MembersApi members,
    MemberChoices choices,
    IStringLocalizer<MembersTexts> texts
) : MemberFormPage
{
    [BindProperty]
    public SeatForm Seat { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<TwoVersions> Differences { get; private set; } = [];

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
        Differences =
        [
            .. Lines(SeatForm.Of(saved)).Zip(Lines(Seat), (other, mine) => new TwoVersions(mine.Label, other.Value, mine.Value)),
        ];
        return Page();
    }

    private IEnumerable<(string Label, string? Value)> Lines(SeatForm form) =>
        [
            (texts["Level"], members.LevelTitle(form.Level)),
            (texts["Term"], texts["Term.Nth", form.Term]),
            (texts["Sector"], form.Sector is null ? null : members.SectorTitle(form.Sector)),
            (texts["Duty"], members.DutyTitle(form.Duty)),
            (texts["StartsOn"], form.StartsOn is { } day ? DisplayFormat.ShortDate(day) : null),
        ];

    private async Task<Membership?> FindAsync(Guid id, Guid seatId, CancellationToken cancellation)
    {
        var seat = await db.Set<Membership>()
            .Include(row => row.Person)
                .ThenInclude(person => person.Memberships)
            .Include(row => row.EarlierDuties)
            .AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Id == seatId && row.PersonId == id, cancellation);
        if (seat is not null)
            Person = seat.Person;
        return seat;
    }
}
