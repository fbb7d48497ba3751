using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What a moderator decides about a statement.</summary>
public enum ModeratorVerdict
{
    Accept,
    Reject,

    /// <summary>Looked at again and left as it is: what voters pointed out is no fault.</summary>
    Keep,
}

/// <summary>One decision about one statement.</summary>
public sealed record ModeratorDecision(Guid StatementId, ModeratorVerdict Verdict, StatementFault? Fault);

/// <summary>What the office does with questions: writes, opens, closes, adds statements, decides about offered ones.</summary>
public sealed class OpinionDesk(AppDb db, CurrentCommittee committee, CurrentActor actor, RoleCatalog roles, TimeProvider time)
{
    public DateOnly Today => committee.Today(time);

    public Doer Doer => Doer.Of(actor, time);

    /// <summary>For change: the entity is tracked.</summary>
    public Task<OpinionQuestion?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<OpinionQuestion>().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Who can be named as moderator.</summary>
    public Task<List<(Guid Id, string Name)>> ModeratorsAsync(CancellationToken cancellation) =>
        db
            .Accounts.WhoMay(roles, OpinionPermissions.Moderate)
            .OrderBy(account => account.DisplayName)
            .Select(account => new ValueTuple<Guid, string>(account.Id, account.DisplayName))
            .Take(200)
            .ToListAsync(cancellation);

    public Task<int> AcceptedAsync(Guid questionId, CancellationToken cancellation) =>
        db.Set<OpinionStatement>()
            .CountAsync(row => row.QuestionId == questionId && row.State == StatementState.Accepted, cancellation);

    public async Task<Refusal?> WhyNotOpenAsync(OpinionQuestion question, CancellationToken cancellation) =>
        question.WhyNotOpen(await AcceptedAsync(question.Id, cancellation), Today);

    public async Task OpenAsync(OpinionQuestion question, CancellationToken cancellation)
    {
        question.Open(await AcceptedAsync(question.Id, cancellation), Today, Doer);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task CloseAsync(OpinionQuestion question, CancellationToken cancellation)
    {
        question.Close(Doer);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Adds the office's own statements, one a line; all or none.</summary>
    /// <returns>How many, or why not, with the line at fault.</returns>
    public async Task<(int Added, Refusal? Refusal)> SeedAsync(
        OpinionQuestion question,
        string? lines,
        CancellationToken cancellation
    )
    {
        if (question.WhyNotChange() is { } closed)
            return (0, closed);
        var wanted = (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = await db.Set<OpinionStatement>()
            .Where(row => row.QuestionId == question.Id && row.State != StatementState.Withdrawn)
            .Select(row => row.Text)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        if (wanted.Length == 0)
            return (0, new Refusal("OpinionStatementMissing"));
        foreach (var line in wanted)
        {
            if (OpinionStatement.WhyNotText(line) is { } refusal)
                return (
                    0,
                    refusal.Code == "TooLong" ? new Refusal("OpinionLineTooLong", OpinionStatement.LongestText, line) : refusal
                );
            if (!known.Add(line))
                return (0, new Refusal("OpinionLineTwice", line));
        }

        db.AddRange(wanted.Select(line => OpinionStatement.Seed(question.Id, line, Doer)));
        await db.SaveChangesAsync(cancellation);
        return (wanted.Length, null);
    }

    /// <summary>Why a decision cannot be taken; the first of several.</summary>
    public static Refusal? WhyNot(OpinionStatement statement, ModeratorDecision decision) =>
        decision.Verdict switch
        {
            ModeratorVerdict.Accept => statement.WhyNotAccept(),
            ModeratorVerdict.Reject => statement.WhyNotReject(decision.Fault),
            _ => null,
        };

    /// <summary>Takes many decisions at once, all or none; whatever voters pointed out in these statements is then seen.</summary>
    /// <returns>How many were taken; or why not, and about which statement.</returns>
    public async Task<(int Taken, Refusal? Refusal, Guid? About)> ModerateAsync(
        Guid questionId,
        IReadOnlyList<ModeratorDecision> decisions,
        CancellationToken cancellation
    )
    {
        var ids = decisions.Select(decision => decision.StatementId).ToList();
        var statements = await db.Set<OpinionStatement>()
            .Where(row => row.QuestionId == questionId && ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellation);
        var taken = decisions.Where(decision => statements.ContainsKey(decision.StatementId)).ToList();
        foreach (var decision in taken)
        {
            if (WhyNot(statements[decision.StatementId], decision) is { } refusal)
                return (0, refusal, decision.StatementId);
        }

        foreach (var decision in taken)
            Take(statements[decision.StatementId], decision);
        var flags = await db.Set<OpinionFlag>()
            .Where(row => row.QuestionId == questionId && row.SeenAt == null && ids.Contains(row.StatementId))
            .ToListAsync(cancellation);
        flags.ForEach(flag => flag.See(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        return (taken.Count, null, null);
    }

    private void Take(OpinionStatement statement, ModeratorDecision decision)
    {
        if (decision.Verdict == ModeratorVerdict.Accept)
            statement.Accept(Doer);
        else if (decision.Verdict == ModeratorVerdict.Reject)
            statement.Reject(decision.Fault, Doer);
    }
}
