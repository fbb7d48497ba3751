using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>
/// The one place where registered duties become facts. The signature, the facts, and what a correction takes back commit in one
/// save; whoever confirms second, or what changed meanwhile, is told and records nothing.
/// </summary>
public sealed class DutyConfirming(
    AppDb db,
    Ledger ledger,
    CurrentCommittee committee,
    CurrentActor actor,
    ActorField field,
    TimeProvider time
)
{
    /// <summary>Confirms one record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="seen">The version that the person looked at; null for the record as it is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> ConfirmAsync(Guid id, int? seen = null, CancellationToken cancellation = default)
    {
        var record = await db.Set<DutyRecord>().Include(row => row.Members).SingleAsync(row => row.Id == id, cancellation);
        if (WhyNot(record) is { } refusal)
            return refusal;
        if (seen is { } version)
            db.ExpectVersion(record, version);
        if (await SignAsync([record], cancellation) is { } late)
            return late;
        return await SaveAsync([id], cancellation);
    }

    /// <summary>Confirms many in one act, all or nothing. Those that this person may not confirm are left alone and counted.</summary>
    public async Task<(int Confirmed, int Left, Refusal? Refusal)> ConfirmAllAsync(
        IQueryable<DutyRecord> chosen,
        CancellationToken cancellation = default
    )
    {
        var records = await chosen.Include(row => row.Members).AsSplitQuery().ToListAsync(cancellation);
        var refusals = records.ToDictionary(record => record.Id, WhyNot);
        var mine = records.FindAll(record => refusals[record.Id] is null);
        if (mine.Count == 0)
            return (0, records.Count, refusals.Values.FirstOrDefault() ?? new Refusal("DutyNoneChosen"));
        var late = await SignAsync(mine, cancellation) ?? await SaveAsync(mine.ConvertAll(record => record.Id), cancellation);
        return late is null ? (mine.Count, records.Count - mine.Count, null) : (0, records.Count, late);
    }

    /// <summary>Why this person may not confirm a record: it is another office's, or of the own hand, or not handed in.</summary>
    public Refusal? WhyNot(DutyRecord record) =>
        field.Covers(DutyPermissions.Confirm, record.Office)
            ? record.WhyNotConfirm(actor.AccountId)
            : new Refusal("DutyOtherOffice");

    private async Task<Refusal?> SignAsync(List<DutyRecord> records, CancellationToken cancellation)
    {
        var doer = Doer.Of(actor, time);
        foreach (var record in records)
        {
            if (record.CorrectsId is { } earlier && await TakeBackAsync(record, earlier, doer, cancellation) is { } refusal)
                return refusal;
            record.Confirm(doer);
            foreach (var fact in DutyFacts.Of(record))
                ledger.Record(fact);
        }

        return null;
    }

    /// <summary>The facts of what a correction puts right are retracted, with its reason.</summary>
    private async Task<Refusal?> TakeBackAsync(DutyRecord correction, Guid earlierId, Doer doer, CancellationToken cancellation)
    {
        var earlier = await db.Set<DutyRecord>().SingleAsync(row => row.Id == earlierId, cancellation);
        if (earlier.WhyNotReplace() is { } refusal)
            return refusal;
        var standing = await ledger.StandingOf(DutyRecord.SourceType, correction.OriginId).ToListAsync(cancellation);
        foreach (var fact in standing)
            ledger.Retract(fact, correction.CorrectionReason!, committee.Today(time));
        earlier.Replace(correction.CorrectionReason!, doer);
        return null;
    }

    private async Task<Refusal?> SaveAsync(List<Guid> ids, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await WhatHappenedAsync(ids, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return await WhatHappenedAsync(ids, cancellation);
        }
    }

    /// <summary>Somebody was first: says whether the same was done already, or only something changed.</summary>
    private async Task<Refusal> WhatHappenedAsync(List<Guid> ids, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var confirmed = await db.Set<DutyRecord>()
            .Where(row => ids.Contains(row.Id) && row.State == DutyState.Confirmed)
            .Select(row => row.ConfirmedByName)
            .FirstOrDefaultAsync(cancellation);
        return confirmed is null ? new Refusal("DutyChangedMeanwhile") : new Refusal("DutyConfirmedAlready", confirmed);
    }
}
