using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Data;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>One result that the ledger no longer says: what stands, what the ledger says now, and the items that make the difference.</summary>
/// <param name="Result">None for somebody who has a seat in the year now and had none when it was frozen.</param>
/// <param name="Now">None for somebody who no longer has one.</param>
public sealed record ResultDifference(
    Guid PersonId,
    string Name,
    AppraisalResult? Result,
    Statement? Now,
    IReadOnlyList<ItemMove> Items
)
{
    public Points? Before => Result is null ? null : new Points(Result.Total);

    public Points? After => Now?.Total;

    /// <summary>Whether a correction can take over what the ledger says now.</summary>
    public bool IsCorrectable => Result is not null && Now is not null;
}

/// <summary>重算: derives a year again under the ledger as it stands, beside the results that were frozen.</summary>
public sealed class Rescoring(AppDb db, MemberStatements statements)
{
    /// <summary>In the order of names; nobody whose result is what the ledger says.</summary>
    public async Task<IReadOnlyList<ResultDifference>> CompareAsync(
        AppraisalCycle cycle,
        RuleSheet sheet,
        CancellationToken cancellation = default,
        long? ledgerSize = null
    )
    {
        var results = await db.Set<AppraisalResult>()
            .Include(row => row.Corrections)
            .Where(row => row.CycleId == cycle.Id)
            .ToDictionaryAsync(row => row.PersonId, cancellation);
        var differences = new List<ResultDifference>();
        foreach (var one in await statements.AllAsync(sheet, cancellation, ledgerSize))
        {
            if (!results.Remove(one.PersonId, out var result))
                differences.Add(new(one.PersonId, one.Name, null, one.Statement, []));
            else if (result.Differs(one.Statement))
                differences.Add(new(one.PersonId, one.Name, result, one.Statement, result.Moves(one.Statement)));
        }

        differences.AddRange(results.Values.Select(gone => new ResultDifference(gone.PersonId, gone.Name, gone, null, [])));
        return differences;
    }
}
