using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>One person's frozen result of a year, with the stage that the year has reached.</summary>
public sealed record PersonResult(int Year, CycleState State, AppraisalResult Result)
{
    public bool IsFinal => State is CycleState.Final or CycleState.Filed;
}

/// <summary>Finds what was approved about one person.</summary>
public sealed class ResultsOfPerson(AppDb db)
{
    public async Task<PersonResult?> OfYearAsync(int year, Guid personId, CancellationToken cancellation = default) =>
        (await AllAsync(personId, cancellation)).FirstOrDefault(row => row.Year == year);

    /// <summary>Everybody's approved grade of a year, null for those without one; nothing before the year is approved.</summary>
    public Task<Dictionary<Guid, string?>> GradesOfYearAsync(int year, CancellationToken cancellation = default) =>
        db.Set<AppraisalResult>()
            .AsNoTracking()
            .Join(
                db.Set<AppraisalCycle>().Where(cycle => cycle.Year == year),
                result => result.CycleId,
                cycle => cycle.Id,
                (result, _) => new { result.PersonId, result.Grade }
            )
            .ToDictionaryAsync(row => row.PersonId, string? (row) => row.Grade, cancellation);

    /// <summary>Every year, newest first.</summary>
    public async Task<IReadOnlyList<PersonResult>> AllAsync(Guid personId, CancellationToken cancellation = default)
    {
        var rows = await (
            from result in db.Set<AppraisalResult>().AsNoTracking().Include(row => row.Corrections)
            join cycle in db.Set<AppraisalCycle>() on result.CycleId equals cycle.Id
            where result.PersonId == personId
            orderby cycle.Year descending
            select new
            {
                cycle.Year,
                cycle.State,
                Result = result,
            }
        ).ToListAsync(cancellation);
        return [.. rows.Select(row => new PersonResult(row.Year, row.State, row.Result))];
    }
}
