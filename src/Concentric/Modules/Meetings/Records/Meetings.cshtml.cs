using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The list of meetings in the office.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MeetingsPage(
    AppDb db,
    MeetingKinds kinds,
    MeetingWords words,
    CurrentActor actor,
    IStringLocalizer<MeetingsTexts> text
) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var rows = db.Set<Meeting>()
            .Select(meeting => new MeetingRow
            {
                Id = meeting.Id,
                Kind = meeting.Kind,
                Title = meeting.Title,
                Organiser = meeting.Organiser,
                HeldOn = meeting.HeldOn,
                StartsAt = meeting.StartsAt,
                Place = meeting.Place,
                State = meeting.State,
                Year = meeting.NumberYear,
                Number = meeting.Number,
                Expected = db.Set<Attendance>()
                    .Count(row => row.MeetingId == meeting.Id && row.Basis == AttendanceBasis.Expected),
                Present = db.Set<Attendance>()
                    .Count(row =>
                        row.MeetingId == meeting.Id
                        && (
                            row.Presence == Presence.Present
                            || row.Presence == Presence.Late
                            || row.Presence == Presence.LeftEarly
                        )
                    ),
            });
        var table = Table();
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<MeetingRow> Table() =>
        Filtered(Columns())
            .KeyedBy(row => row.Id)
            .StartSorted("-date")
            .WhenEmpty(
                actor.Can(MeetingsPermissions.Prepare)
                    ? new EmptyList(
                        "calendar-event",
                        text["None"],
                        text["None.Text"],
                        "~/office/meetings/new",
                        text["Meeting.New"]
                    )
                    : new EmptyList("calendar-event", text["None"], text["None.Text"])
            );

    private TableDefinition<MeetingRow> Columns() =>
        new TableDefinition<MeetingRow>("meetings", text["Meetings"])
            .Column("title", text["Title"], row => row.Title)
            .Link(row => $"~/office/meetings/{row.Id}")
            .SortBy(row => row.Title)
            .Column("kind", text["Kind"], row => kinds[row.Kind].Name)
            .SortBy(row => row.Kind)
            .Column("number", text["NumberInYear"], row => words.Number(row.Year, row.Number))
            .OneLine()
            .Column("date", text["Day"], row => row.HeldOn)
            .SortBy(row => row.StartsAt)
            .Column("place", text["Place"], row => row.Place)
            .Hidden()
            .Column("organiser", text["Organiser"], row => kinds.FindOrganiser(row.Organiser)?.Name)
            .Hidden()
            .Column("expected", text["Expected"], row => row.Expected)
            .Number()
            .Column("present", text["Present"], row => row.Present)
            .Number()
            .Column("state", text["State"], row => words.Of(row.State))
            .SortBy(row => row.State);

    private TableDefinition<MeetingRow> Filtered(TableDefinition<MeetingRow> table) =>
        table
            .Search((rows, typed) => rows.Where(row => row.Title.Contains(typed) || row.Place.Contains(typed)))
            .Choice(
                "kind",
                text["Kind"],
                kinds.All.Select(kind => new FilterOption(kind.Id, kind.Name)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Kind))
            )
            .Choice(
                "state",
                text["State"],
                Enum.GetValues<MeetingState>().Select(state => new FilterOption(state.ToString(), text[$"State.{state}"])),
                (rows, chosen) => Narrow(rows, chosen)
            )
            .Choice(
                "organiser",
                text["Organiser"],
                kinds.Organisers.Select(organiser => new FilterOption(organiser.Id, organiser.Name)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Organiser))
            )
            .Days(
                "date",
                text["Day"],
                (rows, from, to) => rows.Where(row => (from == null || row.HeldOn >= from) && (to == null || row.HeldOn <= to))
            );

    private static IQueryable<MeetingRow> Narrow(IQueryable<MeetingRow> rows, IReadOnlyList<string> chosen)
    {
        var states = chosen
            .Select(value => Enum.TryParse<MeetingState>(value, out var state) ? state : (MeetingState?)null)
            .OfType<MeetingState>()
            .ToList();
        return rows.Where(row => states.Contains(row.State));
    }

    internal sealed class MeetingRow
    {
        public Guid Id { get; init; }
        public string Kind { get; init; } = "";
        public string Title { get; init; } = "";
        public string Organiser { get; init; } = "";
        public DateOnly HeldOn { get; init; }
        public DateTimeOffset StartsAt { get; init; }
        public string Place { get; init; } = "";
        public MeetingState State { get; init; }
        public int? Year { get; init; }
        public int? Number { get; init; }
        public int Expected { get; init; }
        public int Present { get; init; }
    }
}
