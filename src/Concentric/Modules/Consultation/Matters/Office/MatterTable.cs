using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>The office's list of matters: its rows, columns, filters and bulk acts, for the list and for what is done to many at once.</summary>
public sealed class MatterTable(
    AppDb db,
    MatterField field,
    MatterDesk desk,
    MatterWording wording,
    PlaceChoices places,
    CurrentActor actor,
    IStringLocalizer<ConsultationTexts> text
)
{
    /// <summary>More are not done in one go.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>What can be done to many, in the order of a matter's life.</summary>
    private static readonly MatterVerb[] AtOnce =
    [
        MatterVerb.Accept,
        MatterVerb.Reject,
        MatterVerb.Merge,
        MatterVerb.Approve,
        MatterVerb.Schedule,
        MatterVerb.Assign,
    ];

    private IReadOnlyList<PlaceChoice> allPlaces = [];
    private IReadOnlyList<HandlingUnit> units = [];
    private IReadOnlyList<int> years = [];

    /// <summary>Those that the reader may see.</summary>
    public async Task<IQueryable<MatterRow>> RowsAsync(CancellationToken cancellation) =>
        MatterRow.Of(db, (await field.MattersAsync(MatterPermissions.Read, cancellation)).AsNoTracking());

    /// <summary>With its choices read.</summary>
    public async Task<TableDefinition<MatterRow>> DefineAsync(CancellationToken cancellation)
    {
        allPlaces = await places.AllAsync(cancellation);
        units = await wording.UnitsAsync(cancellation);
        var first = await db.Set<Matter>().MinAsync(matter => (DateOnly?)matter.CollectedOn, cancellation) ?? desk.Today;
        years = [.. Enumerable.Range(first.Year, Math.Max(1, desk.Today.Year - first.Year + 1)).Reverse()];
        return Bulk(Filters(Columns(new TableDefinition<MatterRow>("matters", text["Menu.Matters"]))))
            .Search(MatterRow.Search)
            .KeyedBy(row => row.Id)
            .StartSorted("-collected")
            .WhenEmpty(
                new EmptyList(
                    "clipboard-list",
                    text["Matters.None"],
                    text["Matters.None.Text"],
                    actor.Can(MatterPermissions.Enter) ? "~/office/consultation/matters/new" : null,
                    text["Matters.Enter"]
                )
            );
    }

    private TableDefinition<MatterRow> Columns(TableDefinition<MatterRow> table) =>
        table
            .Column("title", text["Matter.Title"], row => row.Title)
            .Link(row => $"~/office/consultation/matters/{row.Id}")
            .Column("number", text["Matter.Number"], row => row.FullNumber)
            .SortBy(row => row.NumberYear * 100000 + row.Number)
            .OneLine()
            .Column("state", text["Matter.State"], row => wording.Badge(row.State))
            .Column("place", text["Matter.Place"], row => row.Place)
            .SortBy(row => row.Place)
            .Column("topic", text["Matter.Topic"], row => wording.Topic(row.Topic))
            .OneLine()
            .Column("unit", text["Matter.Unit"], row => row.LeadUnit)
            .Column("due", text["Matter.DueOn"], Due)
            .SortBy(row => row.DueOn)
            .OneLine()
            .Column("collected", text["Matter.CollectedOn"], row => row.CollectedOn)
            .SortBy(row => row.CollectedOn)
            .Column("source", text["Matter.Source"], row => text["MatterSource." + row.Source].Value)
            .Hidden()
            .Column("channel", text["Matter.Channel"], row => text["IntakeChannel." + row.Channel].Value)
            .Hidden()
            .Column("since", text["Matter.StateSince"], row => row.StateSince)
            .SortBy(row => row.StateSince)
            .Hidden()
            .Column(
                "outcome",
                text["Matter.Outcome"],
                row => row.Outcome is { } outcome ? text["MatterOutcome." + outcome].Value : null
            )
            .Hidden()
            .Column("closed", text["Matter.ClosedOn"], row => row.ClosedOn)
            .SortBy(row => row.ClosedOn)
            .Hidden()
            .Column("public", text["Matter.Public"], row => row.IsPublic)
            .Hidden();

    private TableDefinition<MatterRow> Filters(TableDefinition<MatterRow> table)
    {
        table
            .Choice(
                "phase",
                text["Matter.Phase"],
                Enum.GetValues<MatterPhase>().Select(phase => new FilterOption(phase.ToString(), text["MatterPhase." + phase])),
                (rows, chosen) =>
                    In(
                        rows,
                        chosen.SelectMany(one =>
                            Enum.TryParse<MatterPhase>(one, out var phase) ? MatterPhases.StatesOf(phase) : []
                        )
                    )
            )
            .Choice(
                "state",
                text["Matter.State"],
                Enum.GetValues<MatterState>().Select(state => new FilterOption(state.ToString(), wording.State(state))),
                (rows, chosen) =>
                    In(rows, chosen.SelectMany(one => Enum.TryParse<MatterState>(one, out var state) ? new[] { state } : []))
            )
            .Choice("place", text["Matter.Place"], MatterPlaces.Options(allPlaces), (rows, chosen) => Below(rows, chosen))
            .Choice(
                "unit",
                text["Matter.Unit"],
                units.Select(unit => new FilterOption(unit.Slug, unit.Name)),
                (rows, chosen) => OfUnits(rows, chosen)
            );
        return Kinds(table);
    }

    /// <summary>What it is about, from whom, and when.</summary>
    private TableDefinition<MatterRow> Kinds(TableDefinition<MatterRow> table)
    {
        var (today, closed) = (desk.Today, MatterState.Closed);
        return table
            .Choice(
                "topic",
                text["Matter.Topic"],
                wording.Lists.Topics.Select(topic => new FilterOption(topic.Id, topic.Name)),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Topic))
            )
            .Choice(
                "source",
                text["Matter.Source"],
                Enum.GetValues<MatterSource>()
                    .Select(source => new FilterOption(source.ToString(), text["MatterSource." + source])),
                (rows, chosen) => rows.Where(row => chosen.Contains(row.Source.ToString()))
            )
            .Choice(
                "late",
                text["Matter.Overdue"],
                [new FilterOption("yes", text["Matter.OnlyOverdue"])],
                (rows, _) => rows.Where(row => row.DueOn < today && row.State != closed)
            )
            .Choice(
                "year",
                text["Matter.Year"],
                years.Select(year => new FilterOption($"{year}", $"{year}")),
                (rows, chosen) => OfYears(rows, chosen)
            )
            .Days(
                "collected",
                text["Matter.CollectedOn"],
                (rows, from, to) =>
                    rows.Where(row => (from == null || row.CollectedOn >= from) && (to == null || row.CollectedOn <= to))
            );
    }

    private TableDefinition<MatterRow> Bulk(TableDefinition<MatterRow> table)
    {
        foreach (var verb in AtOnce)
            if (actor.Can(MatterReasons.PermissionOf(verb)))
                table.Bulk(verb.ToString(), text["MatterVerb." + verb]);
        return table;
    }

    private object? Due(MatterRow row) =>
        row.DueOn is not { } day ? null
        : day < desk.Today && row.State != MatterState.Closed ? new Badge(DisplayFormat.ShortDate(day), Tone.Danger)
        : day;

    private static IQueryable<MatterRow> In(IQueryable<MatterRow> rows, IEnumerable<MatterState> states)
    {
        var chosen = states.ToList();
        return rows.Where(row => chosen.Contains(row.State));
    }

    private IQueryable<MatterRow> Below(IQueryable<MatterRow> rows, IReadOnlyList<string> slugs)
    {
        var ids = MatterPlaces.Below(allPlaces, slugs);
        return rows.Where(row => ids.Contains(row.PlaceId));
    }

    private IQueryable<MatterRow> OfUnits(IQueryable<MatterRow> rows, IReadOnlyList<string> slugs)
    {
        var ids = units.Where(unit => slugs.Contains(unit.Slug)).Select(unit => unit.Id).ToList();
        return rows.Where(row =>
            db.Set<MatterAssignment>().Any(part => part.MatterId == row.Id && ids.Contains(part.HandlingUnitId))
        );
    }

    private static IQueryable<MatterRow> OfYears(IQueryable<MatterRow> rows, IReadOnlyList<string> chosen)
    {
        if (!int.TryParse(chosen[0], out var year) || year is < 1 or > 9998)
            return rows;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return rows.Where(row => row.CollectedOn >= from && row.CollectedOn <= to);
    }
}
