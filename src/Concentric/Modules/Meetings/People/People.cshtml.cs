using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.People;

/// <summary>Who is expected: chosen by level, duty and sector, as staff, or by name; what they answered.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class PeoplePage(
    MeetingDesk desk,
    AttendanceSheets sheets,
    MembersApi members,
    MeetingWords words,
    IStringLocalizer<MeetingsTexts> text
) : MeetingPage(desk)
{
    private const int MostFound = 20;

    [BindProperty]
    public Selection Chosen { get; set; } = new();

    [BindProperty]
    public GuestForm Guest { get; set; } = new();

    [FromQuery]
    public string? Find { get; set; }

    public IReadOnlyList<MemberSummary> Found { get; private set; } = [];
    public TableView List { get; private set; } = null!;
    public bool IsEmpty { get; private set; }
    public Refusal? WhyNotChange => Meeting.WhyNotChangePeople();
    public bool MayChange => Desk.Actor.Can(MeetingsPermissions.Prepare) && WhyNotChange is null;

    public IReadOnlyList<SelectListItem> LevelChoices =>
        [.. Enum.GetValues<MembershipLevel>().Select(level => new SelectListItem(members.LevelTitle(level), level.ToString()))];

    public IReadOnlyList<SelectListItem> DutyChoices =>
        [.. Enum.GetValues<MemberDuty>().Select(duty => new SelectListItem(members.DutyTitle(duty), duty.ToString()))];

    public IReadOnlyList<SelectListItem> SectorChoices =>
        [.. members.Sectors().Select(sector => new SelectListItem(sector.Title, sector.Id))];

    public string Describe(MemberSummary member) =>
        string.Join(
            " · ",
            new[] { members.LevelTitle(member.Level), members.SectorTitle(member.Sector), member.Unit }.OfType<string>()
        );

    public override async Task<IActionResult> OnGetAsync()
    {
        Chosen = Selection.Of(Kind);
        if (Table().ExportOf(Rows(), HttpContext) is { } file)
            return file;
        await ShowAsync();
        return Page();
    }

    public Task<IActionResult> OnPostExpectAsync() => ChangeAsync(() => sheets.ExpectAsync(Meeting, Chosen.ToPeople()));

    public Task<IActionResult> OnPostAddMemberAsync(Guid membershipId, AttendanceBasis basis) =>
        ChangeAsync(() => sheets.ExpectAsync(Meeting, new ExpectedPeople { Memberships = [membershipId], Basis = basis }));

    public async Task<IActionResult> OnPostAddGuestAsync()
    {
        ModelState.Clear();
        if (SheetPerson.WhyNotName(Guest.Name) is { } refusal)
            return await RefusedAsync(refusal.At("Guest.Name"));
        return await ChangeAsync(() =>
            sheets.InviteAsync(Meeting, new SheetPerson { Name = Guest.Name!.Trim(), Unit = Guest.Unit })
        );
    }

    private async Task<IActionResult> ChangeAsync(Func<Task<int>> add)
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if (WhyNotChange is { } refusal)
            return await RefusedAsync(refusal);
        Flash("Meeting.PeopleAdded", await add());
        return GoTo(Address + "/people");
    }

    protected override async Task ShowAsync()
    {
        if (Find is { Length: > 0 })
        {
            var query = new MemberQuery
            {
                Text = Find.Trim(),
                ActiveOn = Meeting.HeldOn,
                PageSize = MostFound,
            };
            Found = (await members.SearchAsync(query)).Items;
        }

        IsEmpty = !await Rows().AnyAsync();
        List = await Table().LoadAsync(Rows(), HttpContext);
    }

    private IQueryable<Attendance> Rows() => Db.Set<Attendance>().AsNoTracking().Where(row => row.MeetingId == Id);

    private TableDefinition<Attendance> Table() =>
        new TableDefinition<Attendance>("meeting-people", text["People"])
            .Column("name", text["Name"], row => row.Name)
            .Link(row => $"~/office/meetings/{row.MeetingId}/people/{row.Id}")
            .Column("sector", text["Sector"], row => row.Sector is null ? null : members.SectorTitle(row.Sector))
            .Column("unit", text["Unit"], row => row.Unit)
            .Column("basis", text["Basis"], row => text[$"Basis.{row.Basis}"].Value)
            .Column("answer", text["Answer"], row => words.Of(row.Answer))
            .SortBy(row => row.Answer)
            .Column("presence", text["Presence"], row => words.Of(row.Presence))
            .SortBy(row => row.Presence)
            .Column("order", text["Order"], row => row.Order)
            .SortBy(row => row.Order)
            .Hidden()
            .Search((rows, typed) => rows.Where(row => row.Name.Contains(typed)))
            .Choice(
                "answer",
                text["Answer"],
                Enum.GetValues<Answer>().Select(answer => new FilterOption(answer.ToString(), text[$"Answer.{answer}"])),
                (rows, chosen) => rows.Where(row => Parsed<Answer>(chosen).Contains(row.Answer))
            )
            .Choice(
                "presence",
                text["Presence"],
                Enum.GetValues<Presence>()
                    .Select(presence => new FilterOption(presence.ToString(), text[$"Presence.{presence}"])),
                (rows, chosen) => rows.Where(row => Parsed<Presence>(chosen).Contains(row.Presence))
            )
            .KeyedBy(row => row.Id)
            .StartSorted("order")
            .PageSize(50)
            .WhenEmpty(new EmptyList("users", text["People.None"], text["People.None.Text"]));

    private static List<T> Parsed<T>(IEnumerable<string> values)
        where T : struct, Enum =>
        [.. values.Select(value => Enum.TryParse<T>(value, out var parsed) ? parsed : (T?)null).OfType<T>()];

    public sealed class Selection
    {
        public List<MembershipLevel> Levels { get; set; } = [];
        public List<MemberDuty> Duties { get; set; } = [];
        public List<string> Sectors { get; set; } = [];
        public bool Staff { get; set; }

        internal static Selection Of(MeetingKind kind) =>
            new()
            {
                Levels = kind.Expected.Levels,
                Duties = kind.Expected.Duties,
                Staff = kind.Expected.Staff,
            };

        internal ExpectedPeople ToPeople() =>
            new()
            {
                Levels = Levels,
                Duties = Duties,
                Sectors = Sectors,
                Staff = Staff,
            };
    }

    public sealed class GuestForm
    {
        public string? Name { get; set; }
        public string? Unit { get; set; }
    }
}
