namespace Concentric.Platform.Tenancy;

/// <summary>政协委员会 (CppccCommittee): one committee of one level and place; the tenant that owns its rows.</summary>
public sealed class Committee
{
    public Guid Id { get; init; } = Ids.New();

    /// <summary>The first segment of its addresses: small letters, digits and hyphens.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }

    /// <summary>Shown where there is little room.</summary>
    public required string ShortName { get; set; }

    /// <summary>The name for pages in English.</summary>
    public required string EnglishName { get; set; }

    /// <summary>The place in a document number: 肃政协发.</summary>
    public string DocumentCode { get; set; } = "";

    /// <summary>Brand words, for example 党建+ or 有事好商量: display text, never identifiers.</summary>
    public CommitteeBrand Brand { get; set; } = new();

    /// <summary>IANA name of the zone in which days are counted.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>届: number of the present term and its years.</summary>
    public int Term { get; set; } = 1;
    public int TermFrom { get; set; }
    public int TermTo { get; set; }

    /// <summary>Where the public may complain or suggest.</summary>
    public string? ContactEmail { get; set; }
    public string? ContactPhone { get; set; }
    public int Version { get; set; }
}

/// <summary>The committee's own words on its public pages.</summary>
public sealed class CommitteeBrand
{
    /// <summary>活力政协·履职先锋</summary>
    public string Motto { get; set; } = "";

    /// <summary>党建+</summary>
    public string PartyBuilding { get; set; } = "";

    /// <summary>有事好商量</summary>
    public string Consultation { get; set; } = "";

    /// <summary>书香政协</summary>
    public string Reading { get; set; } = "";
}
