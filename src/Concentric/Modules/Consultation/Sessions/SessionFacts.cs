using System.Globalization;
using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>The facts that a confirmed session tells. Category: who organised it. Channel: whether it was entered while it was held.</summary>
public static class SessionFacts
{
    public const string Held = "consultation.session-held";

    /// <summary>参加协商议事活动, by member.</summary>
    public const string Attended = "consultation.session-attended";
    public const string ResidentsPresent = "consultation.residents-present";
    public const string CadresPresent = "consultation.cadres-present";
    public const string LeadersPresent = "consultation.leaders-present";
    public const string ExpertsPresent = "consultation.experts-present";
    public const string ConcernedPresent = "consultation.concerned-present";

    private const string MembersPart = "members-part";
    private const string WhenConfirmed = "the organiser confirms the session; retracted when it is corrected or withdrawn";

    private static readonly IReadOnlyDictionary<PresentAs, string> OfSort = new Dictionary<PresentAs, string>
    {
        [PresentAs.Resident] = ResidentsPresent,
        [PresentAs.Cadre] = CadresPresent,
        [PresentAs.Leader] = LeadersPresent,
        [PresentAs.Expert] = ExpertsPresent,
        [PresentAs.Concerned] = ConcernedPresent,
    };

    public static IReadOnlyList<FactKind> Kinds { get; } =
    [
        new(Held, UnitOfCount.Sessions, HasSubject: false, [MembersPart, "matters", "members", "people"], WhenConfirmed),
        new(Attended, UnitOfCount.PersonTimes, HasSubject: true, [MembersPart], WhenConfirmed),
        .. OfSort.Values.Select(kind => new FactKind(kind, UnitOfCount.PersonTimes, HasSubject: false, [], WhenConfirmed)),
    ];

    /// <summary>All the facts that hold for a session as it is confirmed.</summary>
    /// <param name="session">With its matters and people.</param>
    /// <param name="place">The place's slug, as facts name places.</param>
    public static IEnumerable<NewFact> Of(CouncilSession session, string place)
    {
        var members = session.Present.Where(person => person.MembershipId is not null).ToList();
        yield return About(session, place, Held, UnitOfCount.Sessions) with
        {
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [MembersPart] = session.MembersPart,
                ["matters"] = Text(session.Matters.Count),
                ["members"] = Text(members.Count),
                ["people"] = Text(session.PresentInAll),
            },
        };
        foreach (var member in members)
        {
            yield return About(session, place, Attended, UnitOfCount.PersonTimes) with
            {
                SubjectId = member.MembershipId,
                Step = "present",
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [MembersPart] = session.MembersPart },
            };
        }

        foreach (var (sort, kind) in OfSort)
        {
            if (session.PresentOf(sort) is > 0 and var number)
                yield return About(session, place, kind, UnitOfCount.PersonTimes) with
                {
                    Quantity = number,
                };
        }
    }

    private static NewFact About(CouncilSession session, string place, string kind, string unit) =>
        new()
        {
            Kind = kind,
            Category = MatterFacts.Step(session.Organiser),
            OccurredOn = session.HeldOn!.Value,
            Place = place,
            Channel = session.IsAfterwards ? "afterwards" : "held",
            Unit = unit,
            SourceType = CouncilSession.SourceType,
            SourceId = session.Id,
            Revision = session.Revision,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
