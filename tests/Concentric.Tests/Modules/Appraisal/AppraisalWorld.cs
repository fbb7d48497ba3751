using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>Rule sheets and facts in a test committee, made by the product's own verbs.</summary>
internal static class AppraisalWorld
{
    /// <summary>Reading sessions give 5 each up to 12, charity 4; a reading session a year is a minimum duty.</summary>
    internal const string Sheet = """
        schemaVersion: 1
        sheet:
          id: test-sheet
          version: "1"
          title: 测试细则
          source: 测试
          basis: [测试]
          adoptedBy: 主席会议
          adoptedOn: 2023-01-10
          from: 2023-01-01
          to: 2023-12-31
        shape: capped-categories
        scale: {base: 20}
        roles: {ordinary: 委员, standing: 常务委员}
        minimumDuties:
          - {id: reading-once, title: 参加一次读书活动, counts: {fact: study.reading-attended}, atLeast: 1}
        categories:
          - id: learning
            title: 学习
            cap: 20
            items:
              - {id: reading, title: 读书活动, unit: person-times, counts: {fact: study.reading-attended}, points: 5, cap: 12}
              - {id: charity, title: 公益帮扶, unit: times, counts: {fact: duty.charity}, points: 4}
        grades:
          minimumUnmet: poor
          levels:
            - {id: good, title: 优秀, from: 10}
            - {id: poor, title: 不称职, from: 0}
        examples:
          - {name: 三次读书, role: ordinary, facts: {reading: 3}, expect: {total: 12, grade: good}}
        """;

    /// <summary>The same for a span that is over.</summary>
    internal static readonly string EndedSheet = Sheet.Replace("to: 2023-12-31", "to: 2023-04-30", StringComparison.Ordinal);

    /// <summary>Publishes a text as the sheet in force.</summary>
    internal static Task<Guid> PublishSheetAsync(this TestCommittee committee, string text = Sheet) =>
        committee.DoAsync(async services =>
        {
            var reading = services.GetRequiredService<SheetReader>().Read(text);
            reading.Problems.ShouldBeEmpty();
            var edition = SheetEdition.Begin(text, reading);
            edition.Publish(reading, [], takesPlace: false, CurrentActor.System, DateTimeOffset.UnixEpoch);
            var db = services.GetRequiredService<AppDb>();
            db.Add(edition);
            await db.SaveChangesAsync();
            return edition.Id;
        });

    internal static Task<Guid> DraftSheetAsync(this TestCommittee committee, string text) =>
        committee.DoAsync(async services =>
        {
            var edition = SheetEdition.Begin(text, services.GetRequiredService<SheetReader>().Read(text));
            var db = services.GetRequiredService<AppDb>();
            db.Add(edition);
            await db.SaveChangesAsync();
            return edition.Id;
        });

    /// <summary>So many facts of a kind about a member, a day apart from 1 March 2023.</summary>
    internal static Task<List<Fact>> RecordDutyAsync(
        this TestCommittee committee,
        Guid membership,
        string kind,
        int count,
        string unit = UnitOfCount.PersonTimes
    ) =>
        committee.DoAsync(async services =>
        {
            var ledger = services.GetRequiredService<Ledger>();
            var facts = Enumerable
                .Range(0, count)
                .Select(day =>
                    ledger.Record(
                        new NewFact
                        {
                            Kind = kind,
                            OccurredOn = new DateOnly(2023, 3, 1).AddDays(day),
                            SubjectId = membership,
                            Unit = unit,
                            SourceType = "test.record",
                            SourceId = Guid.CreateVersion7(),
                        }
                    )
                )
                .ToList();
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return facts;
        });
}
