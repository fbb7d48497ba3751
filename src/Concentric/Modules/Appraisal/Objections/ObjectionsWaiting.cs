using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>Objections that wait for the reader's answer, decision or correction.</summary>
internal sealed class ObjectionsWaiting(AppDb db, CurrentActor actor, ActorField field, IStringLocalizer<AppraisalTexts> text)
    : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        WaitingWork.Of(
            (
                text["Waiting.ObjectionAnswer"],
                await CountAsync(AppraisalPermissions.AnswerObjections, ObjectionState.Raised, cancellation),
                "/office/appraisal/objections?f.state=Raised"
            ),
            (
                text["Waiting.ObjectionDecision"],
                await CountAsync(AppraisalPermissions.DecideObjections, ObjectionState.Appealed, cancellation),
                "/office/appraisal/objections?f.state=Appealed"
            ),
            (
                text["Waiting.ObjectionCorrection"],
                actor.Can(AppraisalPermissions.AnswerObjections)
                    ? await db.Set<Objection>()
                        .Within(field, AppraisalPermissions.AnswerObjections)
                        .AwaitingCorrection(db)
                        .CountAsync(cancellation)
                    : 0,
                "/office/appraisal/objections?f.state=uncorrected"
            )
        );

    private async Task<int> CountAsync(string permission, ObjectionState state, CancellationToken cancellation) =>
        actor.Can(permission)
            ? await db.Set<Objection>().Within(field, permission).CountAsync(row => row.State == state, cancellation)
            : 0;
}

/// <summary>Questions asked of the objections.</summary>
public static class ObjectionQueries
{
    /// <summary>Those that the offices answer in whose name a permission may be used, and those that no office in particular answers.</summary>
    public static IQueryable<Objection> Within(this IQueryable<Objection> objections, ActorField field, string permission)
    {
        var closed = field.Closed(permission);
        return closed.Count == 0 ? objections : objections.Where(row => row.Office == null || !closed.Contains(row.Office));
    }

    /// <summary>Granted, and the record is not yet put right.</summary>
    public static IQueryable<Objection> AwaitingCorrection(this IQueryable<Objection> objections, AppDb db) =>
        objections.Where(row =>
            (row.State == ObjectionState.Granted || row.State == ObjectionState.GrantedOnAppeal)
            && row.CorrectingFactId == null
            && !(row.FactId != null && db.Facts.Any(fact => fact.RetractsId == row.FactId))
        );

    /// <summary>Not yet at their end: an answer, a decision or a correction is owed, or a refusal may still be taken further.</summary>
    public static IQueryable<Objection> Open(this IQueryable<Objection> objections, AppDb db, DateOnly today) =>
        objections
            .Where(row =>
                row.State == ObjectionState.Raised
                || row.State == ObjectionState.Appealed
                || (row.State == ObjectionState.Refused && row.AppealUntil >= today)
            )
            .Union(objections.AwaitingCorrection(db));
}
