using System.Globalization;
using Concentric.Platform.Demo;

namespace Concentric.Modules.Members.Demo;

/// <summary><c>data/demo/members.yaml</c>: what names, units and sectors the people of the demo world are made of.</summary>
internal sealed class DemoPeoplePlan
{
    public string Surnames { get; set; } = "";
    public List<string> DoubleSurnames { get; set; } = [];
    public List<string> Women { get; set; } = [];
    public List<string> Men { get; set; } = [];
    public List<string> RareNames { get; set; } = [];
    public string SameName { get; set; } = "";
    public Dictionary<string, List<string>> Places { get; set; } = [];
    public List<string> Educations { get; set; } = [];
    public List<string> Ethnicities { get; set; } = [];
    public List<string> Parties { get; set; } = [];
    public List<DemoSectorPlan> Sectors { get; set; } = [];
    public Dictionary<MemberDuty, int> Duties { get; set; } = [];

    /// <summary>Place and number of the house.</summary>
    public string Address { get; set; } = "";
    public string EarlierTermEnd { get; set; } = "";
    public List<string> Corrections { get; set; } = [];
}

internal sealed class DemoSectorPlan
{
    public string Id { get; set; } = "";
    public int Share { get; set; }
    public string? Party { get; set; }
    public List<string> Units { get; set; } = [];
    public List<string> Posts { get; set; } = [];
}

/// <summary>One made-up member: the person, the present seat, a seat of the term before.</summary>
internal sealed record DemoMember(PersonDetails Person, SeatDetails Seat, SeatDetails? Earlier);

/// <summary>Makes the people of one committee, the same each time.</summary>
internal sealed class DemoPeople
{
    private readonly DemoCommittee world;
    private readonly Random random;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<DemoSectorPlan> bySeat;
    private readonly List<string> places;

    private DemoPeople(DemoPeoplePlan plan, DemoCommittee world)
    {
        Plan = plan;
        this.world = world;
        // A committee's people depend on its own name, so that two committees do not share them.
        random = new Random(world.Plan.Slug.Aggregate(20, (sum, letter) => sum * 31 + letter));
        bySeat = [.. plan.Sectors.SelectMany(sector => Enumerable.Repeat(sector, sector.Share))];
        places = plan.Places[world.Plan.Slug];
    }

    public DemoPeoplePlan Plan { get; }

    public static DemoPeople Of(DemoPeoplePlan plan, DemoCommittee world) => new(plan, world);

    /// <summary>Everybody, the chairpersons first.</summary>
    public IEnumerable<DemoMember> All()
    {
        var count = Count("people");
        var levels = Levels(count);
        var duties = Duties(levels);
        var twoSeats = Count("twoSeats");
        for (var index = 0; index < count; index++)
        {
            var sector = duties[index] is MemberDuty.Ordinary or MemberDuty.Standing
                ? bySeat[index * 37 % bySeat.Count]
                : Plan.Sectors[0];
            var earlier = levels[index] == MembershipLevel.City && twoSeats-- > 0;
            yield return new DemoMember(
                Person(index, sector, duties[index]),
                Seat(levels[index], world.Committee.Term, sector, duties[index], world.Committee.TermFrom),
                earlier
                    ? Seat(
                        MembershipLevel.County,
                        world.Committee.Term - 1,
                        sector,
                        MemberDuty.Ordinary,
                        world.Committee.TermFrom - 5
                    )
                    : null
            );
        }
    }

    private int Count(string name) => world.Plan.Counts.GetValueOrDefault(name);

    // The county's own come first: its chairpersons, its standing members, the rest; then the city's and the province's.
    private MembershipLevel[] Levels(int count) =>
        [
            .. Enumerable
                .Repeat(MembershipLevel.County, Count("county"))
                .Concat(Enumerable.Repeat(MembershipLevel.City, Count("city")))
                .Concat(Enumerable.Repeat(MembershipLevel.Province, Count("province")))
                .Take(count),
        ];

    private MemberDuty[] Duties(MembershipLevel[] levels)
    {
        var duties = new MemberDuty[levels.Length];
        duties[0] = MemberDuty.Chairperson;
        duties[1] = MemberDuty.SecretaryGeneral;
        var next = 2;
        // A small committee has fewer of each.
        var most = levels.Length / 4;
        foreach (var (duty, wanted) in Plan.Duties.OrderByDescending(pair => pair.Key))
        {
            for (var left = Math.Min(wanted, Math.Max(2, most * wanted / 49)); left > 0; left--)
                duties[next++] = duty;
        }

        return duties;
    }

    private SeatDetails Seat(MembershipLevel level, int term, DemoSectorPlan sector, MemberDuty duty, int year) =>
        new()
        {
            Level = level,
            Term = term,
            Sector = sector.Id,
            Duty = duty,
            StartsOn = new DateOnly(year, 11, 1),
        };

    private PersonDetails Person(int index, DemoSectorPlan sector, MemberDuty duty)
    {
        var sex = random.Next(100) < 38 ? Sex.Female : Sex.Male;
        var name = NameOf(index, duty, sex);
        var place = Pick(places);
        return new PersonDetails
        {
            Name = name,
            Sex = sex,
            BornIn = new DateOnly(1961 + random.Next(35), 1 + random.Next(12), 1),
            Party = sector.Party ?? Pick(Plan.Parties),
            Ethnicity = Pick(Plan.Ethnicities),
            Education = Pick(Plan.Educations),
            Unit = Pick(sector.Units),
            Post = Pick(sector.Posts),
            ResidentPlace = place,
            Phone = string.Create(CultureInfo.InvariantCulture, $"09370{index + 1:D6}"),
            Email = string.Create(CultureInfo.InvariantCulture, $"m{index + 1:D3}@{world.Plan.Slug}.example"),
            Address = string.Format(CultureInfo.InvariantCulture, Plan.Address, place, 1 + random.Next(200)),
        };
    }

    // The chairperson and the secretary-general bear the names of the accounts that act for them.
    private string NameOf(int index, MemberDuty duty, Sex sex)
    {
        if (duty is MemberDuty.Chairperson or MemberDuty.SecretaryGeneral)
            return Taken(OfAccount(duty == MemberDuty.Chairperson ? "chairpersons-meeting" : "secretary-general"));
        if (index % 61 == 60 && index / 61 < Plan.RareNames.Count)
            return Taken(Plan.RareNames[index / 61]);
        if (index is 20 or 23)
            return Taken(Plan.SameName);
        while (true)
        {
            var surnames = Plan.Surnames.EnumerateRunes().Select(rune => rune.ToString()).ToList();
            var surname = random.Next(60) == 0 ? Pick(Plan.DoubleSurnames) : Pick(surnames);
            var name = surname + Pick(sex == Sex.Female ? Plan.Women : Plan.Men);
            if (taken.Add(name))
                return name;
        }
    }

    private string OfAccount(string role) =>
        world.Plan.Accounts.First(account => account.Roles.Contains(role)).DisplayName.Split(' ')[^1];

    private string Taken(string name)
    {
        taken.Add(name);
        return name;
    }

    private T Pick<T>(List<T> choices) => choices[random.Next(choices.Count)];
}
