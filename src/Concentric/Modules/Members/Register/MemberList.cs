using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members.Register;

/// <summary>One seat as a row of the list.</summary>
public sealed class MemberRow
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required string Pinyin { get; init; }
    public Sex? Sex { get; init; }
    public MembershipLevel Level { get; init; }
    public int Term { get; init; }
    public required string Sector { get; init; }
    public MemberDuty Duty { get; init; }
    public string? Unit { get; init; }
    public string? Post { get; init; }
    public string? Place { get; init; }
    public string? PhoneSealed { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public bool HasAccount { get; init; }
}

/// <summary>The list of members as the office sees it; the invitations choose from the same list.</summary>
public sealed class MemberList(
    AppDb db,
    MembersApi members,
    ContactSeal seal,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time,
    IStringLocalizer<MembersTexts> texts
)
{
    internal const string Key = "members";

    public IQueryable<MemberRow> Rows() =>
        db.Set<Membership>()
            .Select(seat => new MemberRow
            {
                Id = seat.Id,
                PersonId = seat.PersonId,
                Name = seat.Person.Name,
                Pinyin = seat.Person.Pinyin,
                Sex = seat.Person.Sex,
                Level = seat.Level,
                Term = seat.Term,
                Sector = seat.Sector,
                Duty = seat.Duty,
                Unit = seat.Person.Unit,
                Post = seat.Person.Post,
                Place = seat.Person.ResidentPlace,
                PhoneSealed = seat.Person.PhoneSealed,
                StartsOn = seat.StartsOn,
                EndsOn = seat.EndsOn,
                HasAccount = db.Accounts.Any(account => account.PersonId == seat.PersonId),
            });

    /// <summary>People who hold at least one seat today.</summary>
    public Task<int> PeopleInOfficeAsync(CancellationToken cancellation) =>
        OfState(Rows(), active: true, committee.Today(time)).Select(row => row.PersonId).Distinct().CountAsync(cancellation);

    public async Task<TableDefinition<MemberRow>> TableAsync(CancellationToken cancellation)
    {
        var today = committee.Today(time);
        var table = new TableDefinition<MemberRow>(Key, texts["Members"])
            .Column("name", texts["Name"], row => row.Name)
            .Link(row => $"~/office/members/{row.PersonId}")
            .SortBy(row => row.Pinyin)
            .Column("level", texts["Level"], row => members.LevelTitle(row.Level))
            .SortBy(row => row.Level)
            .Column("term", texts["Term"], row => row.Term)
            .Number()
            .SortBy(row => row.Term)
            .Column("sector", texts["Sector"], row => members.SectorTitle(row.Sector))
            .SortBy(row => row.Sector)
            .Column("duty", texts["Duty"], row => members.DutyTitle(row.Duty))
            .SortBy(row => row.Duty)
            .Column("unit", texts["Unit"], row => row.Unit)
            .SortBy(row => row.Unit)
            .Column("state", texts["State"], row => StateOf(row, today));
        AddHiddenColumns(table);
        await AddFiltersAsync(table, today, cancellation);
        if (actor.Can(MembersPermissions.Invite))
            table.Bulk("Invite", texts["Invite.Chosen"]);
        return table
            .KeyedBy(row => row.Id)
            .StartSorted("name")
            .WhenEmpty(
                actor.Can(MembersPermissions.Edit)
                    ? new EmptyList("users", texts["None"], texts["None.Text"], "~/office/members/import", texts["Import"])
                    : new EmptyList("users", texts["None"], texts["None.Text"])
            );
    }

    private void AddHiddenColumns(TableDefinition<MemberRow> table) =>
        table
            .Column("post", texts["Post"], row => row.Post)
            .Hidden()
            .Column("sex", texts["Sex"], row => row.Sex is { } sex ? texts["Sex." + sex].Value : null)
            .Hidden()
            .Column("place", texts["Place"], row => row.Place)
            .SortBy(row => row.Place)
            .Hidden()
            .Column("phone", texts["Phone"], row => seal.Open(row.PhoneSealed) is { } phone ? Contacts.MaskPhone(phone) : null)
            .Hidden()
            .Column("starts", texts["StartsOn"], row => row.StartsOn)
            .SortBy(row => row.StartsOn)
            .Hidden()
            .Column("ends", texts["EndsOn"], row => row.EndsOn)
            .SortBy(row => row.EndsOn)
            .Hidden()
            .Column("account", texts["Account"], row => row.HasAccount)
            .Hidden();

    private async Task AddFiltersAsync(TableDefinition<MemberRow> table, DateOnly today, CancellationToken cancellation)
    {
        var terms = await db.Set<Membership>().Select(seat => seat.Term).Distinct().OrderDescending().ToListAsync(cancellation);
        AddSeatFilters(table, terms)
            .Search(
                (rows, typed) =>
                {
                    var found = MemberSearch.Matching(db.Set<Membership>(), typed).Select(seat => seat.Id);
                    return rows.Where(row => found.Contains(row.Id));
                }
            )
            .Choice(
                "sector",
                texts["Sector"],
                members.Sectors().Select(sector => new FilterOption(sector.Id, sector.Title)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Sector))
            )
            .Choice(
                "state",
                texts["State"],
                [new FilterOption("active", texts["State.Active"]), new FilterOption("ended", texts["State.Ended"])],
                (rows, chosen) => chosen.Count > 1 ? rows : OfState(rows, chosen[0] == "active", today)
            );
    }

    private TableDefinition<MemberRow> AddSeatFilters(TableDefinition<MemberRow> table, IReadOnlyList<int> terms) =>
        table
            .Choice(
                "level",
                texts["Level"],
                Enum.GetValues<MembershipLevel>().Select(level => new FilterOption(level.ToString(), members.LevelTitle(level))),
                (rows, chosen) =>
                {
                    var levels = chosen.Select(Enum.Parse<MembershipLevel>).ToList();
                    return rows.Where(row => levels.Contains(row.Level));
                }
            )
            .Choice(
                "term",
                texts["Term"],
                terms.Select(term => new FilterOption(FormattableString.Invariant($"{term}"), texts["Term.Nth", term])),
                (rows, chosen) =>
                {
                    var numbers = chosen
                        .Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                        .ToList();
                    return rows.Where(row => numbers.Contains(row.Term));
                }
            )
            .Choice(
                "duty",
                texts["Duty"],
                Enum.GetValues<MemberDuty>().Select(duty => new FilterOption(duty.ToString(), members.DutyTitle(duty))),
                (rows, chosen) =>
                {
                    var duties = chosen.Select(Enum.Parse<MemberDuty>).ToList();
                    return rows.Where(row => duties.Contains(row.Duty));
                }
            );

    private static IQueryable<MemberRow> OfState(IQueryable<MemberRow> rows, bool active, DateOnly today) =>
        active
            ? rows.Where(row => row.EndsOn == null || row.EndsOn >= today)
            : rows.Where(row => row.EndsOn != null && row.EndsOn < today);

    private Badge StateOf(MemberRow row, DateOnly today) =>
        row.EndsOn is { } last && last < today ? new Badge(texts["State.Ended"], Tone.Neutral)
        : row.StartsOn > today ? new Badge(texts["State.Coming"], Tone.Info)
        : new Badge(texts["State.Active"], Tone.Ok);
}
