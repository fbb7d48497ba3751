using System.Linq.Expressions;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>What every act on a matter needs: the matter within the reader's field, who acts and when, the next number.</summary>
public sealed class MatterDesk(
    AppDb db,
    MatterField field,
    PlaceChoices places,
    MatterDeadlines deadlines,
    Ledger ledger,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
)
{
    public DateOnly Today => committee.Today(time);

    public MatterDeadlines Deadlines => deadlines;

    public MatterAct Act() => new(Doer.Of(actor, time), Today, deadlines);

    /// <summary>The submitter acts, by the form or the tracking code: nobody's account, whoever may be signed in.</summary>
    public MatterAct ActOfSubmitter() => new(new Doer(Guid.Empty, "", time.GetUtcNow()), Today, deadlines);

    /// <summary>For change: tracked, with its steps, notes, feedback and assignments. What is outside the reader's field is not found.</summary>
    public async Task<Matter?> FindAsync(Guid id, string permission, CancellationToken cancellation)
    {
        var matters = await field.MattersAsync(permission, cancellation);
        return await Whole(matters).SingleOrDefaultAsync(matter => matter.Id == id, cancellation);
    }

    /// <summary>For the submitter, by the tracking code.</summary>
    public async Task<Matter?> FindByCodeAsync(string? code, CancellationToken cancellation) =>
        MatterTracking.Digest(code) is { } digest
            ? await Whole(db.Set<Matter>()).SingleOrDefaultAsync(matter => matter.TrackingDigest == digest, cancellation)
            : null;

    /// <summary>For the submitter, by a way that was checked before.</summary>
    public Task<Matter?> FindWholeAsync(Guid id, CancellationToken cancellation) =>
        Whole(db.Set<Matter>()).SingleOrDefaultAsync(matter => matter.Id == id, cancellation);

    /// <summary>The matter behind a number as people write it, within what the reader may read; null where there is none.</summary>
    public async Task<Matter?> FindByNumberAsync(string? number, CancellationToken cancellation)
    {
        if (MatterNumber.Parse(number) is not var (year, count))
            return null;
        var open = await field.MattersAsync(MatterPermissions.Read, cancellation);
        return await open.SingleOrDefaultAsync(row => row.NumberYear == year && row.Number == count, cancellation);
    }

    /// <summary>Another matter that a form speaks of: by the number that was typed, else the one that was chosen.</summary>
    public async Task<Matter?> FindOtherAsync(string? number, Guid? chosen, CancellationToken cancellation) =>
        !string.IsNullOrWhiteSpace(number) ? await FindByNumberAsync(number, cancellation)
        : chosen is { } id ? await FindAsync(id, MatterPermissions.Read, cancellation)
        : null;

    /// <summary>Many for change; what is outside the reader's field is left out.</summary>
    public async Task<List<Matter>> FindAsync(IReadOnlyCollection<Guid> ids, string permission, CancellationToken cancellation)
    {
        var matters = await field.MattersAsync(permission, cancellation);
        return await Whole(matters.Where(matter => ids.Contains(matter.Id)))
            .OrderBy(matter => matter.CollectedAt)
            .ToListAsync(cancellation);
    }

    /// <summary>The next number of a year. Two who take one at the same moment cannot both save; the later tries again.</summary>
    public async Task<int> NextNumberAsync(int year, CancellationToken cancellation) =>
        Math.Max(
            await db.Set<Matter>().Where(matter => matter.NumberYear == year).MaxAsync(matter => matter.Number, cancellation)
                ?? 0,
            // Several may be accepted in one save.
            db.Set<Matter>().Local.Where(matter => matter.NumberYear == year).Max(matter => matter.Number)
                ?? 0
        ) + 1;

    /// <summary>The place's slug, as facts name places.</summary>
    public async Task<string> PlaceOfAsync(Matter matter, CancellationToken cancellation) =>
        (await places.AllAsync(cancellation)).First(place => place.Id == matter.PlaceId).Slug;

    /// <summary>Adds to the next save the retraction of such facts that stand for a matter.</summary>
    public async Task RetractAsync(
        Matter matter,
        string reason,
        Expression<Func<Fact, bool>> which,
        CancellationToken cancellation
    )
    {
        var standing = await ledger.StandingOf(Matter.SourceType, matter.Id).Where(which).ToListAsync(cancellation);
        foreach (var fact in standing)
            ledger.Retract(fact, reason, Today);
    }

    private static IQueryable<Matter> Whole(IQueryable<Matter> matters) =>
        matters
            .Include(matter => matter.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .Include(matter => matter.Notes.OrderBy(note => note.At).ThenBy(note => note.Id))
            .Include(matter => matter.Feedback.OrderBy(row => row.At).ThenBy(row => row.Id))
            .Include(matter => matter.Assignments.OrderBy(row => row.AssignedAt).ThenBy(row => row.Id))
            .AsSplitQuery();
}
