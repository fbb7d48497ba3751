using System.Globalization;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>A statement in a Polis export.</summary>
/// <param name="Line">Where it stands, the head being line 1.</param>
/// <param name="Moderated">1 was accepted, -1 rejected, 0 not looked at.</param>
public sealed record PolisComment(long Line, string Id, string Body, int Moderated);

/// <summary>Somebody's answer in a Polis export, and where it stands.</summary>
public sealed record PolisVote(long Line, string Voter, string Comment, int Vote, DateTimeOffset? At);

/// <summary>
/// Reads whole Polis exports for import: <c>comments.csv</c>, and the answers from <c>votes.csv</c> or, as a table of people by statements,
/// from <c>participants-votes.csv</c>.
/// </summary>
public static class PolisComments
{
    /// <summary>Timestamps above this are in milliseconds.</summary>
    private const long LatestSecond = 100_000_000_000;

    /// <exception cref="InvalidDataException">A column is missing.</exception>
    public static IReadOnlyList<PolisComment> ReadComments(TextReader text)
    {
        var comments = new List<PolisComment>();
        using var csv = PolisFiles.Open(text, "comment-id", "moderated", "comment-body");
        while (csv.Read())
        {
            var body = csv.GetString("comment-body");
            // What a spreadsheet would take for a formula has an apostrophe in front.
            if (body is ['\'', '=' or '+' or '-' or '@', ..])
                body = body[1..];
            var moderated = int.TryParse(csv.GetString("moderated"), CultureInfo.InvariantCulture, out var sign) ? sign : 0;
            comments.Add(new PolisComment(csv.LineNumber, PolisFiles.Filled(csv, "comment-id"), body, moderated));
        }

        return comments;
    }

    /// <summary>From either form; which it is, the head tells.</summary>
    /// <exception cref="InvalidDataException">A column is missing or a vote is none; names the line.</exception>
    public static IReadOnlyList<PolisVote> ReadVotes(string text)
    {
        var head = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        return head.TrimStart('\uFEFF').StartsWith("participant") ? ReadTable(text) : ReadList(text);
    }

    private static List<PolisVote> ReadList(string text)
    {
        var votes = new List<PolisVote>();
        using var csv = PolisFiles.Open(new StringReader(text), "comment-id", "voter-id", "vote");
        var hasTime = csv.TryGetFieldIndex("timestamp", out _);
        while (csv.Read())
        {
            var vote = VoteOf(csv.GetString("vote"), csv.LineNumber);
            var at = hasTime ? MomentOf(csv.GetString("timestamp")) : null;
            votes.Add(
                new PolisVote(csv.LineNumber, PolisFiles.Filled(csv, "voter-id"), PolisFiles.Filled(csv, "comment-id"), vote, at)
            );
        }

        return votes;
    }

    private static List<PolisVote> ReadTable(string text)
    {
        var votes = new List<PolisVote>();
        using var csv = PolisFiles.Open(new StringReader(text), "participant");
        var comments = csv.Headers.Where(name => name.Length > 0 && name.All(char.IsAsciiDigit)).ToList();
        while (csv.Read())
        {
            var voter = PolisFiles.Filled(csv, "participant");
            foreach (var comment in comments)
            {
                if (csv.GetString(comment) is { Length: > 0 } cell)
                    votes.Add(new PolisVote(csv.LineNumber, voter, comment, VoteOf(cell, csv.LineNumber), null));
            }
        }

        return votes;
    }

    private static int VoteOf(string text, long line) =>
        text switch
        {
            "1" => 1,
            "-1" => -1,
            "0" => 0,
            _ => throw new InvalidDataException($"Line {line}: '{text}' is no vote; 1, 0 or -1 is."),
        };

    private static DateTimeOffset? MomentOf(string text) =>
        !long.TryParse(text, CultureInfo.InvariantCulture, out var stamp) || stamp is < 0 or > 100_000_000_000_000 ? null
        : stamp > LatestSecond ? DateTimeOffset.FromUnixTimeMilliseconds(stamp)
        : DateTimeOffset.FromUnixTimeSeconds(stamp);
}
