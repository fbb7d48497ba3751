using System.Text.Json;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Platform.Import;

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

/// <summary>One import of a table, whatever it holds: a file, what its columns mean, what was found, what was written.</summary>
public abstract class TableImport : CommitteeEntity
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

    /// <summary>The place of the line of headings among the lines of the table.</summary>
    public int HeadingLine { get; private set; }

    /// <summary>A JSON array: what each column means, empty where it is left out.</summary>
    public string Meanings { get; private set; } = "[]";

    public int Rows { get; private set; }
    public int ProblemCount { get; private set; }

    /// <summary>A JSON array of the first <see cref="MostProblemsKept"/> problems.</summary>
    [NotInAudit]
    public string Problems { get; private set; } = "[]";

    /// <summary>The code of the refusal that ended the last attempt, if one did.</summary>
    public string? Failure { get; private set; }

    internal IReadOnlyList<string> ColumnMeanings => JsonSerializer.Deserialize<string[]>(Meanings)!;

    internal IReadOnlyList<KeptProblem> KeptProblems => JsonSerializer.Deserialize<KeptProblem[]>(Problems)!;

    public bool IsWorking(DateTimeOffset now) =>
        State is ImportState.Checking or ImportState.Importing && now - StateSince < Patience;

    /// <summary>Work under way that nobody does any more.</summary>
    public bool IsInterrupted(DateTimeOffset now) => State is ImportState.Checking or ImportState.Importing && !IsWorking(now);

    /// <summary>Why the columns do not say enough.</summary>
    public abstract Refusal? WhyNotMean(IReadOnlyList<string> meanings);

    /// <summary>Why there is nothing to write although no row has a problem.</summary>
    protected abstract Refusal? WhyNothing();

    internal void Mean(int headingLine, IEnumerable<string> meanings) =>
        (HeadingLine, Meanings) = (headingLine, JsonSerializer.Serialize(meanings));

    /// <summary>Where each meaning stands, with the heading above it.</summary>
    internal Dictionary<string, (int Place, string Heading)> Places(ImportedTable table)
    {
        var headings = table.Lines[HeadingLine];
        return ColumnMeanings
            .Select((meaning, place) => (meaning, place))
            .Where(pair => pair.meaning.Length > 0)
            .ToDictionary(pair => pair.meaning, pair => (pair.place, headings[pair.place]), StringComparer.Ordinal);
    }

    /// <summary>Why the rows cannot be looked at (again).</summary>
    public Refusal? WhyNotCheck(DateTimeOffset now) =>
        State == ImportState.Done ? new Refusal("ImportDone")
        : IsWorking(now) ? new Refusal("ImportUnderWay")
        : WhyNotMean(ColumnMeanings);

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
        : WhyNothing();

    public void StartImport(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotImport(now));
        Enter(ImportState.Importing, now);
        Failure = null;
    }

    internal void Found(int rows, IReadOnlyList<RowProblem> problems, DateTimeOffset now)
    {
        (Rows, ProblemCount) = (rows, problems.Count);
        Problems = JsonSerializer.Serialize(problems.Take(MostProblemsKept).Select(KeptProblem.Of));
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

/// <summary>One thing that is wrong with a row: where, what stands there, why, in words that also say what would be right.</summary>
internal sealed record RowProblem(int Row, string Column, string Value, Refusal Refusal);

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
