namespace Concentric.Modules.Appraisal.Duties.Demo;

/// <summary><c>data/demo/duties.yaml</c>: the demo world's registered duties.</summary>
public sealed class DemoDutiesPlan
{
    /// <summary>How many in a hundred are leading, good, fair and weak.</summary>
    public List<int> Shares { get; set; } = [];
    public List<string> Places { get; set; } = [];
    public DemoPlenary Plenary { get; set; } = new();
    public List<DemoDutySeries> Series { get; set; } = [];
    public List<DemoDuty> Waiting { get; set; } = [];
    public DemoDuty Returned { get; set; } = new();
    public DemoDuty Reported { get; set; } = new();
    public DemoDutyCorrection Correction { get; set; } = new();
}

public sealed class DemoPlenary
{
    public string Title { get; set; } = "";
    public string Leave { get; set; } = "";
    public DateOnly On { get; set; }
    public int HalfDays { get; set; }
    public int LeaveOneIn { get; set; }
    public int AwayOneIn { get; set; }
}

/// <summary>Records of one kind, spread over the year.</summary>
public sealed class DemoDutySeries
{
    public string Kind { get; set; } = "";
    public string? Step { get; set; }

    /// <summary>The first member's part; the others are joint.</summary>
    public DutyPart? Part { get; set; }
    public string Office { get; set; } = "";

    /// <summary>How many members share a record.</summary>
    public int Size { get; set; } = 1;

    /// <summary>In how many records one of each group stands on average.</summary>
    public List<double> Rates { get; set; } = [];
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>{0} is the number of the record.</summary>
    public string? Reference { get; set; }

    /// <summary>{0} is a place, {1} one of the titles.</summary>
    public string Title { get; set; } = "";
    public List<string> Titles { get; set; } = [];
    public string? Contact { get; set; }
    public DemoLater? Later { get; set; }
}

/// <summary>A further step of every so-manieth thing.</summary>
public sealed class DemoLater
{
    public string Step { get; set; } = "";
    public DateOnly On { get; set; }
    public int Every { get; set; }
}

/// <summary>One record.</summary>
public sealed class DemoDuty
{
    public string Kind { get; set; } = "";
    public string? Step { get; set; }
    public string Office { get; set; } = "";
    public DateOnly On { get; set; }
    public int Size { get; set; } = 1;
    public string Title { get; set; } = "";
    public string? Reference { get; set; }
    public string? Note { get; set; }

    /// <summary>Why it was returned.</summary>
    public string Reason { get; set; } = "";
}

public sealed class DemoDutyCorrection
{
    public string Reason { get; set; } = "";

    /// <summary>By how many days the record was wrong.</summary>
    public int Days { get; set; }
}
