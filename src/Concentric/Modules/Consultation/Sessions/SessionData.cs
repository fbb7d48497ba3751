using System.Text.Json;
using System.Text.Json.Serialization;
using Concentric.Modules.Consultation.Matters;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>A confirmed session as data: agenda, presence, points, dissent, votes, minutes. Members by seat, others by number.</summary>
public sealed record SessionData
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };

    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required SessionOrganiser Organiser { get; init; }
    public string? OrganiserName { get; init; }
    public required string MembersPart { get; init; }
    public string? MembersPartWords { get; init; }
    public required bool EnteredAfterwards { get; init; }
    public required int Revision { get; init; }
    public required IReadOnlyList<Guid> Members { get; init; }
    public required IReadOnlyDictionary<string, int> Present { get; init; }
    public required IReadOnlyList<MatterData> Matters { get; init; }
    public MinutesData? Minutes { get; init; }

    public static SessionData Of(CouncilSession session, string place) =>
        new()
        {
            Id = session.Id,
            Title = session.Title,
            Place = place,
            HeldOn = session.HeldOn!.Value,
            Organiser = session.Organiser,
            OrganiserName = session.OrganiserName,
            MembersPart = session.MembersPart,
            MembersPartWords = session.MembersPartWords,
            EnteredAfterwards = session.IsAfterwards,
            Revision = session.Revision,
            Members = [.. session.Present.Select(person => person.MembershipId).OfType<Guid>()],
            Present = Enum.GetValues<PresentAs>()
                .Where(sort => session.PresentOf(sort) > 0)
                .ToDictionary(sort => MatterFacts.Step(sort), session.PresentOf, StringComparer.Ordinal),
            Matters = [.. session.Agenda.Select(MatterData.Of)],
            Minutes = session.Minutes is { } minutes ? new MinutesData(minutes.Number, minutes.Text, minutes.SignedOn) : null,
        };

    public sealed record MatterData(Guid Id, int Order, string Title, AgendaState State, MatterConclusion? Conclusion)
    {
        public VoteTally? Votes { get; init; }
        public required IReadOnlyList<string> Agreements { get; init; }
        public required IReadOnlyList<string> Dissents { get; init; }
        public string? AdjournedBecause { get; init; }

        internal static MatterData Of(SessionMatter row) =>
            new(row.MatterId, row.Order, row.Title, row.State, row.Conclusion)
            {
                Votes = row.Tally,
                Agreements = [.. row.Agreements.Select(point => point.Text)],
                Dissents = [.. row.Dissents.Select(point => point.Text)],
                AdjournedBecause = row.AdjournedBecause,
            };
    }

    public sealed record MinutesData(string? Number, string Text, DateOnly? SignedOn);
}
