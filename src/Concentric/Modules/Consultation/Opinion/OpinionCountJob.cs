using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Closes questions whose last day has passed, and keeps the maps of the open and the just closed up to date.</summary>
public sealed class OpinionCountJob(
    AppDb db,
    OpinionCount count,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time
) : ICommitteeJob
{
    /// <summary>So long after the end a last answer may still have to be counted.</summary>
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(1);

    public static string Name => "opinion maps";

    /// <summary>Every minute.</summary>
    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        var ended = await db.Set<OpinionQuestion>()
            .Where(row => row.State == QuestionState.Open && row.ClosesOn < today)
            .ToListAsync(cancellation);
        foreach (var question in ended)
            question.Close(Doer.Of(actor, time));
        await db.SaveChangesAsync(cancellation);
        var since = time.GetUtcNow() - AfterTheEnd;
        var moving = await db.Set<OpinionQuestion>()
            .Where(row => row.State == QuestionState.Open || row.ClosedAt > since)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var question in moving)
        {
            await count.FollowAsync(question, cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
