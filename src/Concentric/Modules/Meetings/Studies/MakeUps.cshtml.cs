using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.Studies;

/// <summary>Who missed a study session, and whether it was made up.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MakeUpsPage(AppDb db, MeetingKinds kinds, MeetingWords words, IStringLocalizer<MeetingsTexts> text) : AppPage
{
    public TableView List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var studies = kinds.All.Where(kind => kind.IsStudySession).Select(kind => kind.Id).ToList();
        var rows =
            from row in db.Set<Attendance>()
            join meeting in db.Set<Meeting>() on row.MeetingId equals meeting.Id
            where
                meeting.Revision > 0
                && studies.Contains(meeting.Kind)
                && row.MembershipId != null
                && row.Basis == AttendanceBasis.Expected
                && (row.Presence == Presence.Excused || row.Presence == Presence.Absent)
            select new MakeUpRow
            {
                Id = row.Id,
                Name = row.Name,
                Meeting = meeting.Title,
                Kind = meeting.Kind,
                Year = meeting.NumberYear,
                Number = meeting.Number,
                HeldOn = meeting.HeldOn,
                Presence = row.Presence,
                MadeUpOn = row.MadeUpOn,
            };
        var table = Table();
        if (table.ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await table.LoadAsync(rows, HttpContext, cancellation);
        return Page();
    }

    private TableDefinition<MakeUpRow> Table() =>
        new TableDefinition<MakeUpRow>("make-ups", text["MakeUps"])
            .Column("name", text["Name"], row => row.Name)
            .Link(row => $"~/office/study/make-ups/{row.Id}")
            .SortBy(row => row.Name)
            .Column("session", text["MakeUps.Session"], row => words.PublicName(kinds[row.Kind], row.Year, row.Number))
            .Column("title", text["Title"], row => row.Meeting)
            .Hidden()
            .Column("day", text["Day"], row => row.HeldOn)
            .SortBy(row => row.HeldOn)
            .Column("missed", text["MakeUps.Missed"], row => words.Of(row.Presence))
            .Column("state", text["State"], row => BadgeOf(row))
            .Column("made-up", text["MakeUps.Day"], row => row.MadeUpOn)
            .SortBy(row => row.MadeUpOn)
            .Search((rows, typed) => rows.Where(row => row.Name.Contains(typed) || row.Meeting.Contains(typed)))
            .Choice(
                "state",
                text["State"],
                [new FilterOption("open", text["MakeUps.Open"]), new FilterOption("done", text["MakeUps.Done"])],
                (rows, chosen) =>
                    rows.Where(row =>
                        (chosen.Contains("open") && row.MadeUpOn == null) || (chosen.Contains("done") && row.MadeUpOn != null)
                    )
            )
            .KeyedBy(row => row.Id)
            .StartSorted("-day")
            .WhenEmpty(new EmptyList("school", text["MakeUps.None"], text["MakeUps.None.Text"]));

    private Badge BadgeOf(MakeUpRow row) =>
        row.MadeUpOn is null ? new Badge(text["MakeUps.Open"], Tone.Warn) : new Badge(text["MakeUps.Done"], Tone.Ok);

    internal sealed class MakeUpRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Meeting { get; init; } = "";
        public string Kind { get; init; } = "";
        public int? Year { get; init; }
        public int? Number { get; init; }
        public DateOnly HeldOn { get; init; }
        public Presence Presence { get; init; }
        public DateOnly? MadeUpOn { get; init; }
    }
}
