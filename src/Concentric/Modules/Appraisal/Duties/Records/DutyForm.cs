namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>What is typed about a duty: one form for all kinds.</summary>
public sealed class DutyForm
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public DateOnly OccurredOn { get; set; }
    public string? Office { get; set; }

    /// <summary>The step of all members who have none of their own.</summary>
    public string? Step { get; set; }
    public string? Contact { get; set; }
    public string? Reference { get; set; }
    public string? Note { get; set; }
    public List<Row> Members { get; set; } = [];
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The writer looked at the record that seems to be the same, and this is another one.</summary>
    public bool IsNoTwin { get; set; }

    internal static DutyForm Of(DutyDetails details)
    {
        var common = details
            .Members.CountBy(member => member.Step ?? "")
            .OrderByDescending(pair => pair.Value)
            .Select(pair => pair.Key)
            .FirstOrDefault();
        return new DutyForm
        {
            Kind = details.Kind,
            Title = details.Title,
            OccurredOn = details.OccurredOn,
            Office = details.Office,
            Step = common,
            Contact = details.Contact,
            Reference = details.Reference,
            Note = details.Note,
            Members = [.. details.Members.Select(member => Row.Of(member, common))],
        };
    }

    internal DutyDetails ToDetails() =>
        new()
        {
            Kind = Kind ?? "",
            Title = Title ?? "",
            OccurredOn = OccurredOn,
            Office = Office ?? "",
            Contact = Contact,
            Reference = Reference,
            Note = Note,
            Members = [.. Members.Select(row => row.ToMember(Step))],
        };

    /// <summary>One member of the form.</summary>
    public sealed class Row
    {
        public Guid MembershipId { get; set; }
        public DutyPart? Part { get; set; }
        public int? Position { get; set; }

        /// <summary>Empty where the step of all holds.</summary>
        public string? Step { get; set; }
        public int? Quantity { get; set; }

        internal static Row Of(DutyMember member, string? common) =>
            new()
            {
                MembershipId = member.MembershipId,
                Part = member.Part,
                Position = member.Position,
                Step = member.Step == common ? null : member.Step,
                Quantity = member.Quantity,
            };

        internal DutyMember ToMember(string? common) =>
            new()
            {
                MembershipId = MembershipId,
                Part = Part,
                Position = Position,
                Step = string.IsNullOrEmpty(Step) ? common : Step,
                Quantity = Quantity ?? 1,
            };
    }
}
