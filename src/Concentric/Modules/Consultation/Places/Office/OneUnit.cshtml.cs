using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A contact as this reader may see it; the number is masked until somebody who may asks for it.</summary>
public sealed record ShownContact(Guid Id, string Name, string? Post, string? Phone, bool SignsIn);

/// <summary>One handling unit: its contacts, who signs in for it, what was done.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class OneUnitPage(PlaceDesk desk, PlaceAccess access, PersonalDataSeal seal) : AppPage, IEndingPage
{
    private const string InvitationKey = "UnitInvitation";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Tasks { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ContactFields Contact { get; set; } = new();

    [BindProperty]
    public EndingFields End { get; set; } = new();

    public HandlingUnit Unit { get; private set; } = null!;
    public IReadOnlyList<ShownContact> People { get; private set; } = [];
    public IReadOnlyList<HeldAccount> Holders { get; private set; } = [];
    public IReadOnlyList<PlaceStep> Steps { get; private set; } = [];

    /// <summary>Whether the numbers are shown this once.</summary>
    public bool IsOpenToRead { get; private set; }

    /// <summary>Shown once, right after it was made: only its hash is kept.</summary>
    public string? InvitationAddress { get; private set; }
    public DateOnly Today => desk.Today;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        await ShowAsync(cancellation);
        InvitationAddress = TempData[InvitationKey] as string;
        return Page();
    }

    /// <summary>Shows the numbers in the clear this once and leaves a step that says who looked.</summary>
    public async Task<IActionResult> OnPostLookAsync(string slug, CancellationToken cancellation)
    {
        if (!desk.Actor.Can(PlacePermissions.ReadContacts) || !await LoadAsync(slug, cancellation))
            return NotFound();
        desk.Db.Add(PlaceStep.Of(Unit.Id, PlaceVerb.ContactSeen, desk.Doer));
        await desk.Db.SaveChangesAsync(cancellation);
        IsOpenToRead = true;
        Response.Headers.CacheControl = "no-store";
        ModelState.Clear();
        await ShowAsync(cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync(string slug, CancellationToken cancellation) =>
        DoAsync(
            slug,
            new UnitDetails(Name, Tasks).Faults(),
            () =>
            {
                desk.Db.ExpectVersion(Unit, Version);
                desk.Db.Add(Unit.Change(new UnitDetails(Name, Tasks), desk.Doer));
                Flash("Unit.Saved", Unit.Name);
                return desk.Db.SaveChangesAsync(cancellation);
            },
            cancellation
        );

    public Task<IActionResult> OnPostCloseAsync(string slug, CancellationToken cancellation) =>
        DoAsync(
            slug,
            End.Ending.Fault(null, desk.Today) is { } fault ? [fault.At("End." + fault.Field)] : [],
            () =>
            {
                desk.Db.Add(Unit.Close(End.Ending, desk.Today, desk.Doer));
                Flash("Unit.WasClosed", Unit.Name);
                return desk.Db.SaveChangesAsync(cancellation);
            },
            cancellation
        );

    public Task<IActionResult> OnPostContactAsync(string slug, CancellationToken cancellation) =>
        DoAsync(
            slug,
            Contact.Details.Faults().Select(fault => fault.At("Contact." + fault.Field)),
            () =>
            {
                var phone = Contacts.TidyPhone(Contact.Phone ?? "");
                var (contact, step) = UnitContact.Add(Unit, Contact.Details, seal.Seal(phone), desk.Doer);
                desk.Db.AddRange(contact, step);
                Flash("Unit.Contact.Added", contact.Name);
                return desk.Db.SaveChangesAsync(cancellation);
            },
            cancellation
        );

    public Task<IActionResult> OnPostInviteAsync(string slug, Guid contactId, CancellationToken cancellation) =>
        WithContactAsync(
            slug,
            contactId,
            async contact =>
            {
                var token = await access.InviteAsync(Unit, contact, cancellation);
                TempData[InvitationKey] = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/invitations/{token}";
            },
            cancellation
        );

    public Task<IActionResult> OnPostRemoveAsync(string slug, Guid contactId, CancellationToken cancellation) =>
        WithContactAsync(
            slug,
            contactId,
            async contact =>
            {
                await access.RemoveAsync(contact, desk.Text["Unit.Contact.Removed.Reason"], cancellation);
                Flash("Unit.Contact.Removed", contact.Name);
            },
            cancellation
        );

    private async Task<IActionResult> WithContactAsync(
        string slug,
        Guid contactId,
        Func<UnitContact, Task> act,
        CancellationToken cancellation
    )
    {
        if (!desk.Actor.Can(PlacePermissions.ManageUnits) || !await LoadAsync(slug, cancellation))
            return NotFound();
        var contact = await desk
            .Db.Set<UnitContact>()
            .SingleOrDefaultAsync(row => row.Id == contactId && row.UnitId == Unit.Id, cancellation);
        if (contact is null)
            return NotFound();
        return await DoAsync(slug, contact.WhyNotRemove() is { } gone ? [gone] : [], () => act(contact), cancellation);
    }

    /// <summary>Does one act on an open unit, or tells why not.</summary>
    private async Task<IActionResult> DoAsync(
        string slug,
        IEnumerable<Refusal> faults,
        Func<Task> act,
        CancellationToken cancellation
    )
    {
        if (!desk.Actor.Can(PlacePermissions.ManageUnits) || !await LoadAsync(slug, cancellation))
            return NotFound();
        foreach (var fault in Unit.WhyNotChange() is { } closed ? [closed] : faults)
            Tell(fault);
        if (ModelState.IsValid)
        {
            await act();
            return GoTo($"/office/consultation/units/{slug}");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        Unit ??= (await desk.Db.Set<HandlingUnit>().SingleOrDefaultAsync(row => row.Slug == slug, cancellation))!;
        return Unit is not null;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(Request.Method) || IsOpenToRead)
            (Name, Tasks, Version, End.Day) = (Unit.Name, Unit.Tasks, Unit.Version, desk.Today);
        else
            Name ??= Unit.Name;
        var contacts = await desk
            .Db.Set<UnitContact>()
            .AsNoTracking()
            .Where(row => row.UnitId == Unit.Id && row.RemovedAt == null)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        Holders = await access.HoldersAsync(HandlingUnit.Role, Unit.Slug, cancellation);
        var active = Holders
            .Where(account => account.HasPassword && !account.IsDisabled)
            .Select(account => account.Id)
            .ToHashSet();
        People = contacts.ConvertAll(row => new ShownContact(
            row.Id,
            row.Name,
            row.Post,
            Shown(seal.Open(row.PhoneSealed)),
            row.AccountId is { } account && active.Contains(account)
        ));
        Steps = await desk.StepsAsync([Unit.Id], cancellation);
    }

    private string? Shown(string? phone) =>
        phone is null ? null
        : IsOpenToRead ? phone
        : Contacts.MaskPhone(phone);
}

/// <summary>A contact as the form has it.</summary>
public sealed class ContactFields
{
    public string? Name { get; set; }
    public string? Post { get; set; }
    public string? Phone { get; set; }

    public ContactDetails Details => new(Name, Post, Phone);
}
