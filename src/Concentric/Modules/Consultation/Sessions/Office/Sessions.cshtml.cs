using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>One line of the list of sessions.</summary>
public sealed record SessionRow
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public SessionState State { get; init; }
    public SessionOrganiser Organiser { get; init; }
    public Guid PlaceId { get; init; }
    public string Place { get; init; } = "";
    public DateTimeOffset? PlannedFor { get; init; }
    public DateOnly? HeldOn { get; init; }
    public int Matters { get; init; }
    public int People { get; init; }
    public bool IsAfterwards { get; init; }
}

/// <summary>All sessions in the reader's field.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class SessionsPage(
    AppDb db,
    SessionDesk desk,
    PlaceChoices places,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = Rows(await desk.SessionsAsync(MatterPermissions.Read, cancellation));
        var table = Table(await places.AllAsync(cancellation));
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    internal static Badge Badge(SessionState state, IStringLocalizer<ConsultationTexts> text) =>
        new(
            text["SessionState." + state],
            state switch
            {
                SessionState.Confirmed => Tone.Ok,
                SessionState.InProgress => Tone.Info,
                SessionState.Ended => Tone.Warn,
                _ => Tone.Neutral,
            }
        );

    private IQueryable<SessionRow> Rows(IQueryable<CouncilSession> sessions) =>
        sessions.Select(row => new SessionRow
        {
            Id = row.Id,
            Title = row.Title,
            State = row.State,
            Organiser = row.Organiser,
            PlaceId = row.PlaceId,
            Place = db.Set<Place>().Where(place => place.Id == row.PlaceId).Select(place => place.Name).First(),
            PlannedFor = row.PlannedFor,
            HeldOn = row.HeldOn,
            Matters = row.Matters.Count,
            People = row.People.Where(person => person.Presence == Presence.Present).Sum(person => person.Number),
            IsAfterwards = row.IsAfterwards,
        });

    private TableDefinition<SessionRow> Table(IReadOnlyList<PlaceChoice> all) =>
        new TableDefinition<SessionRow>("council-sessions", text["Menu.Sessions"])
            .Column("title", text["Session.Title"], row => row.Title)
            .Link(row => $"~/office/consultation/sessions/{row.Id}")
            .SortBy(row => row.Title)
            .Column("state", text["Session.State"], row => Badge(row.State, text))
            .Column("place", text["Session.Place"], row => row.Place)
            .Column("organiser", text["Session.Organiser"], row => text["SessionOrganiser." + row.Organiser].Value)
            .Column("held", text["Session.HeldOn"], row => row.HeldOn ?? DayOf(row.PlannedFor))
            .SortBy(row => row.HeldOn)
            .Column("matters", text["Session.MattersCount"], row => row.Matters)
            .Number()
            .Column("people", text["Session.PeopleCount"], row => row.People)
            .Number()
            .Column("afterwards", text["Session.IsAfterwards"], row => row.IsAfterwards)
            .Hidden()
            .Search((rows, words) => rows.Where(row => row.Title.Contains(words) || row.Place.Contains(words)))
            .Choice(
                "state",
                text["Session.State"],
                Enum.GetValues<SessionState>().Select(state => new FilterOption(state.ToString(), text["SessionState." + state])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.State.ToString()))
            )
            .Choice(
                "organiser",
                text["Session.Organiser"],
                Enum.GetValues<SessionOrganiser>()
                    .Select(one => new FilterOption(one.ToString(), text["SessionOrganiser." + one])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Organiser.ToString()))
            )
            .Choice(
                "place",
                text["Session.Place"],
                all.Select(place => new FilterOption(place.Slug, place.Name)),
                (rows, chosen) => rows.Where(Below(all, chosen))
            )
            .Days(
                "held",
                text["Session.HeldOn"],
                (rows, from, to) => rows.Where(row => (from == null || row.HeldOn >= from) && (to == null || row.HeldOn <= to))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("-held")
            .WhenEmpty(NoSession);

    private EmptyList NoSession =>
        new(
            "users-group",
            text["Sessions.None"],
            text["Sessions.None.Text"],
            "~/office/consultation/sessions/afterwards",
            text["Session.Afterwards"]
        );

    private DateOnly? DayOf(DateTimeOffset? moment) => moment is { } at ? format.DayOf(at) : null;

    private static System.Linq.Expressions.Expression<Func<SessionRow, bool>> Below(
        IReadOnlyList<PlaceChoice> all,
        IReadOnlyList<string> chosen
    )
    {
        var tops = all.Where(place => chosen.Contains(place.Slug)).ToList();
        var ids = all.Where(place => tops.Exists(top => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)))
            .Select(place => place.Id)
            .ToList();
        return row => ids.Contains(row.PlaceId);
    }
}
