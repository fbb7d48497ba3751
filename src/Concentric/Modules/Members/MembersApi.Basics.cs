using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

public sealed partial class MembersApi
{
    /// <summary>Whether the reader may open members' files in the office.</summary>
    public bool MayOpenFiles => actor.Can(MembersPermissions.Read);

    /// <summary>
    /// Who somebody is, as far as this reader may see it: masked fields stay masked but to the person they belong to. Fields without
    /// a value are there, empty.
    /// </summary>
    public async Task<MemberBasics?> BasicsAsync(Guid personId, CancellationToken cancellation = default)
    {
        var person = await db.Set<Person>()
            .AsNoTracking()
            .Include(row => row.Memberships)
            .SingleOrDefaultAsync(row => row.Id == personId, cancellation);
        if (person is null)
            return null;
        var isOwn = actor.PersonId == personId;
        var shown = isOwn ? masked.Open(person) : masked.Masked(person);
        return new MemberBasics(
            person.Id,
            person.Name,
            [
                new(texts["Name"], person.Name),
                new(texts["Sex"], person.Sex is { } sex ? texts["Sex." + sex].Value : null),
                new(texts["BornIn"], person.BornIn is { } month ? format.Month(month.Year, month.Month) : null),
                new(texts["Ethnicity"], shown.Ethnicity),
                new(texts["Party"], shown.Party),
                new(texts["Education"], person.Education),
                new(texts["Unit"], person.Unit),
                new(texts["Post"], person.Post),
                new(texts["Place"], person.ResidentPlace),
                new(texts["Phone"], shown.Phone),
            ],
            [
                .. person
                    .Memberships.OrderByDescending(seat => seat.Term)
                    .ThenBy(seat => seat.Level)
                    .Select(seat => Seat(seat, isOwn)),
            ]
        );
    }

    private BasicSeat Seat(Membership seat, bool isOwn)
    {
        // One's own sector is shown to oneself, whatever it is.
        var sector = isOwn ? sectors.Find(seat.Sector)?.Name ?? seat.Sector : SectorTitle(seat.Sector);
        var (from, to) = (DisplayFormat.ShortDate(seat.StartsOn), seat.EndsOn);
        string period = to is { } last ? texts["Period.Closed", from, DisplayFormat.ShortDate(last)] : texts["Period.Open", from];
        return new BasicSeat(
            seat.Id,
            seat.Term,
            seat.StartsOn,
            seat.EndsOn,
            $"{LevelTitle(seat.Level)} {texts["Term.Nth", seat.Term].Value}",
            $"{sector} · {DutyTitle(seat.Duty)} · {period}"
        );
    }
}

/// <summary>Who somebody is, in words and as far as the reader may see it.</summary>
public sealed record MemberBasics(Guid PersonId, string Name, IReadOnlyList<BasicField> Fields, IReadOnlyList<BasicSeat> Seats);

public sealed record BasicField(string Label, string? Value);

/// <summary>One seat with its days, and in words.</summary>
public sealed record BasicSeat(
    Guid MembershipId,
    int Term,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string Title,
    string Description
);
