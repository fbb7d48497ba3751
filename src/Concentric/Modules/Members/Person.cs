using Concentric.Platform.Data;

namespace Concentric.Modules.Members;

/// <summary>自然人: the human being. One person may hold several memberships, of different levels and terms.</summary>
public sealed class Person : CommitteeEntity
{
    public required string Name { get; set; }

    /// <summary>Pinyin initials of the name, for search and order: 张伟 → zw.</summary>
    public string Initials { get; set; } = "";
    public Sex? Sex { get; set; }
    public DateOnly? BornOn { get; set; }

    /// <summary>Unit (employer) and post there.</summary>
    public string? Unit { get; set; }
    public string? Post { get; set; }

    /// <summary>Township or street where the person lives.</summary>
    public string? ResidentPlace { get; set; }

    public List<Membership> Memberships { get; private set; } = [];
}

public enum Sex
{
    Female,
    Male,
}
