using System.Linq.Expressions;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>
/// What everybody may know of a matter. Pages, feeds, open data and Open311 read nothing else of it: not its first words, not where
/// exactly it is in the submitter's words, not who sent it.
/// </summary>
public sealed record PublicMatter
{
    /// <summary>A point is given to about a hundred metres: closer, it may be somebody's door.</summary>
    internal const int PointDecimals = 3;

    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Topic { get; init; }
    public required MatterSource Source { get; init; }
    public required MatterState State { get; init; }
    public required DateTimeOffset CollectedAt { get; init; }
    public required DateOnly CollectedOn { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required DateTimeOffset ClearedAt { get; init; }
    public DateOnly? DueOn { get; init; }
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public int? NumberYear { get; init; }
    public int? Number { get; init; }
    public MatterConclusion? Conclusion { get; init; }
    public DateOnly? ConcludedOn { get; init; }
    public string? ReplyClass { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
    public SatisfactionMark? Satisfaction { get; init; }
    public MatterOutcome? Outcome { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? Proof { get; init; }
    public DateOnly? RevisitedOn { get; init; }
    public bool? Held { get; init; }

    /// <summary>The lead unit of the present round.</summary>
    public Guid? UnitId { get; init; }

    public PublicStage Stage => PublicStages.Of(State, Outcome);
    public bool IsEnded => MatterMoves.Ends.Contains(State);
    public string FullNumber => MatterNumber.Of(NumberYear, Number)!;
    public int? DaysToClose => ClosedOn?.DayNumber - CollectedOn.DayNumber;

    internal static Expression<Func<Matter, PublicMatter>> From(AppDb db) =>
        matter => new PublicMatter
        {
            Id = matter.Id,
            Title = matter.PublicTitle!,
            Text = matter.PublicText!,
            PlaceId = matter.PlaceId,
            Topic = matter.Topic,
            Source = matter.Source,
            State = matter.State,
            CollectedAt = matter.CollectedAt,
            CollectedOn = matter.CollectedOn,
            ChangedAt = matter.PublicChangedAt ?? matter.StateSince,
            ClearedAt = matter.ClearedAt ?? matter.StateSince,
            DueOn = matter.DueOn,
            Latitude = matter.Latitude,
            Longitude = matter.Longitude,
            NumberYear = matter.NumberYear,
            Number = matter.Number,
            Conclusion = matter.Conclusion,
            ConcludedOn = matter.ConcludedOn,
            ReplyClass = matter.ReplyClass,
            RepliedAt = matter.RepliedAt,
            Satisfaction = matter.Satisfaction,
            Outcome = matter.Outcome,
            ClosedOn = matter.ClosedOn,
            Proof = matter.Proof,
            RevisitedOn = matter.RevisitedOn,
            Held = matter.Held,
            UnitId = db.Set<MatterAssignment>()
                .Where(row =>
                    row.MatterId == matter.Id
                    && row.Round == matter.Round
                    && row.Role == HandlerRole.Lead
                    && row.State != AssignmentState.Returned
                )
                .Select(row => (Guid?)row.HandlingUnitId)
                .FirstOrDefault(),
        };

    /// <summary>As it leaves the house: numbers by which a person could be reached are taken out of all words once more.</summary>
    internal PublicMatter Safe() =>
        this with
        {
            Title = PersonalTraces.Hide(Title),
            Text = PersonalTraces.Hide(Text),
            Proof = Proof is null ? null : PersonalTraces.Hide(Proof),
            Latitude = Latitude is { } north ? Math.Round(north, PointDecimals) : null,
            Longitude = Longitude is { } east ? Math.Round(east, PointDecimals) : null,
        };
}

/// <summary>Finds the matters that are cleared for the public, and says what stands beside them in words.</summary>
public sealed class PublicMatters(AppDb db, PlaceChoices places)
{
    private Dictionary<Guid, string>? unitNames;
    private Dictionary<Guid, PlaceChoice>? placesById;

    /// <summary>The cleared ones; to be narrowed and ordered, then read by <see cref="ReadAsync"/> or <see cref="StreamAsync"/>.</summary>
    internal IQueryable<Matter> All => db.Set<Matter>().AsNoTracking().Where(matter => matter.IsPublic);

    internal async Task<IReadOnlyList<PublicMatter>> ReadAsync(IQueryable<Matter> matters, CancellationToken cancellation)
    {
        var rows = await matters.Select(PublicMatter.From(db)).ToListAsync(cancellation);
        return rows.ConvertAll(row => row.Safe());
    }

    /// <summary>One after the other: memory does not grow with their number.</summary>
    internal async IAsyncEnumerable<PublicMatter> StreamAsync(
        IQueryable<Matter> matters,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var row in matters.Select(PublicMatter.From(db)).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row.Safe();
    }

    /// <summary>Those of a place and of what lies below it; none for a place that there is not.</summary>
    internal async Task<IQueryable<Matter>> BelowAsync(string slug, CancellationToken cancellation)
    {
        var branch = await places.BranchAsync(slug, cancellation);
        return branch.Count == 1
            ? All.Where(matter => matter.PlaceId == branch[0])
            : All.Where(matter => branch.Contains(matter.PlaceId));
    }

    /// <summary>Places and units are few beside matters: they are read once, so that their names cost no query of each row.</summary>
    internal async Task LoadNamesAsync(CancellationToken cancellation)
    {
        placesById ??= (await places.AllAsync(cancellation)).ToDictionary(place => place.Id);
        unitNames ??= await db.Set<HandlingUnit>().ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellation);
    }

    /// <summary>Needs <see cref="LoadNamesAsync"/> before.</summary>
    internal PlaceChoice PlaceOf(PublicMatter matter) => placesById![matter.PlaceId];

    /// <summary>From the nearest to the widest: village, township. Needs <see cref="LoadNamesAsync"/> before.</summary>
    internal IEnumerable<PlaceChoice> PlacesOf(PublicMatter matter)
    {
        for (var place = PlaceOf(matter); place is not null; )
        {
            yield return place;
            place = place.ParentId is { } above ? placesById!.GetValueOrDefault(above) : null;
        }
    }

    /// <summary>None where it was handed to no unit. Needs <see cref="LoadNamesAsync"/> before.</summary>
    internal string? UnitOf(PublicMatter matter) => matter.UnitId is { } unit ? UnitName(unit) : null;

    internal string? UnitName(Guid unit) => unitNames!.GetValueOrDefault(unit);
}
