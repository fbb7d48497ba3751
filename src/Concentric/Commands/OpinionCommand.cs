using System.CommandLine;
using System.Globalization;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Rules.Opinion;

namespace Concentric.Commands;

/// <summary>
/// <c>concentric opinion --votes votes.csv [--comments comments.csv] --format json</c>: the groups of opinion in votes of the Polis
/// export form, each with its participants and the statements that stand for it, and the statements that all share. Statements that
/// were moderated out are left out of the clustering. Needs no database.
/// </summary>
internal static class OpinionCommand
{
    internal static Command Create()
    {
        var votes = new Option<FileInfo>("--votes") { Description = "votes.csv of a Polis export.", Required = true };
        var comments = new Option<FileInfo?>("--comments") { Description = "comments.csv of the same export." };
        var format = new Option<string>("--format") { Description = "json", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var command = new Command("opinion", "Find groups of opinion in votes.") { votes, comments, format };
        command.SetAction(parsed =>
        {
            var moderatedOut = parsed.GetValue(comments) is { } file ? Read(file, PolisFiles.ReadModeratedOut) : null;
            var table = VoteTable.Of(Read(parsed.GetValue(votes)!, PolisFiles.ReadVotes), moderatedOut);
            CommandLine.Print(Tell(OpinionMap.Of(table)));
            return 0;
        });
        return command;
    }

    private static T Read<T>(FileInfo file, Func<TextReader, T> read)
    {
        using var text = file.OpenText();
        try
        {
            return read(text);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{file.Name}: {fault.Message}", fault);
        }
    }

    private static object Tell(OpinionMap map) =>
        new
        {
            groups = map.Groups.Select(group => new
            {
                participants = group.Participants.Select(Identifier),
                representative = group.Representative.Select(one => Identifier(map.Statements[one.Statement].Statement)),
                sides = group.Representative.Select(one => one.Agrees ? "agree" : "disagree"),
            }),
            consensus = map.Consensus.Select(one => Identifier(map.Statements[one.Statement].Statement)),
            consensusSides = map.Consensus.Select(one => one.Agrees ? "agree" : "disagree"),
            participants = map.Participants.Count,
            leftOut = map.LeftOut,
            statements = map.Statements.Select(one => new
            {
                id = Identifier(one.Statement),
                agree = one.Votes.Agree,
                disagree = one.Votes.Disagree,
                pass = one.Votes.Pass,
                groupAware = Math.Round(one.GroupAware, 6),
                extremity = Math.Round(one.Extremity, 6),
            }),
        };

    /// <summary>A number where the file had one.</summary>
    private static object Identifier(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : id;
}
