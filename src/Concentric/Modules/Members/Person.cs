using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Members;

/// <summary>自然人: the human being. One person may hold several memberships, of different levels and terms.</summary>
public sealed class Person : CommitteeEntity
{
    public const int LongestName = 50;

    public required string Name { get; set; }

    /// <summary>Pinyin initials of the name, for search: 张伟 → zw.</summary>
    public string Initials { get; set; } = "";

    /// <summary>The name in pinyin, one space between syllables, for order and search: 张伟 → zhang wei.</summary>
    public string Pinyin { get; set; } = "";
    public Sex? Sex { get; set; }

    /// <summary>Month of birth, as its first day: the day itself is needed for nothing and is not kept.</summary>
    [NotInAudit]
    public DateOnly? BornIn { get; set; }

    /// <summary>党派, by its id in <c>data/parties.yaml</c>. Sensitive.</summary>
    [NotInAudit]
    public string? Party { get; set; }

    /// <summary>民族. Sensitive.</summary>
    [NotInAudit]
    public string? Ethnicity { get; set; }

    /// <summary>学历</summary>
    public string? Education { get; set; }

    /// <summary>Unit (employer) and post there.</summary>
    public string? Unit { get; set; }
    public string? Post { get; set; }

    /// <summary>Township or street where the person lives.</summary>
    public string? ResidentPlace { get; set; }

    /// <summary>Contacts as <see cref="ContactSeal"/> wrote them; nobody reads them without it.</summary>
    [NotInAudit]
    public string? PhoneSealed { get; set; }

    [NotInAudit]
    public string? EmailSealed { get; set; }

    [NotInAudit]
    public string? AddressSealed { get; set; }

    /// <summary>A keyed digest of the phone number: finds the same number without opening it.</summary>
    [NotInAudit]
    public string? PhoneTrace { get; set; }

    public List<Membership> Memberships { get; private set; } = [];

    /// <summary>Why this person cannot be given such a seat: a seat of the same level and term is there.</summary>
    public Refusal? WhyNotAppoint(MembershipLevel level, int term) =>
        Memberships.Exists(seat => seat.Level == level && seat.Term == term) ? new Refusal("SeatHeldAlready", Name, term) : null;

    /// <summary>Gives the person a seat.</summary>
    public void Appoint(Membership seat)
    {
        RefusedException.ThrowIf(WhyNotAppoint(seat.Level, seat.Term));
        Memberships.Add(seat);
    }
}

public enum Sex
{
    Female,
    Male,
}
