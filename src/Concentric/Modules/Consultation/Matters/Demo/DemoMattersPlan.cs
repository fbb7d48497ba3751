namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary><c>data/demo/matters.yaml</c>: the demo world's year of consultation.</summary>
public sealed class DemoMattersPlan : DemoCounts
{
    public int Year { get; set; }
    public int Seed { get; set; }

    /// <summary>Of a hundred that are revisited, how many no longer hold.</summary>
    public int LapsedOfHundred { get; set; }
    public List<DemoTold> Told { get; set; } = [];
    public List<DemoSort> Sorts { get; set; } = [];

    /// <summary>Where exactly, by <c>village</c> and <c>community</c>.</summary>
    public Dictionary<string, List<string>> Wheres { get; set; } = [];
    public List<string> Dissents { get; set; } = [];
    public string Partly { get; set; } = "";
    public string Planned { get; set; } = "";
    public string Refused { get; set; } = "";
    public string RejectedWords { get; set; } = "";
    public string TransferredWords { get; set; } = "";
    public string Research { get; set; } = "";
    public string Adjourned { get; set; } = "";
    public string Announcement { get; set; } = "";

    /// <summary>To whom results are submitted, by <c>village</c> and <c>community</c>.</summary>
    public Dictionary<string, string> Recipients { get; set; } = [];
    public List<DemoLiving> Living { get; set; } = [];
    public DemoFewer Elsewhere { get; set; } = new();

    /// <summary>The same sorts of matters, but fewer, for the committees after the first; none that the account tells of.</summary>
    public DemoMattersPlan ForElsewhere()
    {
        (Seed, Sessions, Solved) = (Seed + 1, Elsewhere.Sessions, Elsewhere.Solved);
        (PartlySolved, ListedInPlan, Explained) = (Elsewhere.PartlySolved, Elsewhere.ListedInPlan, Elsewhere.Explained);
        (Rejected, Transferred, Merged) = (Elsewhere.Rejected, Elsewhere.Transferred, Elsewhere.Merged);
        Told = [];
        Living = [.. Living.Where((_, at) => at % Elsewhere.LivingEach == 0)];
        return this;
    }
}

/// <summary>How many sessions are held, and what becomes of the matters.</summary>
public abstract class DemoCounts
{
    public int Sessions { get; set; }
    public int Solved { get; set; }
    public int PartlySolved { get; set; }
    public int ListedInPlan { get; set; }
    public int Explained { get; set; }
    public int Rejected { get; set; }
    public int Transferred { get; set; }
    public int Merged { get; set; }
}

/// <summary>How many there are in a smaller committee.</summary>
public sealed class DemoFewer : DemoCounts
{
    /// <summary>Every so many of those on their way.</summary>
    public int LivingEach { get; set; } = 1;
}

/// <summary>A sort of matter that comes again and again.</summary>
public class DemoSort
{
    public string Topic { get; set; } = "";

    /// <summary>village, community or any.</summary>
    public string At { get; set; } = "any";
    public int Weight { get; set; } = 1;

    /// <summary>The handling unit's slug.</summary>
    public string Unit { get; set; } = "";
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
    public string Agreed { get; set; } = "";
    public string Reply { get; set; } = "";
    public string Proof { get; set; } = "";
}

/// <summary>One of the three that the yearly account tells of, with its whole life.</summary>
public sealed class DemoTold : DemoSort
{
    /// <summary>The place's slug.</summary>
    public string Place { get; set; } = "";
    public string Helper { get; set; } = "";
    public string Source { get; set; } = "";
    public string Dissent { get; set; } = "";
    public string Recipient { get; set; } = "";

    /// <summary>Month and day, as 03-06.</summary>
    public string Collected { get; set; } = "";
    public string Talked { get; set; } = "";
    public string Closed { get; set; } = "";
}

/// <summary>One that is still on its way when the world is built.</summary>
public sealed class DemoLiving
{
    /// <summary>By its place in the list of sorts.</summary>
    public int Sort { get; set; }

    /// <summary>How many days ago it came in.</summary>
    public int Days { get; set; }

    /// <summary>The state that it has come to.</summary>
    public string To { get; set; } = "";
    public string? Mark { get; set; }
}
