using Concentric.Platform;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Members;

/// <summary>Finds the member whom a row of a list means: by name, and where two share it by unit or phone.</summary>
public sealed class MemberLookup
{
    private const string Dots = "\u2022\u30FB\u2027\u22C5.\uFF0E\u00B7";
    private readonly ILookup<string, LookedUpSeat> byName;
    private readonly Func<string, string> trace;

    internal MemberLookup(IEnumerable<LookedUpSeat> seats, Func<string, string> trace)
    {
        byName = seats.ToLookup(seat => Plain(seat.Name), StringComparer.Ordinal);
        this.trace = trace;
    }

    /// <summary>The seat that this member held on the day, or why none can be named.</summary>
    /// <param name="name">As a list has it.</param>
    /// <param name="unit">Nothing where the list does not say it; so with the next.</param>
    /// <param name="phone">As it was typed.</param>
    /// <param name="day">In the committee's zone.</param>
    /// <param name="level">Tells apart the two seats of one person too.</param>
    public (Guid MembershipId, Guid PersonId, Refusal? Refusal) Find(
        string name,
        string? unit,
        string? phone,
        DateOnly day,
        MembershipLevel? level = null
    )
    {
        var named = byName[Plain(name)].ToList();
        if (named.Count == 0)
            return (default, default, new Refusal("MemberUnknown", name));
        if (level is not null && named.RemoveAll(seat => seat.Level != level) > 0 && named.Count == 0)
            return (default, default, new Refusal("MemberLevelNotHeld", name));
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

    /// <summary>
    /// The name as it is compared: lists spread short names to the width of long ones (张　伟), and write the dot of other peoples' names in
    /// several ways.
    /// </summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => Dots.Contains(sign) ? '\u00B7' : sign));

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
    MembershipLevel Level,
    DateOnly StartsOn,
    DateOnly? EndsOn
);
