using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Members.Register;

/// <summary>A person's details as a form shows and takes them. What the actor may not see is not in the form and stays as it is.</summary>
public sealed class PersonForm
{
    /// <summary>The version that the form was filled from.</summary>
    public int Version { get; set; }
    public string? Name { get; set; }
    public Sex? Sex { get; set; }
    public string? BornIn { get; set; }
    public string? Party { get; set; }
    public string? Ethnicity { get; set; }
    public string? Education { get; set; }
    public string? Unit { get; set; }
    public string? Post { get; set; }
    public string? ResidentPlace { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }

    internal static PersonForm Of(Person person, ContactSeal seal, CurrentActor actor)
    {
        var contacts = actor.Can(MembersPermissions.ReadContacts);
        var sensitive = actor.Can(MembersPermissions.ReadSensitive);
        return new PersonForm
        {
            Version = person.Version,
            Name = person.Name,
            Sex = person.Sex,
            BornIn = person.BornIn is { } month ? MonthText.Write(month) : null,
            Party = sensitive ? person.Party : null,
            Ethnicity = sensitive ? person.Ethnicity : null,
            Education = person.Education,
            Unit = person.Unit,
            Post = person.Post,
            ResidentPlace = person.ResidentPlace,
            Phone = contacts ? seal.Open(person.PhoneSealed) : null,
            Email = contacts ? seal.Open(person.EmailSealed) : null,
            Address = contacts ? seal.Open(person.AddressSealed) : null,
        };
    }

    /// <summary>What was typed, with what the actor may not see taken from <paramref name="present"/>; and what could not be read.</summary>
    internal (PersonDetails Details, Refusal? Refusal) Read(Person? present, ContactSeal seal, CurrentActor actor)
    {
        Refusal? refusal = null;
        DateOnly? born = null;
        if (!string.IsNullOrWhiteSpace(BornIn))
        {
            refusal = MonthText.ReadMonth(BornIn, out var month)?.At(nameof(BornIn));
            born = refusal is null ? month : null;
        }

        var contacts = present is null || actor.Can(MembersPermissions.ReadContacts);
        var sensitive = present is null || actor.Can(MembersPermissions.ReadSensitive);
        var details = new PersonDetails
        {
            Name = Name?.Trim() ?? "",
            Sex = Sex,
            BornIn = born,
            Party = sensitive ? MemberRegister.Tidy(Party) : present!.Party,
            Ethnicity = sensitive ? Ethnicity : present!.Ethnicity,
            Education = Education,
            Unit = Unit,
            Post = Post,
            ResidentPlace = ResidentPlace,
            Phone = contacts ? Phone : seal.Open(present!.PhoneSealed),
            Email = contacts ? Email : seal.Open(present!.EmailSealed),
            Address = contacts ? Address : seal.Open(present!.AddressSealed),
        };
        return (details, refusal);
    }
}

/// <summary>A seat's details as a form shows and takes them.</summary>
public sealed class SeatForm
{
    public int Version { get; set; }
    public MembershipLevel Level { get; set; } = MembershipLevel.County;
    public int Term { get; set; }
    public string? Sector { get; set; }
    public MemberDuty Duty { get; set; }
    public DateOnly? StartsOn { get; set; }

    internal static SeatForm Of(Membership seat) =>
        new()
        {
            Version = seat.Version,
            Level = seat.Level,
            Term = seat.Term,
            Sector = seat.Sector,
            Duty = seat.Duty,
            StartsOn = seat.StartsOn,
        };

    /// <summary>Every reason at its field; what is missing is told before what is wrong.</summary>
    internal IEnumerable<Refusal> WhyNot(MemberRegister register)
    {
        if (StartsOn is null)
            yield return new Refusal("StartMissing").At(nameof(StartsOn));
        if (string.IsNullOrEmpty(Sector))
            yield return new Refusal("SectorMissing").At(nameof(Sector));
        foreach (var refusal in register.WhyNot(Read()))
            yield return refusal;
    }

    internal SeatDetails Read() =>
        new()
        {
            Level = Level,
            Term = Term,
            Sector = Sector ?? "",
            Duty = Duty,
            StartsOn = StartsOn ?? default,
        };
}
