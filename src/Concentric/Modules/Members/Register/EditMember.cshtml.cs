using Concentric.Modules.Members.MemberFile;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.Register;

/// <summary>Edits a person. A form that has become stale shows what the other one wrote beside what was typed.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class EditMemberPage(
    AppDb db,
    MemberRegister register,
    MaskedFields masked,
    ContactSeal seal,
    PartyList parties,
    CurrentActor actor,
    IStringLocalizer<MembersTexts> texts
) : MemberFormPage
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<TwoVersions> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } person)
            return NotFound();
        Person = person;
        Input = PersonForm.Of(person, seal, actor);
        await WriteLookAsync(cancellation);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (person is null)
            return NotFound();
        Person = person;
        var (details, unreadable) = Input.Read(person, seal, actor);
        TellAll("Input", [unreadable, .. register.WhyNot(details)]);
        if (!ModelState.IsValid)
            return Page();
        db.ExpectVersion(person, Input.Version);
        await register.DescribeAsync(person, details, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowBothAsync(id, cancellation);
        }

        Flash("Member.Saved", person.Name);
        return GoTo($"/office/members/{id}");
    }

    /// <summary>Keeps what was typed, shows what was saved meanwhile, and lets the next press decide.</summary>
    private async Task<IActionResult> ShowBothAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } saved)
            return NotFound();
        Person = saved;
        var theirs = Lines(PersonForm.Of(saved, seal, actor));
        Differences = [.. Lines(Input).Zip(theirs, (mine, other) => new TwoVersions(mine.Label, other.Value, mine.Value))];
        Input.Version = saved.Version;
        ModelState.Remove("Input.Version");
        if (Differences.All(line => (line.Saved ?? "") == (line.Typed ?? "")))
            Tell(new Refusal("ChangedMeanwhile"));
        return Page();
    }

    private IEnumerable<(string Label, string? Value)> Lines(PersonForm form) =>
        [
            (texts["Name"], form.Name),
            (texts["Sex"], form.Sex is { } sex ? texts["Sex." + sex].Value : null),
            (texts["BornIn"], form.BornIn),
            (texts["Party"], parties.Find(form.Party)?.Name),
            (texts["Ethnicity"], form.Ethnicity),
            (texts["Education"], form.Education),
            (texts["Unit"], form.Unit),
            (texts["Post"], form.Post),
            (texts["Place"], form.ResidentPlace),
            (texts["Phone"], form.Phone),
            (texts["Email"], form.Email),
            (texts["Address"], form.Address),
        ];

    private Task<Person?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    // A form that shows contacts in the clear is a look at them.
    private Task WriteLookAsync(CancellationToken cancellation)
    {
        var kinds = new List<MaskedKind>();
        if (Person.PhoneSealed is not null || Person.EmailSealed is not null || Person.AddressSealed is not null)
            kinds.Add(MaskedKind.Contacts);
        if (Person.Party is not null || Person.Ethnicity is not null)
            kinds.Add(MaskedKind.Sensitive);
        return masked.LookAsync(Person, kinds, cancellation);
    }
}
