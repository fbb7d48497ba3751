using Concentric.Platform;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>A member's part in a proposal, an opinion item, a report.</summary>
public enum DutyPart
{
    /// <summary>独立</summary>
    Sole,

    /// <summary>第一作者</summary>
    First,

    /// <summary>联名</summary>
    Joint,

    /// <summary>集体</summary>
    Collective,
}

/// <summary>What a person enters about a duty that was performed.</summary>
public sealed record DutyDetails
{
    public const int LongestTitle = 200;
    public const int LongestContact = 60;
    public const int LongestReference = 300;
    public const int LongestNote = 2000;
    public const int MostMembers = 2000;

    /// <summary>One of <c>docs/facts.md</c>: <c>duty.honour</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The thing's name: the proposal's, the speech's, the honour's. It names no member.</summary>
    public required string Title { get; init; }
    public required DateOnly OccurredOn { get; init; }

    /// <summary>谁组织谁记录: the body that organised it and records it.</summary>
    public required string Office { get; init; }

    /// <summary>Who was contacted, where the kind asks for it.</summary>
    public string? Contact { get; init; }

    /// <summary>A document's number, a certificate, a page: what proves it in writing.</summary>
    public string? Reference { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<DutyMember> Members { get; init; } = [];

    /// <summary>The same without what its kind does not have, and with what can be derived.</summary>
    internal DutyDetails Tidy()
    {
        var kind = DutyKinds.Find(Kind);
        return this with
        {
            Title = Title.Trim(),
            Contact = kind?.HasContact == true ? Filled(Contact) : null,
            Reference = Filled(Reference),
            Note = Filled(Note),
            Members = kind is null ? Members : [.. Members.Select((member, place) => Tidy(member, place, kind))],
        };
    }

    private DutyMember Tidy(DutyMember member, int place, DutyKind kind) =>
        member with
        {
            Part = kind.HasAuthors ? member.Part ?? (Members.Count == 1 ? DutyPart.Sole : null) : null,
            Position = kind.HasAuthors ? member.Position ?? place + 1 : null,
            Step = kind.Steps switch
            {
                [] => null,
                [var only] => member.Step ?? only,
                _ => Filled(member.Step),
            },
            Quantity = kind.CountsHalfDays ? member.Quantity : 1,
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One member of a record, with what differs from member to member.</summary>
public sealed record DutyMember
{
    public const int MostHalfDays = 20;
    public const int LastPosition = 100;

    public required Guid MembershipId { get; init; }
    public Guid PersonId { get; init; }
    public string Name { get; init; } = "";
    public DutyPart? Part { get; init; }

    /// <summary>The place among the authors, from 1; the order of the list where none is given.</summary>
    public int? Position { get; init; }
    public string? Step { get; init; }

    /// <summary>Half-days, where the kind counts them; else 1.</summary>
    public int Quantity { get; init; } = 1;
}

/// <summary>What is wrong with details, each beside its field.</summary>
internal static class DutyFaults
{
    /// <summary>Registered records go back no further: the first conference was held in this year.</summary>
    private static readonly DateOnly FirstDay = new(1949, 1, 1);

    internal static IEnumerable<Refusal> Of(DutyDetails details, DateOnly today) =>
        [
            .. OfReport(details, today),
            .. OfMembers(details.Members),
            .. DutyKinds.Find(details.Kind) is { } kind ? OfKind(details, kind) : [],
        ];

    /// <summary>What a member can be asked for; the office writes the rest.</summary>
    internal static IEnumerable<Refusal> OfReport(DutyDetails details, DateOnly today)
    {
        var kind = DutyKinds.Find(details.Kind);
        if (kind is null)
            yield return new Refusal("DutyKindUnknown").At(nameof(details.Kind));
        if (string.IsNullOrWhiteSpace(details.Title))
            yield return new Refusal("DutyTitleMissing").At(nameof(details.Title));
        else if (details.Title.Length > DutyDetails.LongestTitle)
            yield return new Refusal("DutyTextTooLong", DutyDetails.LongestTitle).At(nameof(details.Title));
        else if (details.Members.FirstOrDefault(member => Names(details.Title, member.Name)) is { } named)
            yield return new Refusal("DutyTitleNamesMember", named.Name).At(nameof(details.Title));
        if (details.OccurredOn > today)
            yield return new Refusal("DutyDayInFuture").At(nameof(details.OccurredOn));
        if (details.OccurredOn < FirstDay)
            yield return new Refusal("DutyDayTooEarly").At(nameof(details.OccurredOn));
        if (details.Reference?.Length > DutyDetails.LongestReference)
            yield return new Refusal("DutyTextTooLong", DutyDetails.LongestReference).At(nameof(details.Reference));
        if (details.Note?.Length > DutyDetails.LongestNote)
            yield return new Refusal("DutyTextTooLong", DutyDetails.LongestNote).At(nameof(details.Note));
        if (details.Contact?.Length > DutyDetails.LongestContact)
            yield return new Refusal("DutyTextTooLong", DutyDetails.LongestContact).At(nameof(details.Contact));
    }

    private static IEnumerable<Refusal> OfMembers(IReadOnlyList<DutyMember> members)
    {
        if (members.Count is 0 or > DutyDetails.MostMembers)
            yield return At(members.Count == 0 ? new Refusal("DutyNobody") : new("DutyTooMany", DutyDetails.MostMembers));
        if (members.GroupBy(member => member.PersonId).FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return At(new Refusal("DutyMemberTwice", twice.First().Name));
        if (members.FirstOrDefault(member => member.Quantity is < 1 or > DutyMember.MostHalfDays) is { } far)
            yield return At(new Refusal("DutyHalfDaysOutOfRange", far.Name, DutyMember.MostHalfDays));
    }

    /// <summary>What the kind asks for.</summary>
    private static IEnumerable<Refusal> OfKind(DutyDetails details, DutyKind kind)
    {
        var members = details.Members;
        if (kind.HasContact && details.Contact is null)
            yield return new Refusal("DutyContactMissing").At(nameof(details.Contact));
        if (kind.Steps.Count > 0 && members.FirstOrDefault(member => member.Step is null) is { } stepless)
            yield return new Refusal("DutyStepMissing", stepless.Name).At("Step");
        else if (members.FirstOrDefault(member => member.Step is { } step && !kind.Steps.Contains(step)) is { } unknown)
            yield return new Refusal("DutyStepUnknown", unknown.Step!).At("Step");
        if (kind.HasAuthors)
        {
            foreach (var fault in OfAuthors(members))
                yield return At(fault);
        }
    }

    private static IEnumerable<Refusal> OfAuthors(IReadOnlyList<DutyMember> members)
    {
        if (members.FirstOrDefault(member => member.Part is null) is { } partless)
            yield return new Refusal("DutyPartMissing", partless.Name);
        if (members.Count > 1 && members.Any(member => member.Part == DutyPart.Sole))
            yield return new Refusal("DutySoleAmongSeveral");
        if (members.Count(member => member.Part == DutyPart.First) > 1)
            yield return new Refusal("DutyTwoFirst");
        if (members.FirstOrDefault(member => member.Position is < 1 or > DutyMember.LastPosition) is { } far)
            yield return new Refusal("DutyPositionOutOfRange", far.Name, DutyMember.LastPosition);
        else if (members.GroupBy(member => member.Position).FirstOrDefault(group => group.Count() > 1) is { } same)
            yield return new Refusal("DutyPositionTwice", same.Key ?? 0);
    }

    // A name of one character would be found in most titles.
    private static bool Names(string title, string name) => name.Length > 1 && title.Contains(name, StringComparison.Ordinal);

    private static Refusal At(Refusal refusal) => refusal.At(nameof(DutyDetails.Members));
}
