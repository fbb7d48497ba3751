using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Says a council's rule in words.</summary>
public sealed class CouncilWords(CouncilComposition composition, IStringLocalizer<ConsultationTexts> text)
{
    public CouncilComposition Composition => composition;

    /// <summary>1+7+X; consensus or vote; minutes; who must be there; how often a matter may go back.</summary>
    public string Rule(ConsultationCouncil council) =>
        string.Join(
            text["Council.Rule.Joint"],
            new[]
            {
                composition.Formula,
                council.Vote is { } vote ? text["VoteThreshold." + vote].Value : text["Council.Consensus"],
                council.SpeakingMinutes is { } minutes ? text["Council.Rule.Minutes", minutes].Value : null,
                council.LeastConcerned > 0 ? text["Council.Rule.Concerned", council.LeastConcerned].Value : null,
                text["Council.Rule.Reworks", council.MostReworks],
            }.OfType<string>()
        );
}

/// <summary>How a kind of venue stands in an address.</summary>
public static class VenuePaths
{
    public static string ToPath(this VenueKind kind) =>
        kind switch
        {
            VenueKind.Room => "room",
            VenueKind.Workstation => "workstation",
            VenueKind.Studio => "studio",
            _ => "contact-point",
        };

    /// <summary>None for what is no kind.</summary>
    public static VenueKind? Read(string path) =>
        Enum.GetValues<VenueKind>().Where(kind => kind.ToPath() == path).Cast<VenueKind?>().FirstOrDefault();
}
