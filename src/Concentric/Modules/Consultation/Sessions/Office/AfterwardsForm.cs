using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>What a matter came to, as the form asks.</summary>
public enum AfterwardsResult
{
    Agreed,
    PartlyAgreed,
    NotAgreed,
    Adjourned,
}

/// <summary>The form for a session that was held.</summary>
public sealed class AfterwardsForm
{
    /// <summary>The topic as everybody reads it; none for one made from the matters.</summary>
    public string? Title { get; set; }
    public Guid? PlaceId { get; set; }
    public DateOnly? HeldOn { get; set; }
    public SessionOrganiser? Organiser { get; set; }
    public string? OrganiserName { get; set; }
    public string? MembersPart { get; set; }
    public string? ConvenerName { get; set; }
    public List<Guid> Members { get; set; } = [];
    public int? Residents { get; set; }
    public int? Cadres { get; set; }
    public int? Leaders { get; set; }
    public int? Concerned { get; set; }
    public List<AfterwardsRow> Rows { get; set; } = [];
    public bool WasReadBack { get; set; }

    public EnteredSession ToEntered(IReadOnlyList<AfterwardsRow> filled, string reason, bool confirm) =>
        new()
        {
            Details = new SessionDetails
            {
                Title = Title,
                PlaceId = PlaceId ?? Guid.Empty,
                Organiser = Organiser,
                OrganiserName = OrganiserName,
                MembersPart = MembersPart,
                ConvenerName = ConvenerName,
            },
            HeldOn = HeldOn,
            Members = Members,
            Numbers = new Dictionary<PresentAs, int>
            {
                [PresentAs.Resident] = Residents ?? 0,
                [PresentAs.Cadre] = Cadres ?? 0,
                [PresentAs.Leader] = Leaders ?? 0,
                [PresentAs.Concerned] = Concerned ?? 0,
            },
            Matters = [.. filled.Select(row => row.ToEntered())],
            WasReadBack = WasReadBack,
            Reason = reason,
            Confirm = confirm,
        };

    /// <summary>A fault beside the field of this form that it speaks of.</summary>
    /// <param name="fault">As the entry tells it.</param>
    /// <param name="rows">Which row of the form each matter was.</param>
    public Refusal At(Refusal fault, IReadOnlyList<int> rows)
    {
        var field = fault.Field ?? "";
        if (field == nameof(EnteredSession.Matters))
            return fault.At($"Input.Rows[0].{nameof(AfterwardsRow.Title)}");
        if (field == "Numbers.Resident" || fault.Code == "SessionNobodyPresent")
            return fault.At($"Input.{nameof(Residents)}");
        if (!field.StartsWith("Matters[", StringComparison.Ordinal))
            return fault.At(field.StartsWith("Numbers.", StringComparison.Ordinal) ? $"Input.{field[8..]}s" : "Input." + field);
        var (start, end) = (field.IndexOf('['), field.IndexOf(']'));
        var row = rows[int.Parse(field[(start + 1)..end], System.Globalization.CultureInfo.InvariantCulture)];
        var name = field[(end + 2)..] switch
        {
            nameof(MatterDetails.Topic) => nameof(AfterwardsRow.Topic),
            nameof(EnteredMatter.MatterId) => nameof(AfterwardsRow.MatterId),
            nameof(EnteredMatter.Conclusion) => nameof(AfterwardsRow.Result),
            nameof(EnteredMatter.Points) => nameof(AfterwardsRow.Points),
            nameof(EnteredMatter.Dissent) => nameof(AfterwardsRow.Dissent),
            nameof(VoteTally.For) => nameof(AfterwardsRow.For),
            _ => nameof(AfterwardsRow.Title),
        };
        return fault.At($"Input.Rows[{row}].{name}");
    }
}

/// <summary>One matter of the form.</summary>
public sealed class AfterwardsRow
{
    /// <summary>One that is there already; none for a new one.</summary>
    public Guid? MatterId { get; set; }
    public string? Title { get; set; }
    public string? Topic { get; set; }
    public AfterwardsResult? Result { get; set; }
    public string? Points { get; set; }

    /// <summary>Who does not agree and why; of an adjourned matter, why it was.</summary>
    public string? Dissent { get; set; }
    public int? For { get; set; }
    public int? Against { get; set; }
    public int? Abstained { get; set; }

    /// <summary>A row that nobody touched is no matter.</summary>
    public bool IsFilled =>
        MatterId is not null
        || Result is not null
        || !string.IsNullOrWhiteSpace(Title)
        || !string.IsNullOrWhiteSpace(Points)
        || !string.IsNullOrWhiteSpace(Dissent);

    public EnteredMatter ToEntered()
    {
        var isAdjourned = Result == AfterwardsResult.Adjourned;
        return new EnteredMatter
        {
            MatterId = MatterId,
            New = MatterId is null ? new MatterDetails { Title = Title, Topic = Topic } : null,
            Conclusion = Result switch
            {
                AfterwardsResult.Agreed => MatterConclusion.Agreed,
                AfterwardsResult.PartlyAgreed => MatterConclusion.PartlyAgreed,
                AfterwardsResult.NotAgreed => MatterConclusion.NotAgreed,
                _ => null,
            },
            Points = Points,
            Dissent = isAdjourned ? null : Dissent,
            AdjournedBecause = isAdjourned ? Dissent : null,
            IsAdjourned = isAdjourned,
            Votes =
                For is null && Against is null && Abstained is null
                    ? null
                    : new VoteTally(For ?? 0, Against ?? 0, Abstained ?? 0),
        };
    }
}
