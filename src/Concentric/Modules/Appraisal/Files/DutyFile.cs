using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>One record of a duty file: the fact, and what it leads to.</summary>
public sealed record DutyFileLine(Fact Fact, string Kind, string Step, FactOrigin? Origin)
{
    /// <summary>The record's own name, or the kind of fact where it has none.</summary>
    public string Title => Origin?.Title ?? Kind;
}

/// <summary>One year of a term: its result once it is approved, its sheet, and the day on which it was filed.</summary>
public sealed record DutyFileYear(int Year, PersonResult? Result, RuleSheet? Sheet, DateTimeOffset? FiledAt);

/// <summary>
/// 履职档案 (DutyFile): everything of one member in one term: who, every year's result and decisions, and the eight kinds of record. It
/// fills itself from confirmed facts; nobody writes into it.
/// </summary>
public sealed record DutyFile(
    MemberBasics Member,
    int Term,
    IReadOnlyList<int> Terms,
    IReadOnlyList<DutyFileYear> Years,
    IReadOnlyList<(DutyBlock Block, IReadOnlyList<DutyFileLine> Lines)> Blocks,
    IReadOnlyList<MeetingDecision> Decisions
)
{
    public int Records => Blocks.Sum(block => block.Lines.Count);
}

/// <summary>Puts duty files together.</summary>
public sealed class DutyFiles(
    AppDb db,
    MembersApi members,
    ResultsOfPerson results,
    SheetShelf shelf,
    StatementFacts origins,
    StatementWording wording,
    DutyBlocks blocks,
    CurrentCommittee committee,
    TimeProvider time
)
{
    private const int MostFacts = 5000;

    /// <summary>Null when there is no such person, or the person has no seat in the term.</summary>
    /// <param name="term">The latest when none is named.</param>
    /// <param name="forOffice">Whether lines lead to the office's pages.</param>
    public async Task<DutyFile?> ReadAsync(Guid personId, int? term, bool forOffice, CancellationToken cancellation = default)
    {
        if (await members.BasicsAsync(personId, cancellation) is not { } basics)
            return null;
        var terms = basics.Seats.Select(seat => seat.Term).Distinct().OrderDescending().ToList();
        if (terms.Count == 0 || (term is { } wanted && !terms.Contains(wanted)))
            return null;
        var chosen = term ?? terms[0];
        var seats = basics.Seats.Where(seat => seat.Term == chosen).ToList();
        var lines = await LinesAsync(seats, forOffice, cancellation);
        var years = await YearsAsync(personId, seats, cancellation);
        var shown = years.Select(year => year.Year).ToHashSet();
        return new DutyFile(
            basics,
            chosen,
            terms,
            years,
            [.. blocks.All.Select(block => (block, lines[block.Id]))],
            await DecisionsAsync(personId, shown, cancellation)
        );
    }

    private async Task<Dictionary<string, IReadOnlyList<DutyFileLine>>> LinesAsync(
        List<BasicSeat> seats,
        bool forOffice,
        CancellationToken cancellation
    )
    {
        var ids = seats.ConvertAll(seat => (Guid?)seat.MembershipId);
        var facts = await db
            .Facts.Standing()
            .AsNoTracking()
            .Where(fact => ids.Contains(fact.SubjectId))
            .OrderByDescending(fact => fact.OccurredOn)
            .ThenByDescending(fact => fact.Index)
            .Take(MostFacts)
            .ToListAsync(cancellation);
        var found = await origins.OfAsync([.. facts.Select(fact => fact.Id)], forOffice, cancellation);
        var lines = facts.ToLookup(
            fact => blocks.Of(fact).Id,
            fact => new DutyFileLine(
                fact,
                wording.KindOf(fact.Kind),
                wording.Step(fact.Step, fact.Kind),
                found.GetValueOrDefault(fact.Id)
            ),
            StringComparer.Ordinal
        );
        return blocks.All.ToDictionary(
            block => block.Id,
            IReadOnlyList<DutyFileLine> (block) => [.. lines[block.Id]],
            StringComparer.Ordinal
        );
    }

    private async Task<IReadOnlyList<DutyFileYear>> YearsAsync(
        Guid personId,
        List<BasicSeat> seats,
        CancellationToken cancellation
    )
    {
        var today = committee.Today(time);
        var first = seats.Min(seat => seat.StartsOn).Year;
        var last = Math.Min(today.Year, seats.Max(seat => seat.EndsOn ?? today).Year);
        var frozen = (await results.AllAsync(personId, cancellation)).ToDictionary(row => row.Year);
        var filed = await (
            from step in db.Set<CycleStep>()
            join cycle in db.Set<AppraisalCycle>() on step.CycleId equals cycle.Id
            where step.Verb == CycleVerb.File
            select new { cycle.Year, step.At }
        ).ToDictionaryAsync(row => row.Year, row => row.At, cancellation);
        var years = new List<DutyFileYear>();
        for (var year = last; year >= first; year--)
        {
            var edition = frozen.ContainsKey(year) ? await shelf.OfYearAsync(year, cancellation) : null;
            years.Add(
                new DutyFileYear(
                    year,
                    frozen.GetValueOrDefault(year),
                    edition is null ? null : shelf.SoundSheetOf(edition),
                    filed.TryGetValue(year, out var at) ? at : null
                )
            );
        }

        return years;
    }

    private async Task<IReadOnlyList<MeetingDecision>> DecisionsAsync(
        Guid personId,
        HashSet<int> years,
        CancellationToken cancellation
    ) =>
        await (
            from decision in db.Set<MeetingDecision>().AsNoTracking()
            join cycle in db.Set<AppraisalCycle>() on decision.CycleId equals cycle.Id
            where decision.PersonId == personId && decision.ReplacedAt == null && years.Contains(cycle.Year)
            orderby decision.DecidedOn descending
            select decision
        ).ToListAsync(cancellation);
}
