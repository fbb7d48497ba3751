using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>
/// 评价结果单: derives statements from the ledger and the meetings' decisions as they stand. Nothing is stored: the same facts under
/// the same sheet say the same today and in ten years.
/// </summary>
public sealed class MemberStatements(AppDb db, MembersApi members, DecisionsOfYear decisions)
{
    /// <summary>Everybody who held a seat in the sheet's span, in the order of names: there is no ranking.</summary>
    /// <param name="ledgerSize">The size of the ledger to judge by: facts from this index on do not exist yet. All when null.</param>
    public async Task<IReadOnlyList<MemberStatement>> AllAsync(
        RuleSheet sheet,
        CancellationToken cancellation = default,
        long? ledgerSize = null
    )
    {
        var seats = await members.HeldBetweenAsync(sheet.From, sheet.To, cancellation: cancellation);
        var facts = await FactsAsync(sheet, null, null, cancellation, ledgerSize);
        return Derive(sheet, seats, facts, await decisions.ReadAsync(sheet.To.Year, null, cancellation));
    }

    /// <summary>Everybody under two sheets of the same days, from one reading of the ledger.</summary>
    public async Task<(IReadOnlyList<MemberStatement> First, IReadOnlyList<MemberStatement> Second)> AllAsync(
        RuleSheet first,
        RuleSheet second,
        CancellationToken cancellation = default
    )
    {
        var seats = await members.HeldBetweenAsync(first.From, first.To, cancellation: cancellation);
        var facts = await FactsAsync(first, null, null, cancellation);
        var decided = await decisions.ReadAsync(first.To.Year, null, cancellation);
        return (Derive(first, seats, facts, decided), Derive(second, seats, facts, decided));
    }

    /// <summary>One person's; null when no seat was held in the span.</summary>
    /// <param name="until">Facts after this day are left out: the statement to date.</param>
    public async Task<MemberStatement?> OfPersonAsync(
        RuleSheet sheet,
        Guid personId,
        CancellationToken cancellation = default,
        DateOnly? until = null
    )
    {
        var seats = await members.HeldBetweenAsync(sheet.From, sheet.To, personId, cancellation);
        var ids = seats.Select(seat => (Guid?)seat.MembershipId).Distinct().ToList();
        var facts = await FactsAsync(sheet, ids, until, cancellation);
        return Derive(sheet, seats, facts, await decisions.ReadAsync(sheet.To.Year, personId, cancellation)).SingleOrDefault();
    }

    /// <summary>What a person is under a sheet: the spans of the seats, each in the role that the sheet knows.</summary>
    internal static ScoredMember Describe(RuleSheet sheet, IEnumerable<SeatHeld> seats, Func<MemberDuty, string> titleOf)
    {
        var held = seats.ToList();
        return new ScoredMember
        {
            Key = held[0].PersonId.ToString(),
            Roles =
            [
                .. held.Select(seat => new RoleSpan(RoleOf(sheet, seat.Duty), seat.StartsOn, seat.EndsOn ?? DateOnly.MaxValue)),
            ],
            Duties = [.. held.Select(seat => seat.Duty).Distinct().SelectMany(duty => new[] { titleOf(duty), IdOf(duty) })],
        };
    }

    private IReadOnlyList<MemberStatement> Derive(
        RuleSheet sheet,
        List<SeatHeld> seats,
        ILookup<Guid, DutyFact> facts,
        DecidedYear decided
    )
    {
        var compiled = new CompiledSheet(sheet);
        return
        [
            .. seats
                .GroupBy(seat => seat.PersonId)
                .Select(own =>
                {
                    var last = own.MaxBy(seat => seat.StartsOn)!;
                    var member = decided.Add(
                        own.Key,
                        Describe(sheet, own, duty => Language.InChinese(() => members.DutyTitle(duty)))
                    );
                    var statement = Scoring.Derive(
                        compiled,
                        member,
                        [.. own.Select(seat => seat.MembershipId).Distinct().SelectMany(seat => facts[seat])]
                    );
                    return new MemberStatement(
                        own.Key,
                        last.Name,
                        last.Sector,
                        last.Duty,
                        decided.WithoutDeclined(own.Key, statement)
                    );
                }),
        ];
    }

    private async Task<ILookup<Guid, DutyFact>> FactsAsync(
        RuleSheet sheet,
        IReadOnlyCollection<Guid?>? seats,
        DateOnly? until,
        CancellationToken cancellation,
        long? ledgerSize = null
    )
    {
        var (last, size) = (until < sheet.To ? until.Value : sheet.To, ledgerSize ?? long.MaxValue);
        var facts = db.Facts.AsNoTracking().Where(fact => fact.OccurredOn >= sheet.From && fact.OccurredOn <= last);
        facts = seats is null ? facts.Where(fact => fact.SubjectId != null) : facts.Where(fact => seats.Contains(fact.SubjectId));
        var rows = await facts
            .Where(fact => fact.RetractsId == null && fact.Index < size)
            .Select(fact => new
            {
                Fact = fact,
                Retracted = db.Facts.Any(later => later.RetractsId == fact.Id && later.Index < size),
            })
            .ToListAsync(cancellation);
        return rows.ToLookup(row => row.Fact.SubjectId!.Value, row => Read(row.Fact, row.Retracted));
    }

    private static DutyFact Read(Fact fact, bool retracted)
    {
        var attributes = fact.ReadAttributes();
        return new DutyFact
        {
            Id = fact.Id,
            Kind = fact.Kind,
            Category = fact.Category,
            Day = fact.OccurredOn,
            Step = fact.Step,
            Quantity = fact.Quantity,
            Thing = attributes.GetValueOrDefault("product") ?? $"{fact.SourceType}/{fact.SourceId}",
            Attributes = attributes,
            Retracted = retracted,
        };
    }

    /// <summary>A sheet that knows no role for a leader counts him among the standing, one that knows none of them as it can.</summary>
    private static string RoleOf(RuleSheet sheet, MemberDuty duty)
    {
        string[] wanted = duty == MemberDuty.Ordinary ? [IdOf(duty)] : [IdOf(duty), IdOf(MemberDuty.Standing)];
        return wanted.FirstOrDefault(sheet.Roles.ContainsKey) ?? sheet.Roles.Keys.FirstOrDefault() ?? wanted[0];
    }

    private static string IdOf(MemberDuty duty) =>
        duty switch
        {
            MemberDuty.Standing => "standing",
            MemberDuty.Chairperson => "chairperson",
            MemberDuty.ViceChairperson => "vice-chairperson",
            MemberDuty.SecretaryGeneral => "secretary-general",
            _ => "ordinary",
        };
}

/// <summary>One person's statement; name, sector and duty are those of the latest seat.</summary>
public sealed record MemberStatement(Guid PersonId, string Name, string Sector, MemberDuty Duty, Statement Statement);
