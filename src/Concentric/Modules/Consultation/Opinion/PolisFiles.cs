using System.Globalization;
using Concentric.Rules.Opinion;
using CsvHelper;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>
/// Votes and statements in the form in which Polis exports them: <c>votes.csv</c> (comment-id, voter-id, vote: 1 agrees, -1 disagrees,
/// 0 passes; timestamp where present) and <c>comments.csv</c> (comment-id, moderated: -1 was moderated out, comment-body).
/// </summary>
public static class PolisFiles
{
    private static readonly CsvReaderOptions Form = new()
    {
        NormalizeHeaderName = name => name.Replace('_', '-'),
        TrackLineNumbers = true,
        TrimWhitespace = true,
    };

    /// <summary>In the order in which they were cast: by timestamp where every row has one, else as they stand.</summary>
    /// <exception cref="InvalidDataException">A column is missing or a vote is none; names the line.</exception>
    public static IReadOnlyList<CastVote> ReadVotes(TextReader text)
    {
        var votes = new List<(long? At, CastVote Vote)>();
        using var csv = Open(text, "comment-id", "voter-id", "vote");
        var hasTime = csv.TryGetFieldIndex("timestamp", out _);
        while (csv.Read())
        {
            var vote = csv.GetString("vote") switch
            {
                "1" => Vote.Agree,
                "-1" => Vote.Disagree,
                "0" => Vote.Pass,
                var other => throw new InvalidDataException($"Line {csv.LineNumber}: '{other}' is no vote; 1, 0 or -1 is."),
            };
            var cast = new CastVote(Filled(csv, "voter-id"), Filled(csv, "comment-id"), vote);
            var at =
                hasTime && long.TryParse(csv.GetString("timestamp"), CultureInfo.InvariantCulture, out var stamp)
                    ? stamp
                    : (long?)null;
            votes.Add((at, cast));
        }

        return votes.TrueForAll(one => one.At is not null)
            ? [.. votes.OrderBy(one => one.At).Select(one => one.Vote)]
            : [.. votes.Select(one => one.Vote)];
    }

    /// <summary>The statements that were moderated out.</summary>
    /// <exception cref="InvalidDataException">A column is missing.</exception>
    public static IReadOnlySet<string> ReadModeratedOut(TextReader text)
    {
        var moderatedOut = new HashSet<string>(StringComparer.Ordinal);
        using var csv = Open(text, "comment-id", "moderated");
        while (csv.Read())
        {
            if (csv.GetString("moderated") == "-1")
                moderatedOut.Add(Filled(csv, "comment-id"));
        }

        return moderatedOut;
    }

    internal static CsvReader Open(TextReader text, params string[] columns)
    {
        var csv = CsvReader.Create(text, Form);
        csv.ReadHeader();
        if (columns.FirstOrDefault(column => !csv.TryGetFieldIndex(column, out _)) is { } missing)
        {
            var present = string.Join(", ", csv.Headers);
            csv.Dispose();
            throw new InvalidDataException($"The column '{missing}' is missing; there are: {present}.");
        }

        return csv;
    }

    internal static string Filled(CsvReader csv, string column) =>
        csv.GetString(column) is { Length: > 0 } value
            ? value
            : throw new InvalidDataException($"Line {csv.LineNumber}: '{column}' is empty.");
}
