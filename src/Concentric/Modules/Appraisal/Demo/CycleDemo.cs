using System.Globalization;
using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Demo;

/// <summary>
/// The demo world's appraisal of its year, by the verbs that people use: in the first committee up to the publicity, in the others up
/// to the duty files. It takes the statements as they come: where nobody reaches the top grade the meeting approves without a quota.
/// </summary>
public sealed class CycleDemo(DataFolder data) : IDemoPart
{
    private const string Office = "office";
    private const string Secretary = "secretary";
    private const string Chair = "chair";

    public int Order => 66;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var before = world.Clock.Now;
        var year = before.Year;
        var plan = data.ReadYaml<DemoCyclePlan>("demo/appraisal.yaml");
        world.At(plan.On(year, plan.Begin), 9);
        await DoAsync(world, Office, desk => desk.BeginAsync(year, cancellation));
        await MoveAsync(world, plan, year, plan.Collect, Office, CycleVerb.Collect);
        await MoveAsync(world, plan, year, plan.SelfCheck, Office, CycleVerb.AskSelfCheck);
        await LookAsync(world, plan, year);
        await MoveAsync(world, plan, year, plan.Review, Office, CycleVerb.Review);
        await DecideAsync(world, plan, year);
        await MoveAsync(world, plan, year, plan.Submit, Office, CycleVerb.SubmitRecheck, plan.Unconfirmed);
        await MoveAsync(world, plan, year, plan.Recheck, Secretary, CycleVerb.ConfirmRecheck);
        await DecideQuotaAsync(world, plan, year);
        await MoveAsync(world, plan, year, plan.Decide, Chair, CycleVerb.Approve, plan.Approve);
        await MoveAsync(world, plan, year, plan.Publicise, Secretary, CycleVerb.Publicise);
        if (!world.IsFirst)
        {
            await MoveAsync(world, plan, year, plan.End, Secretary, CycleVerb.FinishAppeals);
            await MoveAsync(world, plan, year, plan.End, Chair, CycleVerb.Finalise);
            await MoveAsync(world, plan, year, plan.End, Office, CycleVerb.File);
        }

        world.Clock.Now = before;
    }

    private static Task MoveAsync(
        DemoCommittee world,
        DemoCyclePlan plan,
        int year,
        string day,
        string userName,
        CycleVerb verb,
        string? words = null
    )
    {
        world.At(plan.On(year, day), 15);
        return DoAsync(
            world,
            userName,
            async desk => await desk.MoveAsync((await desk.ViewAsync(year))!, verb, words, dueOn: null)
        );
    }

    /// <summary>The members who can sign in look: the first remarks, the others find it correct.</summary>
    private static async Task LookAsync(DemoCommittee world, DemoCyclePlan plan, int year)
    {
        world.At(plan.On(year, plan.SelfCheck).AddDays(3), 20);
        var remark = plan.Remark;
        foreach (var account in world.Plan.Accounts.Where(account => account.Member))
        {
            var words = remark;
            remark = null;
            await world.DoAsAsync(
                account.UserName,
                "self-check",
                async services =>
                {
                    var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CycleDesk>());
                    if (desk.Actor.PersonId is not { } person || (await desk.FindAsync(year)) is not { } cycle)
                        return;
                    var seats = await services.GetRequiredService<MembersApi>().OfPersonAsync(person);
                    db.Add(SelfCheck.Answer(cycle, false, (person, seats[0].Name), words is null, words, desk.Doer));
                    await db.SaveChangesAsync();
                }
            );
        }
    }

    /// <summary>What the chairpersons' meeting finds about single people: one long leave, and every veto that the facts bring up.</summary>
    private static async Task DecideAsync(DemoCommittee world, DemoCyclePlan plan, int year)
    {
        world.At(plan.On(year, plan.Review), 17);
        await world.DoAsAsync(
            Chair,
            "decision",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CycleDesk>());
                var view = (await desk.ViewAsync(year))!;
                var applies = true;
                foreach (var (member, veto) in view.VetoesToDecide.ToList())
                {
                    var entered = plan.Decision(desk.Today, applies ? plan.VetoApplies : plan.VetoDeclined) with
                    {
                        Kind = DecisionKind.Veto,
                        PersonId = member.PersonId,
                        VetoId = veto.Id,
                        Applies = applies,
                    };
                    db.Add(MeetingDecision.Record(view.Cycle, entered, [], desk.Today, desk.Doer));
                    applies = false;
                }

                var away = view.Statements.Last(one => one.Duty == MemberDuty.Ordinary);
                var leave = plan.Decision(desk.Today, plan.Leave.Text) with
                {
                    Kind = DecisionKind.LongLeave,
                    PersonId = away.PersonId,
                    Months = plan.Leave.Months,
                };
                db.Add(MeetingDecision.Record(view.Cycle, leave, [], desk.Today, desk.Doer));
                await db.SaveChangesAsync();
            }
        );
    }

    /// <summary>As proposed, those tied in the order of names, and one exchange with its reasons where there are enough people.</summary>
    private static async Task DecideQuotaAsync(DemoCommittee world, DemoCyclePlan plan, int year)
    {
        world.At(plan.On(year, plan.Decide), 11);
        await world.DoAsAsync(
            Chair,
            "quota",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CycleDesk>());
                var view = (await desk.ViewAsync(year))!;
                if (view.Proposal is not { Places.Count: > 0 } proposal || view.Sheet.Grades?.Quota is not { } quota)
                    return;
                var choices = Choices(view, proposal, quota, plan);
                db.Add(
                    MeetingDecision.RecordQuota(
                        view.Cycle,
                        view.Seen,
                        plan.Decision(desk.Today, plan.Quota),
                        (proposal, quota, choices),
                        [],
                        desk.Doer
                    )
                );
                await db.SaveChangesAsync();
            }
        );
    }

    private static List<QuotaChoice> Choices(CycleView view, QuotaProposal proposal, GradeQuota quota, DemoCyclePlan plan)
    {
        var names = view.Statements.ToDictionary(one => one.PersonId.ToString(), one => one.Name, StringComparer.Ordinal);
        var up = proposal.Places.FirstOrDefault(place => place.Outcome == QuotaOutcome.BeyondQuota);
        var down = up is null ? null : proposal.Places.LastOrDefault(place => place.Outcome == QuotaOutcome.Proposed);
        var tied = proposal.SeatsForTheMeeting;
        return
        [
            .. proposal.Places.Select(place =>
            {
                var (grade, reason) =
                    down is not null && place == up ? (quota.Grade, plan.DeviationUp)
                    : place == down ? (quota.OthersGet, plan.DeviationDown)
                    : (place.Grade ?? (tied-- > 0 ? quota.Grade : quota.OthersGet), null);
                return new QuotaChoice
                {
                    PersonId = Guid.Parse(place.Member),
                    Name = names[place.Member],
                    Outcome = place.Outcome,
                    Proposed = place.Grade,
                    Grade = grade,
                    Reason = reason,
                };
            }),
        ];
    }

    private static Task DoAsync(DemoCommittee world, string userName, Func<CycleDesk, Task> work) =>
        world.DoAsAsync(
            userName,
            "appraisal",
            async services =>
            {
                await work(services.GetRequiredService<CycleDesk>());
                await services.GetRequiredService<AppDb>().SaveChangesAsync();
            }
        );
}

/// <summary><c>data/demo/appraisal.yaml</c>.</summary>
public sealed class DemoCyclePlan
{
    /// <summary>Months from here on belong to the year itself, those before to the next.</summary>
    private const int FirstMonthOfTheYear = 6;

    public string Meeting { get; set; } = "";
    public string Begin { get; set; } = "";
    public string Collect { get; set; } = "";
    public string SelfCheck { get; set; } = "";
    public string Review { get; set; } = "";
    public string Submit { get; set; } = "";
    public string Recheck { get; set; } = "";
    public string Decide { get; set; } = "";
    public string Publicise { get; set; } = "";
    public string End { get; set; } = "";
    public string Unconfirmed { get; set; } = "";
    public string Remark { get; set; } = "";
    public DemoLeave Leave { get; set; } = new();
    public string VetoApplies { get; set; } = "";
    public string VetoDeclined { get; set; } = "";
    public string Quota { get; set; } = "";
    public string DeviationUp { get; set; } = "";
    public string DeviationDown { get; set; } = "";
    public string Approve { get; set; } = "";

    /// <summary>A day of the plan: month and day of the year, or early in the next.</summary>
    public DateOnly On(int year, string day)
    {
        var found = DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return found.Month < FirstMonthOfTheYear ? found.AddYears(1) : found;
    }

    public DecisionInput Decision(DateOnly day, string text) =>
        new()
        {
            Meeting = Meeting,
            Day = day,
            Text = text,
        };
}

public sealed class DemoLeave
{
    public int Months { get; set; }
    public string Text { get; set; } = "";
}
