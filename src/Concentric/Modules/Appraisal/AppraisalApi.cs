using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal;

/// <summary>What the command line may ask of the appraisal.</summary>
public sealed class AppraisalApi(
    SheetShelf shelf,
    SheetReader reader,
    MemberStatements statements,
    StatementWording wording,
    CycleDesk desk,
    Rescoring rescoring
)
{
    /// <summary>The sheet in force for a year.</summary>
    public async Task<RuleSheet?> SheetOfAsync(int year, CancellationToken cancellation = default) =>
        await shelf.OfYearAsync(year, cancellation) is { } edition ? shelf.SoundSheetOf(edition) : null;

    /// <summary>What the reader makes of a file's text.</summary>
    public SheetReading Read(string text) => reader.Read(text);

    public Task<IReadOnlyList<MemberStatement>> StatementsAsync(RuleSheet sheet, CancellationToken cancellation = default) =>
        statements.AllAsync(sheet, cancellation);

    public Task<MemberStatement?> StatementAsync(RuleSheet sheet, Guid personId, CancellationToken cancellation = default) =>
        statements.OfPersonAsync(sheet, personId, cancellation);

    public string Note(ScoreLine line) => wording.Note(line);

    public string Reason(RuleSheet sheet, UncountedFact fact) => wording.Reason(sheet, fact);

    /// <summary>Who would change if the year were derived again from the ledger as it stands; null while nothing is frozen.</summary>
    public async Task<IReadOnlyList<ResultDifference>?> RescoreAsync(int year, CancellationToken cancellation = default) =>
        await desk.FindAsync(year, cancellation) is { IsFrozen: true } cycle
            ? await rescoring.CompareAsync(
                cycle,
                shelf.SoundSheetOf((await shelf.FindAsync(cycle.SheetEditionId, cancellation))!),
                cancellation
            )
            : null;
}
