using Concentric.Modules.Consultation.Matters.Public;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// The one desk at which everything after the collecting is done to a matter: it is found within the field of whoever acts, asked why
/// not, moved by its own verb; the facts are recorded, the people told, and all is one save.
/// </summary>
public sealed partial class MatterActs(
    AppDb db,
    MatterDesk desk,
    MatterReasons reasons,
    MatterMessages messages,
    PublicMatterIndex publicIndex,
    Ledger ledger
)
{
    /// <summary>Of those who take the same number at once one is first in each turn, so as many can come at once as there are tries.</summary>
    private const int MostTries = 40;

    public MatterDesk Desk => desk;

    public MatterReasons Reasons => reasons;

    /// <summary>Finds the matter within the field of whoever acts, does the deed, and saves.</summary>
    public async Task<MatterAnswer> DoAsync(Guid id, MatterDeed deed, CancellationToken cancellation = default)
    {
        if (await desk.FindAsync(id, MatterReasons.PermissionOf(deed.Verb), cancellation) is not { } matter)
            return MatterAnswer.NotFound;
        return new MatterAnswer(matter, await ApplyAsync(matter, deed, cancellation) ?? await SaveAsync(cancellation));
    }

    /// <summary>Accepts, with the next number of the year. Of two who take the same number the later takes the next one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="repeats">The earlier matter that comes again, if it does.</param>
    /// <param name="seenVersion">See <see cref="MatterDeed.SeenVersion"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<MatterAnswer> AcceptAsync(
        Guid id,
        Guid? repeats = null,
        int? seenVersion = null,
        CancellationToken cancellation = default
    )
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var number = await desk.NextNumberAsync(desk.Today.Year, cancellation);
                var deed = new MatterDeed(MatterVerb.Accept, (matter, act) => matter.Accept(number, repeats, act))
                {
                    SeenVersion = seenVersion,
                };
                return await DoAsync(id, deed, cancellation);
            }
            catch (DbUpdateException taken) when (taken.IsDuplicate() && tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// What the submitter does with the tracking code: gives feedback, adds words, asks for the matter to be reopened, takes it back. The
    /// code is the permission.
    /// </summary>
    public async Task<MatterAnswer> DoBySubmitterAsync(string? code, MatterDeed deed, CancellationToken cancellation = default) =>
        await desk.FindByCodeAsync(code, cancellation) is { } matter
            ? await DoBySubmitterAsync(matter, deed, cancellation)
            : MatterAnswer.NotFound;

    /// <summary>The same for a matter that was found by the code, or among those that the member brought in.</summary>
    public async Task<MatterAnswer> DoBySubmitterAsync(Matter matter, MatterDeed deed, CancellationToken cancellation = default)
    {
        if (deed.Verb is not (MatterVerb.GiveFeedback or MatterVerb.AddWords or MatterVerb.Reopen or MatterVerb.Withdraw))
            throw new ArgumentException($"A submitter cannot {deed.Verb}.", nameof(deed));
        var refusal =
            await reasons.WhyNotNowAsync(matter, deed.Verb, cancellation)
            ?? await DoneAsync(matter, deed, desk.ActOfSubmitter(), cancellation);
        return new MatterAnswer(matter, refusal ?? await SaveAsync(cancellation));
    }

    /// <summary>The same as <see cref="DoAsync"/> for a matter at hand, without the save: for what is saved together with something else.</summary>
    public async Task<Refusal?> ApplyAsync(Matter matter, MatterDeed deed, CancellationToken cancellation = default) =>
        await reasons.WhyNotAsync(matter, deed.Verb, cancellation) ?? await DoneAsync(matter, deed, desk.Act(), cancellation);

    private async Task<Refusal?> DoneAsync(Matter matter, MatterDeed deed, MatterAct act, CancellationToken cancellation)
    {
        var before = matter.State;
        try
        {
            deed.Do(matter, act);
        }
        catch (RefusedException refused)
        {
            // A verb refuses before it changes anything, so what the page would have asked is answered here.
            return refused.Refusal;
        }

        if (deed.Beside is not null && await deed.Beside(matter) is { } notStored)
        {
            db.ChangeTracker.Clear();
            return notStored;
        }

        Touch(matter, deed.SeenVersion);
        await RecordAsync(matter, deed.Verb, cancellation);
        if (deed.Verb is MatterVerb.Clear or MatterVerb.Conceal or MatterVerb.Withdraw)
            await publicIndex.KeepAsync(matter, cancellation);
        await messages.TellAsync(matter, deed.Verb, before, cancellation);
        return null;
    }

    /// <summary>Every deed raises the matter's version, also one that only adds words: two at once never miss each other.</summary>
    private void Touch(Matter matter, int? seenVersion)
    {
        var entry = db.Entry(matter);
        if (entry.State is EntityState.Added or EntityState.Detached)
            return;
        entry.Property(row => row.StateSince).IsModified = true;
        if (seenVersion is { } seen)
            db.ExpectVersion(matter, seen);
    }

    private async Task<Refusal?> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("MatterChangedMeanwhile");
        }
    }

    /// <summary>The fact of a conclusion is the session's to record, with the confirmation that it was held.</summary>
    private async Task RecordAsync(Matter matter, MatterVerb verb, CancellationToken cancellation)
    {
        if (verb == MatterVerb.Reopen)
        {
            await desk.RetractAsync(matter, matter.Steps[^1].Words ?? "", MatterFacts.TakenBackByReopening, cancellation);
            return;
        }

        if (verb is MatterVerb.Reject or MatterVerb.TakeUpAgain)
            await desk.RetractAsync(matter, matter.Steps[^1].Words ?? "", MatterFacts.TakenBackByRejecting, cancellation);
        var place = await desk.PlaceOfAsync(matter, cancellation);
        IEnumerable<NewFact> facts = verb switch
        {
            MatterVerb.Accept => MatterFacts.OfAccepting(matter, place, desk.Today),
            MatterVerb.Reply when matter.State == MatterState.Replied => [MatterFacts.OfReplying(matter, place, desk.Today)],
            MatterVerb.SettleFeedback when matter.Satisfaction is not null => [MatterFacts.OfFeedback(matter, place, desk.Today)],
            MatterVerb.Close => MatterFacts.OfClosing(matter, place),
            MatterVerb.Revisit => [MatterFacts.OfRevisiting(matter, place)],
            _ => [],
        };
        foreach (var fact in facts)
            ledger.Record(fact);
    }
}
