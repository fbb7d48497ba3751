using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Offered and flagged statements that wait for the reader: those of questions that name a moderator wait for that one alone.</summary>
internal sealed class OpinionWaiting(AppDb db, CurrentActor actor, IStringLocalizer<ConsultationTexts> text) : IWaitingWork
{
    private const string Path = "/office/consultation/questions";

    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation)
    {
        if (!actor.Can(OpinionPermissions.Moderate))
            return [];
        var own = db.Set<OpinionQuestion>().Where(row => row.ModeratorId == null || row.ModeratorId == actor.AccountId);
        var offered = await db.Set<OpinionStatement>()
            .Where(row => row.State == StatementState.Pending && own.Any(question => question.Id == row.QuestionId))
            .Select(row => row.QuestionId)
            .ToListAsync(cancellation);
        var flagged = await db.Set<OpinionFlag>()
            .Where(row => row.SeenAt == null && own.Any(question => question.Id == row.QuestionId))
            .Select(row => row.QuestionId)
            .ToListAsync(cancellation);
        return WaitingWork.Of(
            (text["Opinion.Waiting.Offered"], offered.Count, PathOf(offered, "")),
            (text["Opinion.Waiting.Flagged"], flagged.Count, PathOf(flagged, "?view=flagged"))
        );
    }

    /// <summary>The one question's queue; of several, their list.</summary>
    private static string PathOf(List<Guid> questions, string view) =>
        questions.Distinct().ToList() is [var only] ? $"{Path}/{only}/moderation{view}" : Path;
}
