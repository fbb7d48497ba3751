using System.Globalization;
using System.Text;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Tables;
using Concentric.Rules.Opinion;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>
/// Gives a question's votes out in the form in which Polis exports them. Statements and people are numbered from 0 in the order in which they
/// came; the numbers say nothing else about anybody.
/// </summary>
public sealed class OpinionExport(AppDb db, OpinionCount count, AuditTrail audit)
{
    private const string ContentType = "text/csv; charset=utf-8";

    internal static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints
            .MapGroup("/office/consultation/questions/{id:guid}")
            .WithMetadata(new RequirePermissionAttribute(OpinionPermissions.Exchange));
        files.MapGet(
            "/comments.csv",
            (Guid id, OpinionExport export, CancellationToken stop) => export.FileAsync(id, "comments.csv", stop)
        );
        files.MapGet(
            "/votes.csv",
            (Guid id, OpinionExport export, CancellationToken stop) => export.FileAsync(id, "votes.csv", stop)
        );
        files.MapGet(
            "/participants-votes.csv",
            (Guid id, OpinionExport export, CancellationToken stop) => export.FileAsync(id, "participants-votes.csv", stop)
        );
    }

    private async Task<IResult> FileAsync(Guid questionId, string name, CancellationToken cancellation)
    {
        if (!await db.Set<OpinionQuestion>().AnyAsync(row => row.Id == questionId, cancellation))
            return Results.NotFound();
        audit.Tell("export " + name, questionId.ToString());
        await db.SaveChangesAsync(cancellation);
        return Results.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await WriteAsync(writer, name, questionId, cancellation);
            },
            ContentType,
            name
        );
    }

    private async Task WriteAsync(TextWriter writer, string name, Guid questionId, CancellationToken cancellation)
    {
        var statements = await db.Set<OpinionStatement>()
            .AsNoTracking()
            .Where(row => row.QuestionId == questionId)
            .OrderBy(row => row.OfferedAt)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellation);
        var voters = (
            await db.Set<OpinionVoter>()
                .Where(row => row.QuestionId == questionId)
                .OrderBy(row => row.CameAt)
                .ThenBy(row => row.Id)
                .Select(row => row.Id)
                .ToListAsync(cancellation)
        )
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index);
        var numbers = statements.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        if (name == "comments.csv")
            await WriteCommentsAsync(writer, statements, voters, questionId, cancellation);
        else if (name == "votes.csv")
            await WriteVotesAsync(writer, numbers, voters, questionId, cancellation);
        else
            await WriteTableAsync(writer, numbers, voters, questionId, cancellation);
    }

    private async Task WriteCommentsAsync(
        TextWriter writer,
        List<OpinionStatement> statements,
        Dictionary<Guid, int> voters,
        Guid questionId,
        CancellationToken cancellation
    )
    {
        var votes = (
            await db.Set<OpinionVote>()
                .Where(row => row.QuestionId == questionId)
                .GroupBy(row => new { row.StatementId, row.Choice })
                .Select(group => new { group.Key, Count = group.Count() })
                .ToListAsync(cancellation)
        ).ToDictionary(row => (row.Key.StatementId, row.Key.Choice), row => row.Count);
        await writer.WriteAsync("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\r\n");
        foreach (var (number, statement) in statements.Index())
        {
            object?[] line =
            [
                .. Moment(statement.OfferedAt),
                number,
                statement.VoterId is { } voter ? voters[voter] : "",
                votes.GetValueOrDefault((statement.Id, Vote.Agree)),
                votes.GetValueOrDefault((statement.Id, Vote.Disagree)),
                statement.State switch
                {
                    StatementState.Accepted => 1,
                    StatementState.Pending => 0,
                    _ => -1,
                },
                statement.Text,
            ];
            await writer.WriteAsync(Csv.Line(line));
        }
    }

    private async Task WriteVotesAsync(
        TextWriter writer,
        Dictionary<Guid, int> statements,
        Dictionary<Guid, int> voters,
        Guid questionId,
        CancellationToken cancellation
    )
    {
        var votes = db.Set<OpinionVote>()
            .Where(row => row.QuestionId == questionId)
            .OrderBy(row => row.CastAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.VoterId,
                row.StatementId,
                row.Choice,
                row.CastAt,
            })
            .AsAsyncEnumerable();
        await writer.WriteAsync("timestamp,datetime,comment-id,voter-id,vote\r\n");
        await foreach (var vote in votes.WithCancellation(cancellation))
        {
            object?[] line = [.. Moment(vote.CastAt), statements[vote.StatementId], voters[vote.VoterId], (int)vote.Choice];
            await writer.WriteAsync(Csv.Line(line));
        }
    }

    /// <summary>One line a person, with the group whose middle is nearest to the answers.</summary>
    private async Task WriteTableAsync(
        TextWriter writer,
        Dictionary<Guid, int> statements,
        Dictionary<Guid, int> voters,
        Guid questionId,
        CancellationToken cancellation
    )
    {
        var picture = await count.KeptAsync(questionId, cancellation);
        var places = picture
            ?.Statements.Index()
            .ToDictionary(pair => pair.Item.Statement, pair => pair.Index, StringComparer.Ordinal);
        await writer.WriteAsync(
            Csv.Line(["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", .. Columns()])
        );
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
        var own = new Dictionary<Guid, Vote>();
        var voter = Guid.Empty;
        await foreach (var vote in votes.WithCancellation(cancellation))
        {
            if (vote.VoterId != voter)
                await EndAsync();
            voter = vote.VoterId;
            own[vote.StatementId] = vote.Choice;
        }

        await EndAsync();

        IEnumerable<object?> Columns() => Enumerable.Range(0, statements.Count).Select(number => (object?)number);

        async Task EndAsync()
        {
            if (own.Count > 0)
            {
                var answers = own.Where(one => places?.ContainsKey($"{one.Key:N}") == true)
                    .ToDictionary(one => places![$"{one.Key:N}"], one => one.Value);
                var group = picture is null || answers.Count == 0 ? null : picture.Nearest(picture.Place(answers));
                await writer.WriteAsync(Csv.Line([voters[voter], group, .. Answers(own, statements)]));
            }

            own.Clear();
        }
    }

    private static IEnumerable<object?> Answers(Dictionary<Guid, Vote> own, Dictionary<Guid, int> statements)
    {
        yield return 0;
        yield return own.Count;
        yield return own.Values.Count(vote => vote == Vote.Agree);
        yield return own.Values.Count(vote => vote == Vote.Disagree);
        foreach (var statement in statements.OrderBy(pair => pair.Value))
            yield return own.TryGetValue(statement.Key, out var vote) ? (int)vote : null;
    }

    /// <summary>As a number of seconds and as words.</summary>
    private static object?[] Moment(DateTimeOffset at) =>
        [at.ToUnixTimeSeconds(), at.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'GMT' yyyy", CultureInfo.InvariantCulture)];
}
