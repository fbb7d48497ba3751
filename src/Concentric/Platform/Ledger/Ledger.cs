using System.Security.Cryptography;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Ledger;

/// <summary>
/// The append-only record of what happened. <see cref="Record"/> is one visible line in a verb's handler; the fact
/// commits in the same transaction as the change it tells of, and takes the next index of its committee there.
/// </summary>
public sealed class Ledger(AppDb db, FactKinds kinds, CurrentActor actor, TimeProvider time)
{
    /// <summary>Adds a fact to what the next save commits.</summary>
    /// <exception cref="ArgumentException">No module declares the kind, or the fact is not of its unit, subject or attributes.</exception>
    public Fact Record(NewFact fact)
    {
        var kind =
            kinds.Find(fact.Kind)
            ?? throw new ArgumentException($"No module declares the fact kind '{fact.Kind}'.", nameof(fact));
        if (fact.Unit != kind.Unit)
            throw new ArgumentException($"A fact '{kind.Id}' counts {kind.Unit}, not {fact.Unit}.", nameof(fact));
        if (fact.SubjectId.HasValue != kind.HasSubject)
            throw new ArgumentException(
                $"A fact '{kind.Id}' is{(kind.HasSubject ? "" : " not")} about one membership.",
                nameof(fact)
            );
        if (fact.Attributes.Keys.FirstOrDefault(name => !kind.Attributes.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"A fact '{kind.Id}' has no attribute '{unknown}'.", nameof(fact));
        if (fact.Quantity < 0)
            throw new ArgumentException("A fact cannot count less than nothing; retract the earlier one instead.", nameof(fact));
        return Append(fact);
    }

    /// <summary>Takes back an earlier fact, visibly. It can be taken back once; a second try fails when it is saved.</summary>
    public Fact Retract(Fact earlier, string reason, DateOnly today) =>
        Append(
            new NewFact
            {
                Kind = FactKinds.Retraction,
                Category = earlier.Category,
                OccurredOn = today,
                SubjectId = earlier.SubjectId,
                Quantity = 0,
                Unit = UnitOfCount.Times,
                SourceType = earlier.SourceType,
                SourceId = earlier.SourceId,
                Revision = earlier.Revision,
                Basis = reason,
                RetractsId = earlier.Id,
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = earlier.Kind },
            }
        );

    /// <summary>
    /// Corrects what a record tells: facts that no longer hold are retracted with the reason, what holds instead is recorded, and facts
    /// that still hold are left alone. Of one kind about one member a record tells at most one fact.
    /// </summary>
    /// <param name="standing">What stands of the record.</param>
    /// <param name="holding">All that holds now.</param>
    /// <param name="reason">Why it is corrected.</param>
    /// <param name="today">In the committee's zone.</param>
    public void Correct(IReadOnlyCollection<Fact> standing, IEnumerable<NewFact> holding, string reason, DateOnly today)
    {
        var now = holding.ToDictionary(fact => (fact.Kind, fact.SubjectId));
        foreach (var earlier in standing)
        {
            if (now.TryGetValue((earlier.Kind, earlier.SubjectId), out var fact) && earlier.Says(fact))
                now.Remove((earlier.Kind, earlier.SubjectId));
            else
                Retract(earlier, reason, today);
        }

        foreach (var fact in now.Values)
            Record(fact with { Basis = reason });
    }

    /// <summary>The facts of a record that stand: neither retracted nor retractions.</summary>
    public IQueryable<Fact> StandingOf(string sourceType, Guid sourceId) =>
        db.Facts.Standing().Where(fact => fact.SourceType == sourceType && fact.SourceId == sourceId);

    private Fact Append(NewFact fact)
    {
        var row = Fact.From(fact, actor.AccountId, time.GetUtcNow(), RandomNumberGenerator.GetBytes(16));
        db.Facts.Add(row);
        return row;
    }
}

/// <summary>Questions asked of the ledger.</summary>
public static class FactQueries
{
    /// <summary>Whether an earlier fact says the same as a new one, whichever confirmation made it.</summary>
    public static bool Says(this Fact earlier, NewFact fact) =>
        earlier.Kind == fact.Kind
        && earlier.SubjectId == fact.SubjectId
        && earlier.Category == fact.Category
        && earlier.OccurredOn == fact.OccurredOn
        && earlier.Place == fact.Place
        && earlier.Channel == fact.Channel
        && earlier.Step == fact.Step
        && earlier.Quantity == fact.Quantity
        && earlier.ReadAttributes().Count == fact.Attributes.Count
        && earlier.ReadAttributes().All(pair => fact.Attributes.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>Facts that stand: neither retracted nor retractions.</summary>
    public static IQueryable<Fact> Standing(this DbSet<Fact> facts) =>
        facts.Where(fact => fact.RetractsId == null && !facts.Any(later => later.RetractsId == fact.Id));
}
