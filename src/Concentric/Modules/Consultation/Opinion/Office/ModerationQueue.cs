using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>A statement that waits for a moderator, and what voters pointed out in it.</summary>
public sealed record QueuedStatement(
    Guid Id,
    string Text,
    StatementState State,
    DateTimeOffset OfferedAt,
    IReadOnlyList<string> Flags
);

/// <summary>The statements of a question that wait for a moderator, the oldest first.</summary>
internal static class ModerationQueue
{
    private const int MostFlagsShown = 5;

    internal static async Task<(int Waiting, int Flagged)> CountAsync(
        AppDb db,
        Guid questionId,
        CancellationToken cancellation
    ) =>
        (
            await Of(db, questionId, isFlagged: false).CountAsync(cancellation),
            await Of(db, questionId, isFlagged: true).CountAsync(cancellation)
        );

    internal static async Task<IReadOnlyList<QueuedStatement>> ReadAsync(
        AppDb db,
        Guid questionId,
        bool isFlagged,
        (int Page, int Size) part,
        CancellationToken cancellation
    )
    {
        var statements = await Of(db, questionId, isFlagged)
            .OrderBy(row => row.Id)
            .Skip((part.Page - 1) * part.Size)
            .Take(part.Size)
            .ToListAsync(cancellation);
        var ids = statements.ConvertAll(row => row.Id);
        var flags = (
            await db.Set<OpinionFlag>()
                .AsNoTracking()
                .Where(row => row.QuestionId == questionId && row.SeenAt == null && ids.Contains(row.StatementId))
                .OrderBy(row => row.Id)
                .Select(row => new { row.StatementId, row.Words })
                .ToListAsync(cancellation)
        ).ToLookup(row => row.StatementId, row => row.Words);
        return statements.ConvertAll(row => new QueuedStatement(
            row.Id,
            row.Text,
            row.State,
            row.OfferedAt,
            [.. flags[row.Id].Take(MostFlagsShown)]
        ));
    }

    private static IQueryable<OpinionStatement> Of(AppDb db, Guid questionId, bool isFlagged)
    {
        var statements = db.Set<OpinionStatement>().AsNoTracking().Where(row => row.QuestionId == questionId);
        return isFlagged
            ? statements.Where(row =>
                row.State == StatementState.Accepted
                && db.Set<OpinionFlag>().Any(flag => flag.StatementId == row.Id && flag.SeenAt == null)
            )
            : statements.Where(row => row.State == StatementState.Pending);
    }
}
