using System.Text.Json;
using Concentric.Platform.Data;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>
/// Works a question's map out from its votes and keeps it. A page that is asked for a small question counts anew what has changed; a large
/// one shows what is kept, and the job follows within a minute, so that nobody waits for two million votes.
/// </summary>
public sealed class OpinionCount(AppDb db, TimeProvider time)
{
    /// <summary>Up to so many votes are counted while a reader waits: a fraction of a second.</summary>
    private const int CountedAtOnce = 20_000;

    /// <summary>A vote that is being saved while another is counted is at most so old.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(3);

    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>What is kept; nothing is counted.</summary>
    public async Task<OpinionPicture?> KeptAsync(Guid questionId, CancellationToken cancellation) =>
        Read(await ResultAsync(questionId, cancellation));

    /// <summary>What is kept, counted anew before if that is soon done.</summary>
    public async Task<(OpinionResult? Result, OpinionPicture? Picture)> CurrentAsync(
        Guid questionId,
        CancellationToken cancellation
    )
    {
        var result = await ResultAsync(questionId, cancellation);
        if (await IsStaleAsync(questionId, result, cancellation) && await IsSmallAsync(questionId, cancellation))
            result = await RunAsync(questionId, cancellation);
        return (result, Read(result));
    }

    /// <summary>Counts anew what has changed, however large.</summary>
    public async Task FollowAsync(Guid questionId, CancellationToken cancellation)
    {
        if (await IsStaleAsync(questionId, await ResultAsync(questionId, cancellation), cancellation))
            await RunAsync(questionId, cancellation);
    }

    private Task<OpinionResult?> ResultAsync(Guid questionId, CancellationToken cancellation) =>
        db.Set<OpinionResult>().AsNoTracking().SingleOrDefaultAsync(row => row.QuestionId == questionId, cancellation);

    private async Task<bool> IsStaleAsync(Guid questionId, OpinionResult? result, CancellationToken cancellation)
    {
        var asOf = result?.AsOf ?? DateTimeOffset.MinValue;
        return await db.Set<OpinionVote>().AnyAsync(row => row.QuestionId == questionId && row.CastAt > asOf, cancellation)
            || (
                result is not null
                && await db.Set<OpinionStatement>()
                    .AnyAsync(row => row.QuestionId == questionId && row.DecidedAt > asOf, cancellation)
            );
    }

    private async Task<bool> IsSmallAsync(Guid questionId, CancellationToken cancellation) =>
        await db.Set<OpinionVote>().Where(row => row.QuestionId == questionId).Take(CountedAtOnce + 1).CountAsync(cancellation)
        <= CountedAtOnce;

    private async Task<OpinionResult> RunAsync(Guid questionId, CancellationToken cancellation)
    {
        var asOf = time.GetUtcNow() - UnderWay;
        var (table, digest) = await ReadAsync(questionId, cancellation);
        var result = await db.Set<OpinionResult>().SingleOrDefaultAsync(row => row.QuestionId == questionId, cancellation);
        if (result is null || result.Digest != digest)
        {
            var before = Read(result);
            var picture = OpinionPicture.Of(OpinionMap.Of(table, before is { Groups.Count: > 0 } ? before.Count : null), before);
            if (result is null)
                db.Add(result = new OpinionResult { QuestionId = questionId });
            result.Picture = JsonSerializer.Serialize(picture, Json);
            (result.Voters, result.Votes) = (table.Rows.Count, table.Rows.Sum(row => row.Columns.Length));
            (result.Digest, result.ComputedAt) = (digest, time.GetUtcNow());
        }

        result.AsOf = asOf;
        return await SaveAsync(result, cancellation);
    }

    /// <summary>Whoever counted at the same moment counted the same.</summary>
    private async Task<OpinionResult> SaveAsync(OpinionResult result, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twin) when (twin is DbUpdateConcurrencyException || twin.IsDuplicate())
        {
            db.ChangeTracker.Clear();
        }

        return result;
    }

    /// <summary>All answers to the statements that are shown, voter by voter.</summary>
    private async Task<(VoteTable Table, long Digest)> ReadAsync(Guid questionId, CancellationToken cancellation)
    {
        var statements = await db.Set<OpinionStatement>()
            .Where(row => row.QuestionId == questionId && row.State == StatementState.Accepted)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        var columns = statements.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var votes = db.Set<OpinionVote>()
            .Where(row => row.QuestionId == questionId)
            .OrderBy(row => row.VoterId)
            .Select(row => new
            {
                row.VoterId,
                row.StatementId,
                row.Choice,
            })
            .AsAsyncEnumerable();
        var rows = new VoteRows();
        // What is asked decides too: a statement that nobody has answered changes how many answers make a voter count.
        var digest = (long)statements.Count;
        await foreach (var vote in votes.WithCancellation(cancellation))
        {
            if (!columns.TryGetValue(vote.StatementId, out var column))
                continue;
            rows.Add(vote.VoterId, column, (sbyte)vote.Choice);
            digest += HashCode(vote.VoterId, vote.StatementId, (int)vote.Choice);
        }

        return (VoteTable.Of([.. statements.Select(id => $"{id:N}")], rows.Take()), digest);
    }

    /// <summary>The same in every process.</summary>
    private static long HashCode(Guid voter, Guid statement, int choice)
    {
        Span<byte> bytes = stackalloc byte[32];
        voter.TryWriteBytes(bytes);
        statement.TryWriteBytes(bytes[16..]);
        var mixed = (ulong)(choice + 2);
        for (var at = 0; at < 32; at += 8)
            mixed = (mixed ^ BitConverter.ToUInt64(bytes[at..])) * 0x9E3779B97F4A7C15UL;
        return (long)(mixed ^ (mixed >> 29));
    }

    private static OpinionPicture? Read(OpinionResult? result) =>
        result is null ? null : JsonSerializer.Deserialize<OpinionPicture>(result.Picture, Json);

    /// <summary>Puts rows together from votes that come voter by voter.</summary>
    private sealed class VoteRows
    {
        private readonly List<VoteRow> rows = [];
        private readonly SortedList<int, sbyte> own = [];
        private Guid voter;

        internal void Add(Guid voterId, int column, sbyte vote)
        {
            if (voterId != voter)
                End();
            voter = voterId;
            own[column] = vote;
        }

        internal IReadOnlyList<VoteRow> Take()
        {
            End();
            return rows;
        }

        private void End()
        {
            if (own.Count > 0)
                rows.Add(VoteRow.Of($"{voter:N}", [.. own.Keys], [.. own.Values]));
            own.Clear();
        }
    }
}
