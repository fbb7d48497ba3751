namespace Concentric.Modules.Consultation.Places.Demo;

/// <summary><c>data/demo/places.yaml</c>.</summary>
public sealed class DemoPlacesPlan
{
    public List<DemoPlace> Places { get; set; } = [];
    public DemoVenues Rooms { get; set; } = new();
    public DemoCouncils Councils { get; set; } = new();
    public DemoVenues Stations { get; set; } = new();
    public List<DemoVenueAt> Studios { get; set; } = [];
    public List<DemoVenueAt> ContactPoints { get; set; } = [];
    public DemoDeployment Deployment { get; set; } = new();
    public List<DemoUnit> Units { get; set; } = [];
    public List<string> ContactPosts { get; set; } = [];

    /// <summary>Of telephone numbers.</summary>
    public string AreaCode { get; set; } = "";
    public DemoElsewhere Elsewhere { get; set; } = new();

    /// <summary>The smaller plan of the other committees: their own places and basis, and nobody with an account of the first.</summary>
    public DemoPlacesPlan ForElsewhere()
    {
        foreach (var unit in Units)
            (unit.Name, unit.Account) = (Elsewhere.Named(unit.Name), null);
        Stations.About = Elsewhere.StationsAbout;
        return new DemoPlacesPlan
        {
            Places = Elsewhere.Places,
            Rooms = Rooms,
            Councils = Councils,
            Stations = Stations,
            Deployment = Elsewhere.Deployment,
            Units = Units,
            ContactPosts = ContactPosts,
            AreaCode = Elsewhere.AreaCode,
        };
    }
}

/// <summary>What is otherwise in the committees after the first.</summary>
public sealed class DemoElsewhere
{
    public List<DemoPlace> Places { get; set; } = [];
    public DemoDeployment Deployment { get; set; } = new();
    public string StationsAbout { get; set; } = "";
    public string AreaCode { get; set; } = "";

    /// <summary>What units' names begin with there, by what they begin with here.</summary>
    public Dictionary<string, string> Beginnings { get; set; } = [];

    internal string Named(string name) =>
        Beginnings.FirstOrDefault(pair => name.StartsWith(pair.Key, StringComparison.Ordinal))
            is { Key: { } here, Value: var there }
            ? there + name[here.Length..]
            : name;
}

/// <summary>A place and what lies below it.</summary>
public sealed class DemoPlace
{
    public string Name { get; set; } = "";
    public string? Slug { get; set; }

    /// <summary>Degrees north and east; places below lie around it.</summary>
    public List<decimal> At { get; set; } = [];

    /// <summary>What its room is, where it is not like all others.</summary>
    public string? About { get; set; }
    public List<DemoPlace> Below { get; set; } = [];
}

/// <summary>Venues of one kind that are alike; {0} is the place.</summary>
public sealed class DemoVenues
{
    public string Name { get; set; } = "";
    public string About { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>One after the other.</summary>
    public List<string> Meets { get; set; } = [];
    public DateOnly OpenedOn { get; set; }
}

/// <summary>A venue at one place; {0} is the member it is named after.</summary>
public sealed class DemoVenueAt
{
    public string At { get; set; } = "";
    public string Name { get; set; } = "";
    public string? About { get; set; }
}

/// <summary>How councils are made up.</summary>
public sealed class DemoCouncils
{
    public string Name { get; set; } = "";

    /// <summary>The post of whoever takes a kind of seat.</summary>
    public Dictionary<string, string> Posts { get; set; } = [];

    /// <summary>One sign each.</summary>
    public string Surnames { get; set; } = "";
    public List<string> Given { get; set; } = [];
    public DateOnly TermFrom { get; set; }
    public DateOnly TermUntil { get; set; }
}

/// <summary>How everybody is deployed.</summary>
public sealed class DemoDeployment
{
    /// <summary>Month and day in the world's year.</summary>
    public string From { get; set; } = "";
    public string Basis { get; set; } = "";
    public string Office { get; set; } = "";

    /// <summary>Where one member was entered wrongly first; empty where nobody was.</summary>
    public string WrongAt { get; set; } = "";
    public string WrongBecause { get; set; } = "";
}

/// <summary>A handling unit, perhaps with the account of the plan that signs in for it.</summary>
public sealed class DemoUnit
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Tasks { get; set; } = "";
    public string? Account { get; set; }
}
