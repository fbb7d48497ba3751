using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>A statement that can be answered, and how this voice answered it.</summary>
public sealed record AskedStatement(Guid Id, string Text, Vote? Answer, DateTimeOffset? AnsweredAt);

/// <summary>A statement that this voice offered, and what became of it.</summary>
public sealed record OwnStatement(string Text, StatementState State, StatementFault? Fault);

/// <summary>One voice's view of a question.</summary>
public sealed record Ballot(IReadOnlyList<AskedStatement> Statements, IReadOnlyList<OwnStatement> Own)
{
    public int Answered => Statements.Count(one => one.Answer is not null);

    /// <summary>The answer given last.</summary>
    public AskedStatement? Last => Statements.Where(one => one.Answer is not null).MaxBy(one => one.AnsweredAt);
}

/// <summary>Asks one statement after the other, and takes answers, statements and flags.</summary>
public sealed class OpinionBallot(AppDb db, OpinionCount count, CurrentCommittee committee, TimeProvider time)
{
    private const int Tries = 3;

    public DateOnly Today => committee.Today(time);

    /// <summary>A question that the public may see.</summary>
    public Task<OpinionQuestion?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<OpinionQuestion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.State != QuestionState.Drafted, cancellation);

    public async Task<Ballot> LookAsync(Guid questionId, Voice? voice, CancellationToken cancellation)
    {
        var voterId = voice is null ? null : await VoterIdAsync(questionId, voice, cancellation);
        var statements = await db.Set<OpinionStatement>()
            .AsNoTracking()
            .Where(row => row.QuestionId == questionId && row.State == StatementState.Accepted)
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Text })
            .ToListAsync(cancellation);
        if (voterId is null)
            return new Ballot([.. statements.Select(row => new AskedStatement(row.Id, row.Text, null, null))], []);
        var answers = await db.Set<OpinionVote>()
            .AsNoTracking()
            .Where(row => row.QuestionId == questionId && row.VoterId == voterId)
            .ToDictionaryAsync(row => row.StatementId, row => (row.Choice, row.CastAt), cancellation);
        var own = await db.Set<OpinionStatement>()
            .AsNoTracking()
            .Where(row => row.QuestionId == questionId && row.VoterId == voterId)
            .OrderBy(row => row.Id)
            .Select(row => new OwnStatement(row.Text, row.State, row.Fault))
            .ToListAsync(cancellation);
        return new Ballot(
            [
                .. statements.Select(row =>
                    answers.TryGetValue(row.Id, out var answer)
                        ? new AskedStatement(row.Id, row.Text, answer.Choice, answer.CastAt)
                        : new AskedStatement(row.Id, row.Text, null, null)
                ),
            ],
            own
        );
    }

    /// <summary>The statement to ask next: drawn by what is learnt from it, the same until it is answered; none when all are.</summary>
    public async Task<AskedStatement?> NextAsync(Guid questionId, Ballot ballot, Voice voice, CancellationToken cancellation)
    {
        var open = ballot.Statements.Where(one => one.Answer is null).ToList();
        if (open.Count == 0)
            return null;
        var picture = await count.KeptAsync(questionId, cancellation);
        var priorities = picture?.Statements.ToDictionary(one => one.Statement, one => one.Priority, StringComparer.Ordinal);
        var weights = open.ConvertAll(one => priorities?.GetValueOrDefault($"{one.Id:N}", Asking.Unseen) ?? Asking.Unseen);
        return open[Asking.Draw(weights, Lot(voice, ballot.Answered))];
    }

    /// <summary>Takes an answer; a later one takes its place.</summary>
    public async Task<Refusal?> CastAsync(
        OpinionQuestion question,
        Guid statementId,
        Vote choice,
        Voice voice,
        CancellationToken cancellation
    )
    {
        if (!question.IsOpenOn(Today))
            return new Refusal("OpinionNotOpen");
        var isAsked = await db.Set<OpinionStatement>()
            .AnyAsync(
                row => row.Id == statementId && row.QuestionId == question.Id && row.State == StatementState.Accepted,
                cancellation
            );
        if (!isAsked)
            return new Refusal("OpinionStatementGone");
        await InVoiceAsync(
            question.Id,
            voice,
            voterId => PutAsync(question.Id, voterId, statementId, choice, cancellation),
            cancellation
        );
        return null;
    }

    /// <summary>Takes a statement of a voter's own; it waits for a moderator.</summary>
    public async Task<Refusal?> OfferAsync(OpinionQuestion question, string? text, Voice voice, CancellationToken cancellation)
    {
        if (!question.IsOpenOn(Today))
            return new Refusal("OpinionNotOpen");
        if (!question.TakesStatements)
            return new Refusal("OpinionTakesNoStatements");
        if (OpinionStatement.WhyNotText(text) is { } refusal)
            return refusal;
        var plain = text!.Trim();
        var isKnown = await db.Set<OpinionStatement>()
            .AnyAsync(
                row => row.QuestionId == question.Id && row.Text == plain && row.State != StatementState.Withdrawn,
                cancellation
            );
        if (isKnown)
            return new Refusal("OpinionStatementKnown").At(nameof(OpinionStatement.Text));
        var voterId = await VoterIdAsync(question.Id, voice, cancellation);
        var waiting = await db.Set<OpinionStatement>()
            .CountAsync(
                row => row.QuestionId == question.Id && row.VoterId == voterId && row.State == StatementState.Pending,
                cancellation
            );
        if (voterId is not null && waiting >= OpinionStatement.MostWaiting)
            return new Refusal("OpinionManyWaiting", OpinionStatement.MostWaiting);
        await InVoiceAsync(
            question.Id,
            voice,
            own =>
            {
                db.Add(OpinionStatement.Offer(question.Id, own, plain, time.GetUtcNow()));
                return Task.CompletedTask;
            },
            cancellation
        );
        return null;
    }

    /// <summary>Takes the word that a statement breaks the rules. Once is enough.</summary>
    public async Task<Refusal?> FlagAsync(
        OpinionQuestion question,
        Guid statementId,
        string? words,
        Voice voice,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(words))
            return new Refusal("OpinionFlagWordsMissing").At("Words");
        if (words.Trim().Length > OpinionFlag.LongestWords)
            return new Refusal("TooLong", OpinionFlag.LongestWords, words.Trim().Length).At("Words");
        await InVoiceAsync(
            question.Id,
            voice,
            async own =>
            {
                if (
                    await db.Set<OpinionFlag>()
                        .AnyAsync(row => row.StatementId == statementId && row.VoterId == own, cancellation)
                )
                    return;
                var flag = new OpinionFlag
                {
                    QuestionId = question.Id,
                    StatementId = statementId,
                    VoterId = own,
                    Words = words.Trim(),
                    RaisedAt = time.GetUtcNow(),
                };
                db.Add(flag);
            },
            cancellation
        );
        return null;
    }

    private async Task PutAsync(Guid questionId, Guid voterId, Guid statementId, Vote choice, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var known = await db.Set<OpinionVote>()
            .SingleOrDefaultAsync(
                row => row.QuestionId == questionId && row.VoterId == voterId && row.StatementId == statementId,
                cancellation
            );
        if (known is not null)
            (known.Choice, known.CastAt) = (choice, now);
        else
            db.Add(
                new OpinionVote
                {
                    QuestionId = questionId,
                    VoterId = voterId,
                    StatementId = statementId,
                    Choice = choice,
                    CastAt = now,
                }
            );
    }

    /// <summary>Does something as a voter, who gets a row at the first time. A twin of the same act in between is no fault: once more.</summary>
    private async Task InVoiceAsync(Guid questionId, Voice voice, Func<Guid, Task> work, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await work(await VoterIdAsync(questionId, voice, cancellation) ?? Come(questionId, voice));
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException twin) when (tries < Tries && (twin.IsDuplicate() || twin is DbUpdateConcurrencyException))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private Guid Come(Guid questionId, Voice voice)
    {
        var voter = new OpinionVoter
        {
            QuestionId = questionId,
            Kind = voice.Kind,
            Digest = voice.Digest,
            CameAt = time.GetUtcNow(),
        };
        db.Add(voter);
        return voter.Id;
    }

    private async Task<Guid?> VoterIdAsync(Guid questionId, Voice voice, CancellationToken cancellation) =>
        await db.Set<OpinionVoter>()
            .Where(row => row.QuestionId == questionId && row.Digest == voice.Digest)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellation);

    /// <summary>From 0 to 1, by the voice and how far it has come.</summary>
    private static double Lot(Voice voice, int answered)
    {
        var mixed = Convert.ToUInt64(voice.Digest[..16], 16) + ((ulong)answered * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
    }
}
