using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.My;

/// <summary>A member's own data: what is kept and why, who looked, a copy to take along, and the way to have it corrected.</summary>
[RequireSignIn]
public sealed class MyFilePage(
    AppDb db,
    MaskedFields masked,
    SectorList sectors,
    PersonalDataRegistry registry,
    CurrentActor actor,
    TimeProvider time
) : AppPage
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Nothing for an account that is no member's.</summary>
    public Person? Person { get; private set; }

    public ShownFields Shown { get; private set; } = new(null, null, null, null, null);

    public IReadOnlyList<FieldLook> Looks { get; private set; } = [];

    public IReadOnlyList<CorrectionRequest> Requests { get; private set; } = [];

    public IReadOnlyList<PersonalDataField> Registry => registry.All;

    public string TitlesOf(FieldLook look) => masked.Titles(look.Fields);

    // One's own sector is shown to oneself, whatever it is.
    public string SectorOf(Membership seat) => sectors.Find(seat.Sector)?.Name ?? seat.Sector;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Person is null)
            return NotFound();
        if (CorrectionRequest.WhyNotAsk(Text) is { } refusal)
        {
            Tell(refusal.At(nameof(Text)));
            return Page();
        }

        db.Add(
            new CorrectionRequest
            {
                PersonId = Person.Id,
                AccountId = actor.AccountId,
                Text = Text!.Trim(),
                AskedAt = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellation);
        Flash("Correction.Sent");
        return GoTo("/my/file");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (actor.PersonId is not { } id)
            return;
        Person = await db.Set<Person>()
            .AsNoTracking()
            .Include(row => row.Memberships)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (Person is null)
            return;
        Shown = masked.Open(Person);
        Looks = await db.Set<FieldLook>()
            .AsNoTracking()
            .Where(look => look.PersonId == id)
            .OrderByDescending(look => look.At)
            .Take(20)
            .ToListAsync(cancellation);
        Requests = await db.Set<CorrectionRequest>()
            .AsNoTracking()
            .Where(request => request.PersonId == id)
            .OrderByDescending(request => request.AskedAt)
            .Take(5)
            .ToListAsync(cancellation);
    }
}
