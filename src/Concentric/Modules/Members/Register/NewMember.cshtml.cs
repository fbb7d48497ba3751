using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.Register;

/// <summary>Registers a person with a first seat, and warns when the person seems to be registered already.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class NewMemberPage(
    AppDb db,
    MemberRegister register,
    MembersApi members,
    ContactSeal seal,
    CurrentActor actor,
    CurrentCommittee committee,
    IStringLocalizer<MembersTexts> texts
) : MemberFormPage
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public SeatForm Seat { get; set; } = new();

    /// <summary>The person at the desk has looked at those who seem to be the same.</summary>
    [BindProperty]
    public bool IsSomebodyElse { get; set; }

    public IReadOnlyList<LookAlike> LookAlikes { get; private set; } = [];

    public void OnGet()
    {
        Seat.Term = committee.Value.Term;
        Seat.StartsOn = committee.Value.TermFrom is var year and > 1948 ? new DateOnly(year, 1, 1) : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (person, unreadable) = Input.Read(present: null, seal, actor);
        TellAll("Input", [unreadable, .. register.WhyNot(person)]);
        TellAll("Seat", Seat.WhyNot(register));
        if (!ModelState.IsValid)
            return Page();
        if (!IsSomebodyElse)
        {
            LookAlikes = [.. (await register.LookAlikesAsync(person, cancellation)).Select(Shown)];
            if (LookAlikes.Count > 0)
            {
                Tell(new Refusal("SeemsRegistered", person.Name).At("IsSomebodyElse"));
                return Page();
            }
        }

        var added = await register.AddAsync(person, cancellation);
        register.Appoint(added, Seat.Read());
        await db.SaveChangesAsync(cancellation);
        Flash("Member.Added", added.Name);
        return GoTo($"/office/members/{added.Id}");
    }

    private LookAlike Shown(Person person) =>
        new(
            person.Id,
            person.Name,
            person.Unit,
            [.. person.Memberships.Select(seat => members.LevelTitle(seat.Level) + " " + texts["Term.Nth", seat.Term])]
        );
}

/// <summary>Somebody registered who may be the same person.</summary>
public sealed record LookAlike(Guid Id, string Name, string? Unit, IReadOnlyList<string> Seats);
