using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What is wrong in a line of a file.</summary>
public sealed record ImportFault(string File, long Line, Refusal Refusal);

/// <summary>What two files hold, read and checked; nothing is written yet.</summary>
public sealed record OpinionImportPlan(
    IReadOnlyList<PolisComment> Comments,
    IReadOnlyList<PolisVote> Votes,
    IReadOnlyList<ImportFault> Faults
)
{
    public int Accepted => Comments.Count(comment => comment.Moderated > 0);

    public int Voters => Votes.Select(vote => vote.Voter).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Votes of elsewhere come in: read and checked first, then all or nothing. Whoever voted there is a pseudonym here.</summary>
public sealed class OpinionImport(AppDb db, FileStore files, CurrentActor actor, TimeProvider time)
{
    public const string OwnerType = "consultation.opinion-import";
    private const string CommentsFile = "comments.csv";
    private const string VotesFile = "votes.csv";
    private const int MostVotes = 500_000;
    private const int MostFaults = 50;
    private const int VotesInASave = 2000;

    /// <summary>Keeps both files with the question, as the record of where its votes come from.</summary>
    public async Task<(Guid Comments, Guid Votes, Refusal? Refusal)> KeepAsync(
        Guid questionId,
        IFormFile? comments,
        IFormFile? votes,
        CancellationToken cancellation
    )
    {
        if (comments is null || votes is null)
            return (default, default, new Refusal("OpinionFileMissing").At(comments is null ? "Comments" : "Votes"));
        var (first, wrong) = await files.StoreAsync(comments, FilePurpose.Sheet, OwnerType, questionId, cancellation);
        if (wrong is not null)
            return (default, default, wrong.At("Comments"));
        var (second, alsoWrong) = await files.StoreAsync(votes, FilePurpose.Sheet, OwnerType, questionId, cancellation);
        if (alsoWrong is not null)
            return (default, default, alsoWrong.At("Votes"));
        await db.SaveChangesAsync(cancellation);
        return (first!.Id, second!.Id, null);
    }

    /// <summary>Reads and checks two kept files; none if they are not this question's.</summary>
    public async Task<OpinionImportPlan?> ReadAsync(Guid questionId, Guid comments, Guid votes, CancellationToken cancellation) =>
        await TextAsync(questionId, comments, cancellation) is { } first
        && await TextAsync(questionId, votes, cancellation) is { } second
            ? Plan(first, second)
            : null;

    /// <summary>Writes what was read, in one transaction.</summary>
    public Task RunAsync(OpinionQuestion question, OpinionImportPlan plan, CancellationToken cancellation) =>
        db.InOneTransactionAsync(() => WriteAsync(question.Id, plan, cancellation), cancellation);

    internal static OpinionImportPlan Plan(string commentsText, string votesText)
    {
        var faults = new List<ImportFault>();
        var comments = Try(CommentsFile, () => PolisComments.ReadComments(new StringReader(commentsText)), faults);
        var votes = Try(VotesFile, () => PolisComments.ReadVotes(votesText), faults);
        if (faults.Count == 0)
            faults.AddRange(Faults(comments, votes).Take(MostFaults));
        return new OpinionImportPlan(comments, votes, faults);
    }

    private static IReadOnlyList<T> Try<T>(string file, Func<IReadOnlyList<T>> read, List<ImportFault> faults)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException fault)
        {
            faults.Add(new ImportFault(file, 1, new Refusal("OpinionFileFault", fault.Message)));
            return [];
        }
    }

    private static IEnumerable<ImportFault> Faults(IReadOnlyList<PolisComment> comments, IReadOnlyList<PolisVote> votes)
    {
        if (comments.Count == 0)
            yield return new ImportFault(CommentsFile, 1, new Refusal("OpinionFileEmpty"));
        if (votes.Count > MostVotes)
            yield return new ImportFault(VotesFile, MostVotes + 2, new Refusal("OpinionTooManyVotes", MostVotes));
        var (ids, texts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var comment in comments)
        {
            if (OpinionStatement.WhyNotText(comment.Body) is { } refusal)
                yield return new ImportFault(CommentsFile, comment.Line, refusal);
            if (!ids.Add(comment.Id))
                yield return new ImportFault(CommentsFile, comment.Line, new Refusal("OpinionCommentTwice", comment.Id));
            if (!texts.Add(comment.Body.Trim()))
                yield return new ImportFault(CommentsFile, comment.Line, new Refusal("OpinionTextTwice"));
        }

        foreach (var vote in votes.Where(vote => !ids.Contains(vote.Comment)))
            yield return new ImportFault(VotesFile, vote.Line, new Refusal("OpinionUnknownComment", vote.Comment));
    }

    private async Task WriteAsync(Guid questionId, OpinionImportPlan plan, CancellationToken cancellation)
    {
        var doer = Doer.Of(actor, time);
        var statements = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var comment in plan.Comments)
        {
            var state =
                comment.Moderated > 0 ? StatementState.Accepted
                : comment.Moderated < 0 ? StatementState.Rejected
                : StatementState.Pending;
            var statement = OpinionStatement.Import(questionId, null, comment.Body, state, doer);
            db.Add(statement);
            statements[comment.Id] = statement.Id;
        }

        var voters = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in plan.Votes.Select(vote => vote.Voter).Distinct(StringComparer.Ordinal))
            voters[name] = AddVoter(questionId, name, doer.Now);
        await db.SaveChangesAsync(cancellation);
        // Of several answers by one person to one statement the last counts.
        var last = plan
            .Votes.Index()
            .OrderBy(pair => pair.Item.At ?? DateTimeOffset.MinValue)
            .ThenBy(pair => pair.Index)
            .GroupBy(pair => (pair.Item.Voter, pair.Item.Comment))
            .Select(group => group.Last().Item);
        foreach (var chunk in last.Chunk(VotesInASave))
        {
            db.ChangeTracker.Clear();
            db.AddRange(
                chunk.Select(vote => new OpinionVote
                {
                    QuestionId = questionId,
                    VoterId = voters[vote.Voter],
                    StatementId = statements[vote.Comment],
                    Choice = (Vote)vote.Vote,
                    CastAt = vote.At ?? doer.Now,
                })
            );
            await db.SaveChangesAsync(cancellation);
        }
    }

    private Guid AddVoter(Guid questionId, string name, DateTimeOffset now)
    {
        var voter = new OpinionVoter
        {
            QuestionId = questionId,
            Kind = VoiceKind.Imported,
            Digest = OpinionVoter.DigestOf(questionId, VoiceKind.Imported, name),
            CameAt = now,
        };
        db.Add(voter);
        return voter.Id;
    }

    private async Task<string?> TextAsync(Guid questionId, Guid fileId, CancellationToken cancellation)
    {
        var file = await db
            .StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(
                row => row.Id == fileId && row.OwnerType == OwnerType && row.OwnerId == questionId,
                cancellation
            );
        if (file is null)
            return null;
        using var reader = new StreamReader(files.Open(file));
        return await reader.ReadToEndAsync(cancellation);
    }
}

/// <summary>The files that were imported are for those who may import.</summary>
internal sealed class OpinionImportOwner : IFileOwner
{
    public string OwnerType => OpinionImport.OwnerType;

    public Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor) => Task.FromResult(actor.Can(OpinionPermissions.Exchange));
}
