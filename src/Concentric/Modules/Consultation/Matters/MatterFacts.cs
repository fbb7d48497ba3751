using System.Globalization;
using System.Linq.Expressions;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>The facts that a matter's life leaves in the ledger; each is recorded in the save of the act that it tells of.</summary>
public static class MatterFacts
{
    public const string Collected = "consultation.matter-collected";
    public const string Accepted = "consultation.matter-accepted";
    public const string Concluded = "consultation.matter-concluded";
    public const string Replied = "consultation.matter-replied";
    public const string Closed = "consultation.matter-closed";
    public const string TimeTaken = "consultation.matter-time";
    public const string FeedbackGiven = "consultation.feedback-given";
    public const string Revisited = "consultation.matter-revisited";

    /// <summary>荐题: a member brought in a matter that was accepted.</summary>
    public const string Recommended = "consultation.matter-recommended";

    /// <summary>The step of a second visit that found the outcome no longer true.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>
    /// What is taken back when a matter is reopened. A second visit that found the outcome gone stays: it is why the matter is reopened,
    /// and without it the figures would know only of visits that went well.
    /// </summary>
    public static Expression<Func<Fact, bool>> TakenBackByReopening { get; } =
        fact => fact.Kind == Closed || fact.Kind == TimeTaken || (fact.Kind == Revisited && fact.Step != Lapsed);

    /// <summary>
    /// What is taken back when a matter that was accepted is rejected after all, or is to be screened anew: it counts as accepted, and as
    /// a member's, when it is accepted again.
    /// </summary>
    public static Expression<Func<Fact, bool>> TakenBackByRejecting { get; } =
        fact => fact.Kind == Accepted || fact.Kind == Recommended;

    public static IReadOnlyList<FactKind> Kinds { get; } =
    [
        new(Collected, UnitOfCount.Matters, HasSubject: false, ["topic"], "a matter comes in"),
        new(
            Accepted,
            UnitOfCount.Matters,
            HasSubject: false,
            ["topic"],
            "a matter is accepted; retracted when it is rejected after all, or screened anew"
        ),
        new(
            Recommended,
            UnitOfCount.Matters,
            HasSubject: true,
            ["topic"],
            "a matter that a member brought in is accepted; retracted as the acceptance is"
        ),
        new(Concluded, UnitOfCount.Matters, HasSubject: false, ["topic"], "the organiser confirms the session that concluded it"),
        new(Replied, UnitOfCount.Matters, HasSubject: false, ["onTime"], "the lead unit replies"),
        new(FeedbackGiven, UnitOfCount.Times, HasSubject: false, ["given"], "the asking for feedback ends with a verdict"),
        new(Closed, UnitOfCount.Matters, HasSubject: false, ["topic"], "a matter is closed; retracted when it is reopened"),
        new(TimeTaken, UnitOfCount.Days, HasSubject: false, ["topic"], "a matter is closed: its days since it came in"),
        new(
            Revisited,
            UnitOfCount.Matters,
            HasSubject: false,
            [],
            "the second visit is recorded; one that held is retracted when the matter is reopened"
        ),
    ];

    /// <summary>Step: none. Channel: from whom it came.</summary>
    public static NewFact OfCollecting(Matter matter, string place) =>
        Of(matter, place, Collected, matter.CollectedOn, step: null, ("topic", matter.Topic));

    /// <summary>Step: whether it repeats an earlier matter.</summary>
    public static IEnumerable<NewFact> OfAccepting(Matter matter, string place, DateOnly day)
    {
        var step = matter.RepeatsId is null ? "first" : "repeat";
        var revision = matter.Steps.Count(row => row.Verb == MatterVerb.Accept);
        yield return Of(matter, place, Accepted, day, step, ("topic", matter.Topic)) with
        {
            Revision = revision,
        };
        if (matter.SubmittingMembershipId is { } member)
            yield return Of(matter, place, Recommended, day, step: null, ("topic", matter.Topic)) with
            {
                SubjectId = member,
                Revision = revision,
            };
    }

    /// <summary>Step: how far they agreed.</summary>
    public static NewFact OfConcluding(Matter matter, string place, int revision) =>
        Of(matter, place, Concluded, matter.ConcludedOn!.Value, Step(matter.Conclusion!), ("topic", matter.Topic)) with
        {
            Revision = revision,
        };

    /// <summary>Step: the class of the reply.</summary>
    public static NewFact OfReplying(Matter matter, string place, DateOnly day) =>
        Of(matter, place, Replied, day, matter.ReplyClass, ("onTime", matter.Lead?.DueOn >= day ? "yes" : "no")) with
        {
            Revision = matter.Round,
        };

    /// <summary>Step: the verdict of the round.</summary>
    public static NewFact OfFeedback(Matter matter, string place, DateOnly day) =>
        Of(
            matter,
            place,
            FeedbackGiven,
            day,
            Step(matter.Satisfaction!),
            ("given", matter.Feedback.Count(row => row.Round == matter.Round).ToString(CultureInfo.InvariantCulture))
        ) with
        {
            Revision = matter.Round,
        };

    /// <summary>Step: the outcome. The days from the first word to the closing are a fact of their own, whose quantity they are.</summary>
    public static IEnumerable<NewFact> OfClosing(Matter matter, string place)
    {
        var step = Step(matter.Outcome!);
        var closed = Of(matter, place, Closed, matter.ClosedOn!.Value, step, ("topic", matter.Topic)) with
        {
            Revision = matter.Closings,
        };
        yield return closed;
        yield return closed with
        {
            Kind = TimeTaken,
            Quantity = matter.DaysToClose!.Value,
            Unit = UnitOfCount.Days,
        };
    }

    /// <summary>Step: held, or lapsed.</summary>
    public static NewFact OfRevisiting(Matter matter, string place) =>
        Of(matter, place, Revisited, matter.RevisitedOn!.Value, matter.Held == true ? "held" : Lapsed) with
        {
            Revision = matter.Closings,
        };

    /// <summary>A member of an enumeration as facts name it: PartlySolved → partly-solved.</summary>
    public static string Step(Enum value) =>
        string.Concat(
            value
                .ToString()
                .Select((sign, at) => char.IsUpper(sign) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString())
        );

    private static NewFact Of(
        Matter matter,
        string place,
        string kind,
        DateOnly day,
        string? step,
        params (string Name, string Value)[] attributes
    ) =>
        new()
        {
            Kind = kind,
            OccurredOn = day,
            Place = place,
            Channel = Step(matter.Source),
            Step = step,
            Unit = kind == FeedbackGiven ? UnitOfCount.Times : UnitOfCount.Matters,
            Attributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
            SourceType = Matter.SourceType,
            SourceId = matter.Id,
        };
}
