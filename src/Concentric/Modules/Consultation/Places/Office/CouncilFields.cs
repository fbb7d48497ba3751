namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A council and its rule as the form has them.</summary>
public sealed class CouncilFields
{
    public string? Name { get; set; }
    public VoteThreshold? Vote { get; set; }
    public int? SpeakingMinutes { get; set; } = 5;
    public int? LeastConcerned { get; set; } = 3;
    public int? MostReworks { get; set; } = ConsultationCouncil.UsualReworks;
    public DateOnly? TermFrom { get; set; }
    public DateOnly? TermUntil { get; set; }

    public static CouncilFields Of(ConsultationCouncil council) =>
        new()
        {
            Name = council.Name,
            Vote = council.Vote,
            SpeakingMinutes = council.SpeakingMinutes,
            LeastConcerned = council.LeastConcerned,
            MostReworks = council.MostReworks,
            TermFrom = council.TermFrom,
            TermUntil = council.TermUntil,
        };

    public CouncilDetails Details() =>
        new()
        {
            Name = Name,
            Vote = Vote,
            SpeakingMinutes = SpeakingMinutes,
            LeastConcerned = LeastConcerned ?? 0,
            MostReworks = MostReworks ?? ConsultationCouncil.UsualReworks,
            TermFrom = TermFrom,
            TermUntil = TermUntil,
        };
}
