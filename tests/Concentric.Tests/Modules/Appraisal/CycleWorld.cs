using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>
/// A year's appraisal in a test committee: 张三 has 16 points, 李四 12, 王五 5; the top grade begins at 12 and has one place. Nobody moves
/// the clock, which all tests share: <see cref="EndStageAsync"/> moves the stage's end into the past instead.
/// </summary>
internal sealed class CycleWorld
{
    internal const string Path = "/office/appraisal/2023/cycle";

    internal static readonly string Sheet = AppraisalWorld
        .Sheet.Replace(
            "grades:\n  minimumUnmet: poor\n  levels:\n    - {id: good, title: 优秀, from: 10}",
            """
            vetoes:
              - {id: falsified, title: 虚报履职材料, decidedBy: 主席会议, gradeAtMost: poor, when: {counts: {fact: duty.false-record}}}
              - {id: breach, title: 违反章程, decidedBy: 主席会议, gradeAtMost: poor}
            grades:
              minimumUnmet: poor
              quota: {grade: best, atMost: 1, othersGet: good, order: [total], decidedBy: 主席会议}
              consequences:
                - {grade: best, then: [通报表扬, 记入档案]}
                - {grade: poor, then: [谈话提醒]}
                - {grade: poor, yearsInARow: 2, then: [约谈]}
              levels:
                - {id: best, title: 优秀, from: 12}
                - {id: good, title: 良好, from: 10}
            """.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        )
        .Replace("grade: good}", "grade: best}", StringComparison.Ordinal)
        .Replace(
            "examples:",
            "cycle: {selfCheckDays: 3, publicityDays: 2, objectionDays: 4}\nexamples:",
            StringComparison.Ordinal
        );

    internal required TestCommittee Committee { get; init; }
    internal required Visitor Office { get; init; }
    internal required Visitor Secretary { get; init; }
    internal required Visitor Chair { get; init; }

    /// <summary>Person and seat by name.</summary>
    internal Dictionary<string, (Guid Person, Guid Seat)> Members { get; } = [];

    internal static async Task<CycleWorld> CreateAsync(Installation installation)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync(Sheet);
        var world = new CycleWorld
        {
            Committee = committee,
            Office = await committee.SignInAsync("office-staff"),
            Secretary = await committee.SignInAsync("secretary-general"),
            Chair = await committee.SignInAsync("chairpersons-meeting"),
        };
        foreach (var (name, readings, charity) in new[] { ("张三", 3, 1), ("李四", 3, 0), ("王五", 1, 0) })
        {
            var seat = await committee.EnrolAsync(name);
            var person = await committee.InDbAsync(db =>
                db.Set<Membership>().Where(row => row.Id == seat).Select(row => row.PersonId).SingleAsync()
            );
            world.Members[name] = (person, seat);
            await committee.RecordDutyAsync(seat, "study.reading-attended", readings);
            await committee.RecordDutyAsync(seat, "duty.charity", charity, UnitOfCount.Times);
        }

        return world;
    }

    /// <summary>By the pages, each step by whoever may: until the cycle is in this state.</summary>
    internal async Task ReachAsync(CycleState state)
    {
        await Office.DoneAsync(Path, [], "form[action*=Begin]");
        (CycleState State, Func<Task> Step)[] steps =
        [
            (CycleState.Collecting, () => MoveAsync(Office)),
            (CycleState.SelfChecked, () => MoveAsync(Office)),
            (CycleState.InitialReview, () => EndedAndMoveAsync(Office)),
            (CycleState.Recheck, () => MoveAsync(Office)),
            (CycleState.Approved, ApproveAsync),
            (CycleState.Publicised, () => MoveAsync(Secretary)),
            (CycleState.AppealsHandled, () => EndedAndMoveAsync(Secretary)),
            (CycleState.Final, () => MoveAsync(Chair)),
            (CycleState.Filed, () => MoveAsync(Office)),
        ];
        foreach (var (reached, step) in steps.TakeWhile(one => one.State <= state))
        {
            await step();
            (await CycleAsync()).State.ShouldBe(reached);
        }
    }

    internal Task MoveAsync(Visitor visitor, Dictionary<string, string>? fields = null) =>
        visitor.DoneAsync(Path, fields ?? [], "form.stack[action*=Move]");

    /// <summary>The meeting's decision on the quota as proposed, or with what is given.</summary>
    internal Task<HttpResponseMessage> DecideQuotaAsync(Dictionary<string, string>? fields = null) =>
        Chair.SubmitAsync(
            "/office/appraisal/2023/quota",
            new Dictionary<string, string>
            {
                ["Form.Meeting"] = "第21次主席会议",
                ["Form.Day"] = "2023-05-09",
                ["Form.Text"] = "同意建议名单",
            }
                .Concat(fields ?? [])
                .ToDictionary()
        );

    internal Task<AppraisalCycle> CycleAsync() =>
        Committee.InDbAsync(db => db.Set<AppraisalCycle>().Include(row => row.Steps).SingleAsync());

    internal Task EndStageAsync() =>
        Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var cycle = await db.Set<AppraisalCycle>().SingleAsync();
            foreach (var name in new[] { "DueOn", "PublicUntil", "ObjectionsUntil" })
            {
                if (db.Entry(cycle).Property<DateOnly?>(name) is { CurrentValue: not null } day)
                    day.CurrentValue = new DateOnly(2023, 5, 4);
            }

            await db.SaveChangesAsync();
        });

    internal Task RetractOneAsync(string name, string kind) =>
        Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var fact = await db.Facts.FirstAsync(row => row.SubjectId == Members[name].Seat && row.Kind == kind);
            services.GetRequiredService<Ledger>().Retract(fact, "记错了人", new DateOnly(2023, 5, 1));
            await db.SaveChangesAsync();
        });

    internal static async Task<string> MainAsync(Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    private async Task ApproveAsync()
    {
        await MoveAsync(Secretary);
        (await DecideQuotaAsync()).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await MoveAsync(Chair);
    }

    private async Task EndedAndMoveAsync(Visitor visitor)
    {
        await EndStageAsync();
        await MoveAsync(visitor);
    }
}
