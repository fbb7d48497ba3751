using System.Globalization;
using Concentric.Platform.Ledger;

namespace Concentric.Modules.Meetings;

/// <summary>Which facts a confirmed meeting tells, by the family of its kind. The same question serves preview, confirmation and correction.</summary>
internal static class MeetingFacts
{
    internal const string Number = "number";
    internal const string Expected = "expected";
    internal const string Present = "present";
    internal const string Audience = "audience";
    internal const string AudienceKind = "audience-kind";
    internal const string LateCheckIn = "late-check-in";

    internal static readonly string[] OfHeld = [Number, Expected, Present, Audience, AudienceKind];
    internal static readonly string[] OfAttended = [LateCheckIn];
    internal static readonly string[] StepsOfAttended = ["present", "late", "left-early"];

    /// <summary>All the facts that hold for the sheet as it is.</summary>
    internal static IEnumerable<NewFact> Of(
        Meeting meeting,
        MeetingKind kind,
        IReadOnlyCollection<Attendance> sheet,
        FactKinds facts
    )
    {
        var family = kind.FactFamily;
        yield return About(meeting, family.Held, facts) with
        {
            Attributes = HeldAttributes(meeting, sheet),
        };
        if (meeting.HasSeminar && family.Seminar is { } seminar)
            yield return About(meeting, seminar, facts);
        if (family.Attended is null)
            yield break;
        foreach (var row in sheet.Where(row => row.MembershipId is not null))
        {
            if (KindOf(row, family) is { } kindOfFact)
            {
                yield return About(meeting, kindOfFact, facts) with
                {
                    SubjectId = row.MembershipId,
                    Step = row.Attended ? StepOf(row.Presence) : null,
                    Attributes = row is { Attended: true, LateCheckInReason: not null } ? With((LateCheckIn, "yes")) : With(),
                };
            }
        }
    }

    private static NewFact About(Meeting meeting, string kind, FactKinds facts) =>
        new()
        {
            Kind = kind,
            Category = meeting.Kind,
            OccurredOn = meeting.HeldOn,
            Place = meeting.LocalUnit ?? meeting.Place,
            Unit = facts.Find(kind)!.Unit,
            SourceType = Meeting.SourceType,
            SourceId = meeting.Id,
            Revision = meeting.Revision,
        };

    private static string? KindOf(Attendance row, FactFamily family) =>
        row.Presence switch
        {
            Presence.Present or Presence.Late or Presence.LeftEarly => family.Attended,
            // Whoever was not expected has missed nothing.
            Presence.Excused when row.Basis == AttendanceBasis.Expected => FactFamily.Excused,
            Presence.Absent when row.Basis == AttendanceBasis.Expected => FactFamily.Absent,
            _ => null,
        };

    private static string StepOf(Presence presence) =>
        presence switch
        {
            Presence.Late => "late",
            Presence.LeftEarly => "left-early",
            _ => "present",
        };

    private static Dictionary<string, string> HeldAttributes(Meeting meeting, IReadOnlyCollection<Attendance> sheet)
    {
        var count = SheetCount.Of(sheet);
        var attributes = With((Expected, Text(count.Expected)), (Present, Text(count.Present)));
        if (meeting.Number is { } number)
            attributes[Number] = Text(number);
        if (meeting.AudienceNumber is { } audience)
            attributes[Audience] = Text(audience);
        if (meeting.AudienceKind is { } people)
            attributes[AudienceKind] = people;
        return attributes;
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
