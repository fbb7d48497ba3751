using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;
using Concentric.Platform.Calendars;
using Concentric.Platform.Identity;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>A matter on its way, without a database: a seed-maize village's irrigation.</summary>
internal sealed class MatterLife
{
    public static readonly Guid WaterOffice = Guid.CreateVersion7();
    public static readonly Guid Township = Guid.CreateVersion7();
    private static readonly DataFolder Data = new();
    private static readonly MatterDeadlines Deadlines = new(Data, new WorkingDays(Data));

    public DateOnly Today { get; set; } = new(2023, 4, 12);
    public Matter Matter { get; }

    public MatterLife() => Matter = Matter.Collect(Details, MatterTracking.Digest(MatterTracking.NewCode())!, Act);

    public static MatterDetails Details { get; } =
        new()
        {
            Title = "制种玉米灌不上水",
            Text = "三组的支渠漏水，制种玉米两轮水都没有灌上，希望修渠。",
            PlaceId = Guid.CreateVersion7(),
            Locality = "三组村口，联系电话13993799999",
            Topic = "water",
            Source = MatterSource.Public,
            Channel = IntakeChannel.Web,
        };

    public MatterAct Act =>
        new(
            new Doer(Guid.CreateVersion7(), "王洁", new DateTimeOffset(Today.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero)),
            Today,
            Deadlines
        );

    /// <summary>Leads the matter to a state by the shortest way.</summary>
    public MatterLife To(MatterState state)
    {
        (MatterState State, Action Step)[] way =
        [
            (MatterState.Accepted, () => Matter.Accept(1, repeats: null, Act)),
            (MatterState.Approved, () => Matter.Approve(words: null, Act)),
            (MatterState.Scheduled, () => Matter.Schedule(room: null, Today.AddDays(7), words: null, Act)),
            (MatterState.Announced, () => Matter.Announce("周五下午三点，村议事室，三组村民都可以来。", Act)),
            (MatterState.InSession, () => Matter.BeginSession(Act)),
            (MatterState.Concluded, () => Matter.Conclude(MatterConclusion.Agreed, Today, "水务局出料，村里出工。", Act)),
            (MatterState.ResultDrafted, () => Matter.DraftMinutes(Act)),
            (MatterState.ResultSigned, () => Matter.SignMinutes(Act)),
            (MatterState.Submitted, () => Matter.Submit("乡党委", words: null, Act)),
            (MatterState.Assigned, () => Matter.Assign(WaterOffice, [Township], Today.AddDays(20), words: null, Act)),
            (MatterState.InProgress, () => Matter.Receive(Matter.Lead!, Act)),
            (MatterState.Replied, Reply),
            (MatterState.FeedbackSought, () => Matter.SeekFeedback(Act)),
            (MatterState.FeedbackGiven, () => Settle(SatisfactionMark.Satisfied)),
            (MatterState.Closed, () => Matter.Close(MatterOutcome.Solved, "支渠修好 1.2 公里，七月第一轮水灌完。", Act)),
        ];
        foreach (var (_, step) in way.SkipWhile(stop => stop.State != Next(way)).TakeWhile(_ => Matter.State != state))
            step();
        Matter.State.ShouldBe(state);
        return this;
    }

    public MatterLife Settle(SatisfactionMark mark)
    {
        Matter.GiveFeedback(FeedbackGiver.Submitter, mark, words: null, Act);
        Matter.SettleFeedback(Act);
        return this;
    }

    private void Reply()
    {
        foreach (var other in Matter.Current.Where(row => row.Role == HandlerRole.Other && row.IsOpen).ToList())
        {
            Matter.Receive(other, Act);
            Matter.Reply(other, replyClass: null, "乡上已经组织出工。", Act);
        }

        Matter.Reply(Matter.Lead!, "A", "已经修好。", Act);
    }

    private MatterState Next((MatterState State, Action Step)[] way)
    {
        var at = Array.FindIndex(way, stop => stop.State == Matter.State);
        return way[at + 1].State;
    }
}
