using System.Globalization;
using System.Text;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>The one way into the register of members, for a form, a sheet and the demo world alike.</summary>
public sealed class MemberRegister(AppDb db, ContactSeal seal, Pinyin pinyin, SectorList sectors, PartyList parties)
{
    /// <summary>Every reason why these details cannot be kept, each at its field.</summary>
    public IEnumerable<Refusal> WhyNot(PersonDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name))
            yield return new Refusal("NameMissing").At(nameof(details.Name));
        else if (Invisible(details.Name) is { } hidden)
            yield return new Refusal("NameInvisible", hidden).At(nameof(details.Name));
        else if (new StringInfo(details.Name).LengthInTextElements is > Person.LongestName and var length)
            yield return new Refusal("TooLong", Person.LongestName, length).At(nameof(details.Name));
        else if (details.Name.Length > 100 || !details.Name.EnumerateRunes().Any(Rune.IsLetter))
            yield return new Refusal("NameUnreadable", details.Name).At(nameof(details.Name));
        else if (ForbiddenNumbers.WhyNotKeep(details.Name) is { } number)
            yield return number.At(nameof(details.Name));
        foreach (var (field, text, most) in Texts(details))
        {
            if (text is null)
                continue;
            if (text.Length > most)
                yield return new Refusal("TooLong", most, text.Length).At(field);
            else if (ForbiddenNumbers.WhyNotKeep(text) is { } refusal)
                yield return refusal.At(field);
        }

        if (details.Party is { } party && parties.Find(party) is null)
            yield return new Refusal("PartyUnknown", party).At(nameof(details.Party));
        if (details.BornIn is { Year: < 1900 or > 2020 } born)
            yield return new Refusal("BirthUnlikely", born.Year).At(nameof(details.BornIn));
        foreach (var refusal in WhyNotContacts(details))
            yield return refusal;
    }

    /// <summary>Every reason why these details of a seat cannot be kept, each at its field.</summary>
    public IEnumerable<Refusal> WhyNot(SeatDetails seat)
    {
        if (seat.Term is < 1 or > 99)
            yield return new Refusal("TermUnlikely", seat.Term).At(nameof(seat.Term));
        if (sectors.Find(seat.Sector) is null)
            yield return new Refusal("SectorUnknown", seat.Sector).At(nameof(seat.Sector));
        if (LikelyDay.WhyNot(seat.StartsOn) is { } unlikely)
            yield return unlikely.At(nameof(seat.StartsOn));
    }

    /// <summary>Adds a person to the next save.</summary>
    public async Task<Person> AddAsync(PersonDetails details, CancellationToken cancellation = default)
    {
        var person = new Person { Name = details.Name };
        await DescribeAsync(person, details, cancellation);
        db.Add(person);
        return person;
    }

    /// <summary>Writes details into a person; what was there is replaced.</summary>
    /// <exception cref="RefusedException">They cannot be kept.</exception>
    public async Task DescribeAsync(Person person, PersonDetails details, CancellationToken cancellation = default)
    {
        var phone = Contacts.TidyPhone(details.Phone ?? "");
        var before = person.EmailSealed;
        Describe(person, details, await seal.TraceAsync(phone, cancellation));
        if (person.EmailSealed != before)
            await MailToAsync(person, seal.Open(before), cancellation);
    }

    /// <summary>A person's account is mailed at the register's new address; one that the person chose stays when the register loses its own.</summary>
    private async Task MailToAsync(Person person, string? before, CancellationToken cancellation)
    {
        var address = seal.Open(person.EmailSealed);
        foreach (var account in await db.Accounts.Where(row => row.PersonId == person.Id).ToListAsync(cancellation))
        {
            if (address is not null || account.Email == before)
                account.MailTo(address);
        }
    }

    /// <param name="phoneTrace">The digest of the tidy phone number, where many are made at once.</param>
    internal void Describe(Person person, PersonDetails details, string? phoneTrace)
    {
        RefusedException.ThrowIf(WhyNot(details).FirstOrDefault());
        person.Name = details.Name.Trim();
        (person.Initials, person.Pinyin) = pinyin.Of(person.Name);
        person.Sex = details.Sex;
        person.BornIn = details.BornIn is { } day ? new DateOnly(day.Year, day.Month, 1) : null;
        person.Party = details.Party;
        person.Ethnicity = Tidy(details.Ethnicity);
        person.Education = Tidy(details.Education);
        person.Unit = Tidy(details.Unit);
        person.Post = Tidy(details.Post);
        person.ResidentPlace = Tidy(details.ResidentPlace);
        WriteContact(
            details.Phone is null ? null : Contacts.TidyPhone(details.Phone),
            person.PhoneSealed,
            to => person.PhoneSealed = to
        );
        WriteContact(Tidy(details.Email), person.EmailSealed, to => person.EmailSealed = to);
        WriteContact(Tidy(details.Address), person.AddressSealed, to => person.AddressSealed = to);
        person.PhoneTrace = phoneTrace;
    }

    /// <summary>Gives a person a seat, as of the next save.</summary>
    public Membership Appoint(Person person, SeatDetails details)
    {
        var seat = NewSeat(person.Id, details, person);
        person.Appoint(seat);
        db.Add(seat);
        return seat;
    }

    /// <summary>A seat for a person who is registered and is known to hold no such seat.</summary>
    internal Membership NewSeat(Guid personId, SeatDetails details, Person? person = null)
    {
        RefusedException.ThrowIf(WhyNot(details).FirstOrDefault());
        return new Membership
        {
            PersonId = personId,
            Person = person!,
            Level = details.Level,
            Term = details.Term,
            Sector = details.Sector,
            Duty = details.Duty,
            StartsOn = details.StartsOn,
        };
    }

    /// <summary>People who may be the same: same name and unit, or same phone number.</summary>
    public async Task<List<Person>> LookAlikesAsync(PersonDetails details, CancellationToken cancellation = default)
    {
        var name = details.Name.Trim();
        var unit = Tidy(details.Unit);
        var trace = await seal.TraceAsync(Contacts.TidyPhone(details.Phone ?? ""), cancellation);
        return await db.Set<Person>()
            .AsNoTracking()
            .Include(person => person.Memberships)
            .Where(person => (person.Name == name && person.Unit == unit) || (trace != null && person.PhoneTrace == trace))
            .OrderBy(person => person.Id)
            .Take(5)
            .ToListAsync(cancellation);
    }

    /// <summary>
    /// The first character that is not seen but changes what is: it turns the direction of what follows, breaks the line or joins.
    /// Blanks at either end do no harm and are left out.
    /// </summary>
    private static string? Invisible(string name) =>
        name.Trim()
            .EnumerateRunes()
            .Where(rune =>
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
            .Select(rune => FormattableString.Invariant($"U+{rune.Value:X4}"))
            .FirstOrDefault();

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // A contact that did not change keeps its seal, so that the trail does not tell of a change that was none.
    private void WriteContact(string? text, string? present, Action<string?> write)
    {
        if (seal.Open(present) != (string.IsNullOrEmpty(text) ? null : text))
            write(seal.Seal(text));
    }

    private static IEnumerable<(string Field, string? Text, int Most)> Texts(PersonDetails details) =>
        [
            (nameof(details.Ethnicity), details.Ethnicity, 30),
            (nameof(details.Education), details.Education, 30),
            (nameof(details.Unit), details.Unit, 200),
            (nameof(details.Post), details.Post, 100),
            (nameof(details.ResidentPlace), details.ResidentPlace, 100),
            (nameof(details.Email), details.Email, 254),
            (nameof(details.Address), details.Address, 200),
        ];

    private static IEnumerable<Refusal> WhyNotContacts(PersonDetails details)
    {
        if (Tidy(details.Phone) is { } phone)
        {
            if (ForbiddenNumbers.WhyNotKeep(phone) is { } forbidden)
                yield return forbidden.At(nameof(details.Phone));
            else if (!Contacts.IsPhone(Contacts.TidyPhone(phone)))
                yield return new Refusal("PhoneWrong", phone).At(nameof(details.Phone));
        }

        if (Account.WhyNotMailTo(details.Email) is { } wrong)
            yield return wrong.At(nameof(details.Email));
    }
}
