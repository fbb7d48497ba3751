using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Figures;

/// <summary>Facts of study, recorded in the ledger as a confirmed meeting records them.</summary>
internal static class StudyFacts
{
    internal static Task<IReadOnlyList<Guid>> StudyAsync(this TestCommittee committee, string category, params DateOnly[] days) =>
        committee.RecordAsync("study.session-held", category, UnitOfCount.Times, null, days);

    internal static Task<IReadOnlyList<Guid>> TalkAsync(this TestCommittee committee, int number, DateOnly first) =>
        committee.RecordAsync(
            "study.talk-given",
            "policy-talk",
            UnitOfCount.Sessions,
            null,
            [.. Enumerable.Range(0, number).Select(first.AddDays)]
        );

    internal static Task<IReadOnlyList<Guid>> AttendAsync(
        this TestCommittee committee,
        Guid membership,
        params DateOnly[] days
    ) => committee.RecordAsync("study.session-attended", "theory-study-group", UnitOfCount.PersonTimes, membership, days);

    /// <summary>One fact for each day, each of a record of its own.</summary>
    internal static Task<IReadOnlyList<Guid>> RecordAsync(
        this TestCommittee committee,
        string kind,
        string category,
        string unit,
        Guid? subject,
        DateOnly[] days
    ) =>
        committee.DoAsync(async services =>
        {
            var ledger = services.GetRequiredService<Ledger>();
            var facts = days.Select(day =>
                    ledger.Record(
                        new NewFact
                        {
                            Kind = kind,
                            Category = category,
                            OccurredOn = day,
                            SubjectId = subject,
                            Step = subject is null ? null : "present",
                            Place = "东洞镇",
                            Unit = unit,
                            SourceType = "test.record",
                            SourceId = Guid.CreateVersion7(),
                        }
                    )
                )
                .ToList();
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return (IReadOnlyList<Guid>)[.. facts.Select(fact => fact.Id)];
        });

    internal static Task RetractAsync(this TestCommittee committee, Guid factId, string reason = "重复登记") =>
        committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var fact = await db.Facts.SingleAsync(row => row.Id == factId);
            services.GetRequiredService<Ledger>().Retract(fact, reason, fact.OccurredOn);
            await db.SaveChangesAsync();
        });

    internal static DateOnly Day(int month, int day) => new(2023, month, day);
}
