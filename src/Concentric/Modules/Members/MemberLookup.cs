using Concentric.Platform;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Members;

/// <summary>Finds the member whom a row of a list means: by name, and where two share it by unit or phone.</summary>
public sealed class MemberLookup
{
    private readonly ILookup<string, LookedUpSeat> byName;
    private readonly Func<string, string> trace;

    internal MemberLookup(IEnumerable<LookedUpSeat> seats, Func<string, string> trace)
    {
        byName = seats.ToLookup(seat => seat.Name, StringComparer.Ordinal);
        this.trace = trace;
    }

    /// <summary>The seat that this member held on the day, or why none can be named.</summary>
    public (Guid MembershipId, Guid PersonId, Refusal? Refusal) Find(string name, string? unit, string? phone, DateOnly day)
    {
        var named = byName[name].ToList();
        if (named.Count == 0)
            return (default, default, new Refusal("MemberUnknown", name));
        var meant = Narrowed(named, unit, phone);
        if (meant.Count == 0)
            return (default, default, new Refusal("MemberOtherwise", name));
        if (meant.DistinctBy(seat => seat.PersonId).Count() > 1)
            return (default, default, new Refusal("MemberAmbiguous", name));
        var held = meant.Find(seat => seat.StartsOn <= day && (seat.EndsOn is null || day <= seat.EndsOn));
        return held is null
            ? (default, default, new Refusal("MemberSeatNotHeld", name))
            : (held.MembershipId, held.PersonId, null);
    }

    private List<LookedUpSeat> Narrowed(List<LookedUpSeat> named, string? unit, string? phone)
    {
        var digest = phone is null ? null : trace(Contacts.TidyPhone(phone));
        return named.FindAll(seat => (unit is null || seat.Unit == unit) && (digest is null || seat.PhoneTrace == digest));
    }
}

internal sealed record LookedUpSeat(
    Guid MembershipId,
    Guid PersonId,
    string Name,
    string? Unit,
    string? PhoneTrace,
    DateOnly StartsOn,
    DateOnly? EndsOn
);
