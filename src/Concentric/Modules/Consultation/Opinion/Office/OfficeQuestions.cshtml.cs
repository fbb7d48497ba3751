using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>A question in the office's list.</summary>
public sealed class QuestionRow
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public QuestionState State { get; init; }
    public DateOnly? ClosesOn { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    public string? Moderator { get; init; }

    /// <summary>As last counted.</summary>
    public int Voters { get; init; }
    public int Waiting { get; init; }
    public int Flagged { get; init; }
}

/// <summary>All questions put to many.</summary>
[RequirePermission(OpinionPermissions.Read)]
public sealed class OfficeQuestionsPage(AppDb db, CurrentActor actor, IStringLocalizer<ConsultationTexts> text) : AppPage
{
    private readonly bool mayModerate = actor.Can(OpinionPermissions.Moderate);

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = Rows();
        var table = Table();
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    internal static Badge Badge(QuestionState state, IStringLocalizer<ConsultationTexts> text) =>
        new(
            text["Opinion.QuestionState." + state],
            state switch
            {
                QuestionState.Open => Tone.Ok,
                QuestionState.Drafted => Tone.Info,
                _ => Tone.Neutral,
            }
        );

    private IQueryable<QuestionRow> Rows() =>
        db.Set<OpinionQuestion>()
            .Select(row => new QuestionRow
            {
                Id = row.Id,
                Title = row.Title,
                State = row.State,
                ClosesOn = row.ClosesOn,
                WrittenAt = row.WrittenAt,
                Moderator = row.ModeratorName,
                Voters = db.Set<OpinionResult>()
                    .Where(result => result.QuestionId == row.Id)
                    .Select(result => result.Voters)
                    .FirstOrDefault(),
                Waiting = db.Set<OpinionStatement>()
                    .Count(statement => statement.QuestionId == row.Id && statement.State == StatementState.Pending),
                Flagged = db.Set<OpinionFlag>().Count(flag => flag.QuestionId == row.Id && flag.SeenAt == null),
            });

    private TableDefinition<QuestionRow> Table() =>
        new TableDefinition<QuestionRow>("opinion-questions", text["Menu.OpinionMaps"])
            .Column("title", text["Opinion.Title"], row => row.Title)
            .Link(row => $"~/office/consultation/questions/{row.Id}")
            .SortBy(row => row.Title)
            .Column("state", text["Opinion.State"], row => Badge(row.State, text))
            .Column("voters", text["Opinion.Voters"], row => row.Voters)
            .Number()
            .Column("waiting", text["Opinion.ToModerate"], row => row.Waiting)
            .Number()
            .Link(row => mayModerate && row.Waiting > 0 ? $"~/office/consultation/questions/{row.Id}/moderation" : null)
            .Column("flagged", text["Opinion.PointedOut"], row => row.Flagged)
            .Number()
            .Link(row =>
                mayModerate && row.Flagged > 0 ? $"~/office/consultation/questions/{row.Id}/moderation?view=flagged" : null
            )
            .Column("closes", text["Opinion.ClosesOnDay"], row => row.ClosesOn)
            .SortBy(row => row.ClosesOn)
            .Column("moderator", text["Opinion.Moderator"], row => row.Moderator)
            .Column("written", text["Opinion.WrittenAt"], row => row.WrittenAt)
            .SortBy(row => row.WrittenAt)
            .Hidden()
            .Search((rows, words) => rows.Where(row => row.Title.Contains(words)))
            .Choice(
                "state",
                text["Opinion.State"],
                Enum.GetValues<QuestionState>().Select(state => new FilterOption(state.ToString(), Badge(state, text).Text)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("-written")
            .WhenEmpty(new EmptyList("message-circle", text["Opinion.None"], text["Opinion.None.Text"]));
}
