namespace Concentric.Modules.Meetings.Demo;

/// <summary><c>data/demo/meetings.yaml</c>: the demo world's year of meetings and study.</summary>
public sealed class DemoMeetingsPlan
{
    public List<string> Townships { get; set; } = [];

    /// <summary>Why members ask leave.</summary>
    public List<string> Reasons { get; set; } = [];

    /// <summary>The texts that first agenda items study, each from its day on.</summary>
    public List<DemoText> Texts { get; set; } = [];
    public List<DemoSeries> Series { get; set; } = [];

    /// <summary>Held, and waiting for the organiser's confirmation.</summary>
    public List<DemoSingle> Unconfirmed { get; set; } = [];

    /// <summary>Still to come when the world is built.</summary>
    public List<DemoSingle> Upcoming { get; set; } = [];
    public DemoCorrection Correction { get; set; } = new();
}

public sealed class DemoText
{
    public string Title { get; set; } = "";
    public string Source { get; set; } = "";
    public DateOnly Issued { get; set; }
}

/// <summary>What meetings of the demo world have in common.</summary>
public abstract class DemoOccasion
{
    public string Kind { get; set; } = "";
    public int Hour { get; set; }
    public string Place { get; set; } = "";

    /// <summary>The sector whose members are expected, where the kind does not say.</summary>
    public string? Sector { get; set; }
}

/// <summary>Meetings of one kind, spread over the year.</summary>
public sealed class DemoSeries : DemoOccasion
{
    /// <summary>How many, by the committee's slug.</summary>
    public Dictionary<string, int> Times { get; set; } = [];

    /// <summary>How many of them have a seminar part.</summary>
    public Dictionary<string, int> Seminars { get; set; } = [];
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public bool FirstAgendaItem { get; set; }

    /// <summary>The fewest and most who hear it from outside.</summary>
    public List<int> Audience { get; set; } = [];
    public string? AudienceKind { get; set; }
    public List<string> Titles { get; set; } = [];
}

public sealed class DemoSingle : DemoOccasion
{
    public string Title { get; set; } = "";
    public DateOnly On { get; set; }
    public int InDays { get; set; }

    /// <summary>How many ask leave and wait for the answer.</summary>
    public int Leave { get; set; }

    /// <summary>Whether the member of the demo account is expected.</summary>
    public bool Member { get; set; }
}

public sealed class DemoCorrection
{
    public string Kind { get; set; } = "";
    public string Reason { get; set; } = "";
}
