using System.Text.Json;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Members.Import;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>The file is here; what its columns mean is to be confirmed.</summary>
    Uploaded,

    /// <summary>Every row is being looked at.</summary>
    Checking,

    /// <summary>Looked at; nothing is stored yet.</summary>
    Checked,

    /// <summary>Being written, all or nothing.</summary>
    Importing,
    Done,
}

/// <summary>One import of a list of members: a file, what its columns mean, what was found, what was written.</summary>
public sealed class ImportRun : CommitteeEntity
{
    /// <summary>Work that did not end by then was interrupted: the server was stopped.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const int MostProblemsKept = 500;

    public required string FileName { get; init; }
    public required string StartedBy { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public ImportState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The place of the line of headings among the lines of the sheet.</summary>
    public int HeadingLine { get; private set; }

    /// <summary>A JSON array: what each column means, empty where it is left out.</summary>
    public string Meanings { get; private set; } = "[]";
    public MembershipLevel DefaultLevel { get; private set; } = MembershipLevel.County;
    public int DefaultTerm { get; private set; } = 1;
    public DateOnly DefaultStart { get; private set; }
    public bool LeaveOutKnown { get; private set; }

    public int Rows { get; private set; }
    public int NewPeople { get; private set; }
    public int NewSeats { get; private set; }

    /// <summary>Rows whose seat is registered already.</summary>
    public int Known { get; private set; }
    public int ProblemCount { get; private set; }

    /// <summary>A JSON array of the first <see cref="MostProblemsKept"/> problems.</summary>
    [NotInAudit]
    public string Problems { get; private set; } = "[]";

    /// <summary>The code of the refusal that ended the last attempt, if one did.</summary>
    public string? Failure { get; private set; }

    internal IReadOnlyList<string> ColumnMeanings => JsonSerializer.Deserialize<string[]>(Meanings)!;

    internal IReadOnlyList<KeptProblem> KeptProblems => JsonSerializer.Deserialize<KeptProblem[]>(Problems)!;

    internal RowDefaults Defaults => new(DefaultLevel, DefaultTerm, DefaultStart);

    public bool IsWorking(DateTimeOffset now) =>
        State is ImportState.Checking or ImportState.Importing && now - StateSince < Patience;

    /// <summary>Work under way that nobody does any more.</summary>
    public bool IsInterrupted(DateTimeOffset now) => State is ImportState.Checking or ImportState.Importing && !IsWorking(now);

    internal void Understand(int headingLine, IEnumerable<string> meanings, RowDefaults defaults, bool leaveOutKnown)
    {
        HeadingLine = headingLine;
        Meanings = JsonSerializer.Serialize(meanings);
        DefaultLevel = defaults.Level;
        DefaultTerm = defaults.Term;
        DefaultStart = defaults.StartsOn;
        LeaveOutKnown = leaveOutKnown;
    }

    /// <summary>Why the rows cannot be looked at (again).</summary>
    public Refusal? WhyNotCheck(DateTimeOffset now) =>
        State == ImportState.Done ? new Refusal("ImportDone")
        : IsWorking(now) ? new Refusal("ImportUnderWay")
        : ColumnMeanings.Contains("name") ? null
        : new Refusal("ImportNeedsName");

    public void StartCheck(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotCheck(now));
        Enter(ImportState.Checking, now);
        Failure = null;
    }

    /// <summary>Why the rows cannot be written.</summary>
    public Refusal? WhyNotImport(DateTimeOffset now) =>
        State == ImportState.Done ? new Refusal("ImportDone")
        : IsWorking(now) ? new Refusal("ImportUnderWay")
        : State is not ImportState.Checked and not ImportState.Importing ? new Refusal("ImportNotChecked")
        : ProblemCount > 0 ? new Refusal("ImportHasProblems", ProblemCount)
        : NewSeats == 0 ? new Refusal("ImportAddsNothing")
        : null;

    public void StartImport(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotImport(now));
        Enter(ImportState.Importing, now);
        Failure = null;
    }

    internal void Found(ImportPlan plan, DateTimeOffset now)
    {
        Rows = plan.Rows;
        NewPeople = plan.NewPeople;
        NewSeats = plan.NewSeats;
        Known = plan.Known;
        ProblemCount = plan.Problems.Count;
        Problems = JsonSerializer.Serialize(plan.Problems.Take(MostProblemsKept).Select(KeptProblem.Of));
        Enter(ImportState.Checked, now);
    }

    internal void Finish(DateTimeOffset now) => Enter(ImportState.Done, now);

    /// <summary>The attempt failed; nothing was stored.</summary>
    internal void Fail(string code, DateTimeOffset now)
    {
        Failure = code;
        Enter(State == ImportState.Importing ? ImportState.Checked : ImportState.Uploaded, now);
    }

    private void Enter(ImportState state, DateTimeOffset now)
    {
        State = state;
        StateSince = now;
    }
}

/// <summary>A problem as it is kept: its sentence is made when it is shown, in the reader's language.</summary>
internal sealed record KeptProblem(int Row, string Field, string Column, string Value, string Code, IReadOnlyList<string> Values)
{
    internal static KeptProblem Of(RowProblem problem) =>
        new(
            problem.Row,
            problem.Refusal.Field ?? "name",
            problem.Column,
            problem.Value,
            problem.Refusal.Code,
            [.. problem.Refusal.Values.Select(value => FormattableString.Invariant($"{value}"))]
        );

    internal Refusal Refusal => new(Code, [.. Values]);
}

/// <summary>The file of an import, sealed like the contacts in it, until the import is done or given up.</summary>
[OutsideAudit]
public sealed class ImportSheet : CommitteeEntity
{
    public Guid RunId { get; init; }
    public required byte[] Sealed { get; init; }
}
