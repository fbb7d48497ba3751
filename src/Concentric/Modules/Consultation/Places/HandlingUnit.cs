using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Consultation.Places;

/// <summary>承办单位: a department or local unit that matters are assigned to. Its people sign in and see what it was given.</summary>
[ShownToPublic]
public sealed class HandlingUnit : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestSlug = 40;
    public const int LongestTask = 300;

    /// <summary>The role of its people, limited to its slug; stands in <c>data/roles.yaml</c>.</summary>
    public const string Role = "handling-unit";

    private string name = "";

    public required string Name
    {
        get => name;
        init => name = value;
    }

    /// <summary>What a role is limited to for people of this unit; unique in the committee, never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>What it answers for, in words: helps whoever assigns.</summary>
    public string? Tasks { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }

    public bool IsOpen => ClosedOn is null;

    /// <exception cref="RefusedException">What was entered is not in order.</exception>
    public static (HandlingUnit Unit, PlaceStep Step) Found(UnitDetails details, string slug, Doer doer)
    {
        RefusedException.ThrowIf(details.Faults().FirstOrDefault() ?? PlaceSlug.WhyNot(slug));
        var unit = new HandlingUnit { Name = details.Name!.Trim(), Slug = slug };
        unit.Tasks = Blank.ToNull(details.Tasks);
        return (unit, PlaceStep.Of(unit.Id, PlaceVerb.Founded, doer));
    }

    public Refusal? WhyNotChange() => IsOpen ? null : new Refusal("UnitClosed", Name);

    public PlaceStep Change(UnitDetails details, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? details.Faults().FirstOrDefault());
        var earlier = Name;
        (name, Tasks) = (details.Name!.Trim(), Blank.ToNull(details.Tasks));
        return earlier == Name
            ? PlaceStep.Of(Id, PlaceVerb.Changed, doer)
            : PlaceStep.Of(Id, PlaceVerb.Renamed, doer, detail: earlier);
    }

    public PlaceStep Close(Ending ending, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? ending.Fault(null, today));
        (ClosedOn, ClosedBecause) = (ending.Day, ending.Reason!.Trim());
        return PlaceStep.Of(Id, PlaceVerb.Closed, doer, ClosedBecause);
    }
}

/// <summary>A handling unit as it is entered.</summary>
public sealed record UnitDetails(string? Name, string? Tasks)
{
    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("UnitNameMissing").At(nameof(Name));
        foreach (
            var fault in Blank.TooLong(
                (nameof(Name), Name, HandlingUnit.LongestName),
                (nameof(Tasks), Tasks, HandlingUnit.LongestTask)
            )
        )
            yield return fault;
    }
}

/// <summary>Whom to ring at a handling unit. The number is sealed and masked (<c>unitContacts</c> in <c>data/personal-data.yaml</c>).</summary>
public sealed class UnitContact : CommitteeEntity
{
    public const int LongestName = 50;
    public const int LongestPost = 60;

    private UnitContact() { }

    public Guid UnitId { get; private set; }

    public string Name { get; private set; } = "";
    public string? Post { get; private set; }

    [NotInAudit]
    public string? PhoneSealed { get; private set; }

    /// <summary>The account by which this person signs in for the unit, once invited.</summary>
    public Guid? AccountId { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <param name="phoneSealed">Sealed by the caller, or none.</param>
    public static (UnitContact Contact, PlaceStep Step) Add(
        HandlingUnit unit,
        ContactDetails details,
        string? phoneSealed,
        Doer doer
    )
    {
        RefusedException.ThrowIf(unit.WhyNotChange() ?? details.Faults().FirstOrDefault());
        var contact = new UnitContact
        {
            UnitId = unit.Id,
            Name = details.Name!.Trim(),
            Post = Blank.ToNull(details.Post),
            PhoneSealed = phoneSealed,
        };
        return (contact, PlaceStep.Of(unit.Id, PlaceVerb.ContactAdded, doer, detail: contact.Name));
    }

    public Refusal? WhyNotRemove() => RemovedAt is null ? null : new Refusal("ContactRemoved", Name);

    /// <summary>Takes the contact off the list and forgets the number.</summary>
    public PlaceStep Remove(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotRemove());
        (RemovedAt, PhoneSealed) = (doer.Now, null);
        return PlaceStep.Of(UnitId, PlaceVerb.ContactRemoved, doer, detail: Name);
    }

    /// <summary>Ties the contact to the account that was made for it.</summary>
    public PlaceStep SignInBy(Guid accountId, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotRemove());
        AccountId = accountId;
        return PlaceStep.Of(UnitId, PlaceVerb.Invited, doer, detail: Name);
    }
}

/// <summary>A contact as it is entered.</summary>
public sealed record ContactDetails(string? Name, string? Post, string? Phone)
{
    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("ContactNameMissing").At(nameof(Name));
        foreach (
            var fault in Blank.TooLong(
                (nameof(Name), Name, UnitContact.LongestName),
                (nameof(Post), Post, UnitContact.LongestPost)
            )
        )
            yield return fault;
        if (!string.IsNullOrWhiteSpace(Phone) && !Contacts.IsPhone(Contacts.TidyPhone(Phone)))
            yield return new Refusal("PhoneWrong", Phone.Trim()).At(nameof(Phone));
    }
}
