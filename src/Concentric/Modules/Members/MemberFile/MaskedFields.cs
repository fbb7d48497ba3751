using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Web;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>Which of the masked fields somebody looks at.</summary>
public enum MaskedKind
{
    /// <summary>Phone, mail, address.</summary>
    Contacts,

    /// <summary>Party and ethnicity.</summary>
    Sensitive,
}

/// <summary>The fields of a person that are masked, as they are shown this time.</summary>
public sealed record ShownFields(string? Phone, string? Email, string? Address, string? Party, string? Ethnicity);

/// <summary>Masks what is masked, and writes every look behind the mask into the file's log and the audit trail.</summary>
public sealed class MaskedFields(
    AppDb db,
    ContactSeal seal,
    PartyList parties,
    PersonalDataRegistry registry,
    AuditTrail trail,
    CurrentActor actor,
    DisplayFormat format,
    TimeProvider time
)
{
    private const string Hidden = "****";

    public bool MayLook(MaskedKind kind) =>
        actor.Can(kind == MaskedKind.Contacts ? MembersPermissions.ReadContacts : MembersPermissions.ReadSensitive);

    /// <summary>The fields for somebody who has not asked to see them.</summary>
    internal ShownFields Masked(Person person) =>
        new(
            seal.Open(person.PhoneSealed) is { } phone ? Contacts.MaskPhone(phone) : null,
            seal.Open(person.EmailSealed) is { } email ? Contacts.MaskEmail(email) : null,
            seal.Open(person.AddressSealed) is { } address ? Contacts.MaskAddress(address) : null,
            person.Party is null ? null : Hidden,
            person.Ethnicity is null ? null : Hidden
        );

    /// <summary>The fields in the clear, for the person they belong to.</summary>
    internal ShownFields Open(Person person) =>
        new(
            seal.Open(person.PhoneSealed),
            seal.Open(person.EmailSealed),
            seal.Open(person.AddressSealed),
            parties.Find(person.Party)?.Name ?? person.Party,
            person.Ethnicity
        );

    /// <summary>Opens some kinds of fields and saves who looked, when, at which.</summary>
    internal async Task<ShownFields> LookAsync(Person person, IReadOnlyList<MaskedKind> kinds, CancellationToken cancellation)
    {
        var allowed = kinds.Where(MayLook).ToList();
        if (allowed.Count == 0)
            return Masked(person);
        var fields = string.Join(',', allowed.SelectMany(FieldsOf));
        db.Add(
            new FieldLook
            {
                PersonId = person.Id,
                AccountId = actor.AccountId,
                ViewerName = actor.Name,
                At = time.GetUtcNow(),
                Fields = fields,
                Reason = actor.Reason,
            }
        );
        trail.Tell("members.look", $"{person.Id} {fields}");
        await db.SaveChangesAsync(cancellation);
        var masked = Masked(person);
        var open = Open(person);
        var contacts = allowed.Contains(MaskedKind.Contacts);
        var sensitive = allowed.Contains(MaskedKind.Sensitive);
        return new ShownFields(
            contacts ? open.Phone : masked.Phone,
            contacts ? open.Email : masked.Email,
            contacts ? open.Address : masked.Address,
            sensitive ? open.Party : masked.Party,
            sensitive ? open.Ethnicity : masked.Ethnicity
        );
    }

    /// <summary>The fields of a look in words.</summary>
    internal string Titles(string fields) => format.List(fields.Split(',').Select(field => registry.Get(field).NameShown));

    private static IEnumerable<string> FieldsOf(MaskedKind kind) =>
        kind == MaskedKind.Contacts ? ["contacts"] : ["party", "ethnicity"];
}
