using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Corrections;

/// <summary>One suggestion in the office's list.</summary>
public sealed class SuggestionRow
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset SentAt { get; init; }
    public CorrectionState State { get; init; }
    public string? AnsweredBy { get; init; }
}

/// <summary>What readers found wrong, the unanswered first.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class SuggestionsPage(AppDb db, IStringLocalizer<PortalTexts> text) : AppPage
{
    private const int LongestShown = 80;

    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows =
            from suggestion in db.Set<ArticleCorrection>()
            join article in db.Set<Article>() on suggestion.ArticleId equals article.Id
            select new SuggestionRow
            {
                Id = suggestion.Id,
                Title = article.Title,
                Text = suggestion.Text,
                SentAt = suggestion.SentAt,
                State = suggestion.State,
                AnsweredBy = suggestion.AnsweredBy,
            };
        if (Table().ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await Table().LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    internal static Badge Badge(CorrectionState state, IStringLocalizer<PortalTexts> text) =>
        state switch
        {
            CorrectionState.Waiting => new Badge(text["Suggestion.Waiting"], Tone.Warn),
            CorrectionState.Accepted => new Badge(text["Suggestion.Accepted"], Tone.Ok),
            _ => new Badge(text["Suggestion.Declined"], Tone.Neutral),
        };

    private TableDefinition<SuggestionRow> Table() =>
        new TableDefinition<SuggestionRow>("portal-suggestions", text["Suggestions"])
            .Column("text", text["Suggestion.Text"], row => Short(row.Text))
            .Link(row => $"~/office/articles/suggestions/{row.Id}")
            .Column("article", text["Suggestion.Article"], row => row.Title)
            .SortBy(row => row.Title)
            .Column("state", text["Suggestion.State"], row => Badge(row.State, text))
            .Column("sent", text["Suggestion.SentAt"], row => row.SentAt)
            .SortBy(row => row.SentAt)
            .Column("by", text["Suggestion.AnsweredBy"], row => row.AnsweredBy)
            .Search((rows, words) => rows.Where(row => row.Text.Contains(words) || row.Title.Contains(words)))
            .Choice(
                "state",
                text["Suggestion.State"],
                [
                    .. Enum.GetValues<CorrectionState>()
                        .Select(state => new FilterOption(state.ToString(), Badge(state, text).Text)),
                ],
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("-sent")
            .WhenEmpty(new EmptyList("message-2", text["Suggestions.None"], text["Suggestions.None.Text"]));

    private static string Short(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;
}
