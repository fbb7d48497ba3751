using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>A matter on the board, with the moves that lead it on.</summary>
/// <param name="WhyNot">For the columns to which something leads that is not done here: who does it, and where.</param>
public sealed record BoardCard(
    Guid Id,
    string Title,
    string? Number,
    string Place,
    MatterState State,
    DateOnly? DueOn,
    bool IsLate,
    IReadOnlyList<MatterMove> Moves,
    IReadOnlyDictionary<MatterPhase, string> WhyNot
);

/// <summary>One column: a phase, how many matters it holds, and the first of them by their last day.</summary>
public sealed record BoardColumn(MatterPhase Phase, int Count, int Late, IReadOnlyList<BoardCard> Cards);

/// <summary>
/// The matters under way in columns. Counts are one question each, and each column reads its first cards alone, so the board is as fast
/// with ten thousand matters as with ten. A card moves only where the machine has a move.
/// </summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class BoardPage(
    AppDb db,
    MatterField field,
    MatterActs acts,
    MatterOffers offers,
    MatterWording wording,
    PlaceChoices places,
    Words words
) : AppPage
{
    /// <summary>Cards of a column; the list has the others.</summary>
    public const int Shown = 12;

    /// <summary>The slug of a place, for it and those below; of a handling unit; and whether only what is late is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];
    public IReadOnlyList<FilterOption> Places { get; private set; } = [];
    public IReadOnlyList<FilterOption> Units { get; private set; } = [];

    /// <summary>Closed within the year, within the filter.</summary>
    public int Closed { get; private set; }

    public int Year => acts.Desk.Today.Year;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Makes a move that needs no words; the others have forms of their own.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, MatterVerb verb, CancellationToken cancellation)
    {
        if (await acts.DoAtOnceAsync(id, verb, cancellation) is not { Matter: { } matter } answer)
            return NotFound();
        if (answer.Refusal is { } refusal)
            Warn("Board.NotMoved", matter.Title, words.Of(refusal));
        else
            Flash("Board.Moved", words["MatterVerb." + verb], matter.Title);
        return GoTo("/office/consultation/matters/board" + Query());
    }

    /// <summary>Why a card cannot come to a column from just anywhere: what must be before.</summary>
    public string WhyNotTo(MatterPhase phase) =>
        MatterMoves.All.FirstOrDefault(move => move.To is { } to && MatterPhases.Of(to) == phase) is { } move
            ? words.Of(new Refusal($"MatterNot{move.Verb}"))
            : words["Board.NoWay"];

    /// <summary>The list of a column, with the board's own filters.</summary>
    public string ListOf(MatterPhase phase) => "~/office/consultation/matters" + ListQuery(("f.phase", phase.ToString()));

    public string ListOfClosed() =>
        "~/office/consultation/matters" + ListQuery(("f.phase", nameof(MatterPhase.Closed)), ("sort", "-closed"));

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var all = await places.AllAsync(cancellation);
        Places = [.. MatterPlaces.Options(all)];
        Units = [.. (await wording.UnitsAsync(cancellation)).Select(unit => new FilterOption(unit.Slug, unit.Name))];
        var matters = await NarrowedAsync(all, cancellation);
        var today = acts.Desk.Today;
        var open = MatterPhases.OpenStates;
        var counts = await matters
            .Where(matter => open.Contains(matter.State))
            .GroupBy(matter => matter.State)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Late = group.Count(matter => matter.DueOn < today),
            })
            .ToDictionaryAsync(row => row.Key, cancellation);
        var columns = new List<BoardColumn>();
        foreach (var phase in MatterPhases.Open)
        {
            var states = MatterPhases.StatesOf(phase).Where(counts.ContainsKey).ToList();
            columns.Add(
                new BoardColumn(
                    phase,
                    states.Sum(state => counts[state].Count),
                    states.Sum(state => counts[state].Late),
                    states.Count == 0 ? [] : await CardsAsync(matters, states, all, today, cancellation)
                )
            );
        }

        Columns = columns;
        var (from, to) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        Closed = await matters.CountAsync(matter => matter.ClosedOn >= from && matter.ClosedOn <= to, cancellation);
    }

    private async Task<IQueryable<Matter>> NarrowedAsync(IReadOnlyList<PlaceChoice> all, CancellationToken cancellation)
    {
        var matters = (await field.MattersAsync(MatterPermissions.Read, cancellation)).AsNoTracking();
        if (!string.IsNullOrEmpty(Place))
        {
            var below = MatterPlaces.Below(all, [Place]);
            matters = matters.Where(matter => below.Contains(matter.PlaceId));
        }

        if (!string.IsNullOrEmpty(Unit))
        {
            var unit = (await wording.UnitsAsync(cancellation)).FirstOrDefault(row => row.Slug == Unit)?.Id ?? Guid.Empty;
            matters = matters.Where(matter =>
                db.Set<MatterAssignment>().Any(row => row.MatterId == matter.Id && row.HandlingUnitId == unit)
            );
        }

        var today = acts.Desk.Today;
        return Late ? matters.Where(matter => matter.DueOn < today && matter.State != MatterState.Closed) : matters;
    }

    private async Task<IReadOnlyList<BoardCard>> CardsAsync(
        IQueryable<Matter> matters,
        List<MatterState> states,
        IReadOnlyList<PlaceChoice> all,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var rows = new List<CardRow>();
        foreach (var state in states)
            rows.AddRange(await FirstAsync(matters.Where(matter => matter.State == state), cancellation));
        rows = [.. rows.OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Id).Take(Shown)];
        var cards = new List<BoardCard>(rows.Count);
        foreach (var row in rows)
            cards.Add(
                new BoardCard(
                    row.Id,
                    row.Title,
                    MatterNumber.Of(row.NumberYear, row.Number),
                    all.FirstOrDefault(place => place.Id == row.PlaceId)?.Name ?? "",
                    row.State,
                    row.DueOn,
                    row.DueOn < today,
                    await offers.MovesAsync(row.State, row.PlaceId, cancellation),
                    offers.WhyNotMoves(row.State)
                )
            );
        return cards;
    }

    /// <summary>
    /// The first of one state by their last day: read in the order of the index, so that it costs the same however many there are. Those
    /// without a last day come after the others, where there is room.
    /// </summary>
    private static async Task<List<CardRow>> FirstAsync(IQueryable<Matter> ofState, CancellationToken cancellation)
    {
        var first = await CardRow
            .Of(ofState.Where(matter => matter.DueOn != null).OrderBy(matter => matter.DueOn).Take(Shown))
            .ToListAsync(cancellation);
        if (first.Count < Shown)
            first.AddRange(
                await CardRow
                    .Of(ofState.Where(matter => matter.DueOn == null).Take(Shown - first.Count))
                    .ToListAsync(cancellation)
            );
        return first;
    }

    private sealed record CardRow(
        Guid Id,
        string Title,
        int? NumberYear,
        int? Number,
        Guid PlaceId,
        MatterState State,
        DateOnly? DueOn
    )
    {
        internal static IQueryable<CardRow> Of(IQueryable<Matter> matters) =>
            matters.Select(matter => new CardRow(
                matter.Id,
                matter.Title,
                matter.NumberYear,
                matter.Number,
                matter.PlaceId,
                matter.State,
                matter.DueOn
            ));
    }

    private QueryString Query() =>
        QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["place"] = Place,
                ["unit"] = Unit,
                ["late"] = Late ? "true" : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    private QueryString ListQuery(params (string Key, string Value)[] own) =>
        QueryString.Create(
            own.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))
                .Concat([new("f.place", Place), new("f.unit", Unit), new("f.late", Late ? "yes" : null)])
                .Where(pair => !string.IsNullOrEmpty(pair.Value))
        );
}
