using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>A statement in the office's list.</summary>
public sealed class StatementRow
{
    public Guid Id { get; init; }
    public string Text { get; init; } = "";
    public bool IsSeed { get; init; }
    public StatementState State { get; init; }
    public StatementFault? Fault { get; init; }
    public DateTimeOffset OfferedAt { get; init; }
    public string? DecidedBy { get; init; }
    public int Votes { get; init; }
    public int Flags { get; init; }
}

/// <summary>The list of a question's statements.</summary>
internal static class OfficeStatements
{
    internal static IQueryable<StatementRow> Of(AppDb db, Guid questionId) =>
        db.Set<OpinionStatement>()
            .Where(row => row.QuestionId == questionId)
            .Select(row => new StatementRow
            {
                Id = row.Id,
                Text = row.Text,
                IsSeed = row.VoterId == null,
                State = row.State,
                Fault = row.Fault,
                OfferedAt = row.OfferedAt,
                DecidedBy = row.DecidedBy,
                Votes = db.Set<OpinionVote>().Count(vote => vote.StatementId == row.Id),
                Flags = db.Set<OpinionFlag>().Count(flag => flag.StatementId == row.Id && flag.SeenAt == null),
            });

    internal static TableDefinition<StatementRow> Table(IStringLocalizer<ConsultationTexts> text) =>
        new TableDefinition<StatementRow>("opinion-statements", text["Opinion.Statements"])
            .Column("text", text["Opinion.Statement"], row => row.Text)
            .Column(
                "origin",
                text["Opinion.Origin"],
                row => text[row.IsSeed ? "Opinion.Origin.Office" : "Opinion.Origin.Voter"].Value
            )
            .Column("state", text["Opinion.State"], row => Badge(row, text))
            .Column("votes", text["Opinion.Votes"], row => row.Votes)
            .Number()
            .Column("flags", text["Opinion.PointedOut"], row => row.Flags)
            .Number()
            .Column("offered", text["Opinion.OfferedAt"], row => row.OfferedAt)
            .SortBy(row => row.OfferedAt)
            .Column("by", text["Opinion.DecidedBy"], row => row.DecidedBy)
            .Hidden()
            .Search((rows, words) => rows.Where(row => row.Text.Contains(words)))
            .Choice(
                "state",
                text["Opinion.State"],
                Enum.GetValues<StatementState>()
                    .Select(state => new FilterOption(state.ToString(), text["Opinion.StatementState." + state])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .KeyedBy(row => row.Id)
            .Bulk("Withdraw", text["Opinion.Withdraw"])
            .StartSorted("offered")
            .WhenEmpty(new EmptyList("message-circle", text["Opinion.Statements.None"], text["Opinion.Statements.None.Text"]));

    private static Badge Badge(StatementRow row, IStringLocalizer<ConsultationTexts> text)
    {
        var words = text["Opinion.StatementState." + row.State].Value;
        return new Badge(
            row.Fault is { } fault ? text["Opinion.StateBecause", words, text["Opinion.Fault." + fault]] : words,
            row.State switch
            {
                StatementState.Accepted => Tone.Ok,
                StatementState.Pending => Tone.Warn,
                _ => Tone.Neutral,
            }
        );
    }
}
