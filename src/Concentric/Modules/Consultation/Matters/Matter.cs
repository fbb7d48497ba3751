using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// 协商事项 (ConsultationMatter): a resident's matter, from the first word to the second visit. It is entered once and never deleted;
/// its state changes by verbs alone, each of which leaves a step.
/// </summary>
[ShownToPublic]
public sealed partial class Matter : CommitteeEntity
{
    /// <summary>What the facts of a matter, and its files, name as their source.</summary>
    public const string SourceType = "consultation.matter";

    public const int LongestTitle = 60;
    public const int LongestText = 5000;
    public const int LongestLocality = 200;
    public const int LongestLedgerNumber = 60;
    public const int MostPictures = 5;

    private Matter() { }

    /// <summary>What it is about, in one line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>As it was told. Only those who work on it read it; the public reads <see cref="PublicText"/>.</summary>
    public string Text { get; private set; } = "";
    public Guid PlaceId { get; private set; }

    /// <summary>Where exactly, in the submitter's words.</summary>
    public string? Locality { get; private set; }

    /// <summary>WGS 84 degrees, where the submitter set a point on the map.</summary>
    public decimal? Latitude { get; private set; }
    public decimal? Longitude { get; private set; }

    /// <summary>What sort of thing, by its id in <c>data/consultation/topics.yaml</c>.</summary>
    public string Topic { get; private set; } = "";
    public MatterSource Source { get; private set; }
    public IntakeChannel Channel { get; private set; }

    /// <summary>The member, where <see cref="Source"/> is one.</summary>
    public Guid? SubmittingMembershipId { get; private set; }

    /// <summary>Who named it, where it came from a leader, a department, a proposal or an opinion item: a body or a number, no private person.</summary>
    public string? SourceName { get; private set; }
    public DateTimeOffset CollectedAt { get; private set; }

    /// <summary>The day it came in, in the committee's zone.</summary>
    public DateOnly CollectedOn { get; private set; }

    /// <summary>Digest of the tracking code (<see cref="MatterTracking"/>); the code itself is nowhere kept.</summary>
    public string TrackingDigest { get; private set; } = "";

    /// <summary>台账编号: its number in the ledger that it was taken from.</summary>
    public string? LedgerNumber { get; private set; }

    /// <summary>编号: the year and number within it, given when the matter is accepted.</summary>
    public int? NumberYear { get; private set; }
    public int? Number { get; private set; }

    /// <summary>The matter's name for people: 2023-0123; none before it is accepted.</summary>
    public string? FullNumber => MatterNumber.Of(NumberYear, Number);

    /// <summary>Who sent it and how to reach them; null for an anonymous one.</summary>
    public MatterSubmitter? Submitter { get; private set; }

    /// <summary>What is wrong with what was entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(MatterDetails entered)
    {
        if (string.IsNullOrWhiteSpace(entered.Title))
            yield return new Refusal("MatterTitleMissing").At(nameof(entered.Title));
        else if (entered.Title.Trim().Length > LongestTitle)
            yield return new Refusal("TooLong", LongestTitle, entered.Title.Trim().Length).At(nameof(entered.Title));
        if (string.IsNullOrWhiteSpace(entered.Text))
            yield return new Refusal("MatterTextMissing").At(nameof(entered.Text));
        else if (entered.Text.Trim().Length > LongestText)
            yield return new Refusal("TooLong", LongestText, entered.Text.Trim().Length).At(nameof(entered.Text));
        if (entered.PlaceId == Guid.Empty)
            yield return new Refusal("MatterPlaceMissing").At(nameof(entered.PlaceId));
        if (entered.Locality?.Trim().Length > LongestLocality)
            yield return new Refusal("TooLong", LongestLocality, entered.Locality.Trim().Length).At(nameof(entered.Locality));
        if (string.IsNullOrWhiteSpace(entered.Topic))
            yield return new Refusal("MatterTopicMissing").At(nameof(entered.Topic));
        if (entered.Latitude is < -90 or > 90 || entered.Longitude is < -180 or > 180)
            yield return new Refusal("MatterPointOutside").At(nameof(entered.Latitude));
        if (entered.Latitude.HasValue != entered.Longitude.HasValue)
            yield return new Refusal("MatterPointHalf").At(nameof(entered.Latitude));
        if (entered.Source == MatterSource.Member && entered.SubmittingMembershipId is null)
            yield return new Refusal("MatterMemberMissing").At(nameof(entered.SubmittingMembershipId));
        if (entered.SourceName?.Trim().Length > LongestLocality)
            yield return new Refusal("TooLong", LongestLocality, entered.SourceName.Trim().Length).At(nameof(entered.SourceName));
        if (entered.LedgerNumber?.Trim().Length > LongestLedgerNumber)
            yield return new Refusal("TooLong", LongestLedgerNumber, entered.LedgerNumber.Trim().Length).At(
                nameof(entered.LedgerNumber)
            );
    }

    /// <param name="entered">What the submitter, or somebody for them, entered.</param>
    /// <param name="trackingDigest">Of the code that the submitter is given.</param>
    /// <param name="act">Who enters it; nobody's account for the submitter.</param>
    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="Faults"/>.</exception>
    public static Matter Collect(MatterDetails entered, string trackingDigest, MatterAct act)
    {
        RefusedException.ThrowIf(Faults(entered).FirstOrDefault());
        var matter = new Matter
        {
            Source = entered.Source,
            Channel = entered.Channel,
            SubmittingMembershipId = entered.SubmittingMembershipId,
            SourceName = Filled(entered.SourceName),
            LedgerNumber = Filled(entered.LedgerNumber),
            CollectedAt = act.Doer.Now,
            CollectedOn = entered.CollectedOn ?? act.Today,
            TrackingDigest = trackingDigest,
            State = MatterState.Collected,
            StateSince = act.Doer.Now,
            DueOn = act.Deadlines.DueOf(MatterState.Collected, act.Today),
        };
        matter.Take(entered);
        matter.Steps.Add(MatterStep.Of(MatterVerb.Collect, matter, act.Doer, words: null));
        return matter;
    }

    /// <summary>Keeps who sent it.</summary>
    public void BelongTo(MatterSubmitter submitter) => Submitter = submitter;

    /// <summary>What was written down wrongly at the desk can be put right until the matter is screened; afterwards its words stay.</summary>
    public Refusal? WhyNotReword() => State == MatterState.Collected ? null : new Refusal("MatterScreened");

    public void Reword(MatterDetails entered)
    {
        RefusedException.ThrowIf(WhyNotReword() ?? Faults(entered).FirstOrDefault());
        Take(entered);
    }

    private void Take(MatterDetails entered)
    {
        Title = entered.Title!.Trim();
        Text = entered.Text!.Trim();
        PlaceId = entered.PlaceId;
        Locality = Filled(entered.Locality);
        (Latitude, Longitude) = (entered.Latitude, entered.Longitude);
        Topic = entered.Topic!;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A matter as it is entered.</summary>
public sealed record MatterDetails
{
    public string? Title { get; init; }
    public string? Text { get; init; }

    /// <summary>Of the committee's <see cref="Place"/>s.</summary>
    public Guid PlaceId { get; init; }
    public string? Locality { get; init; }
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public string? Topic { get; init; }
    public MatterSource Source { get; init; }
    public IntakeChannel Channel { get; init; }
    public Guid? SubmittingMembershipId { get; init; }
    public string? SourceName { get; init; }

    /// <summary>Its number in the ledger that it is taken from.</summary>
    public string? LedgerNumber { get; init; }

    /// <summary>The day it came in, where it is entered afterwards; none for today.</summary>
    public DateOnly? CollectedOn { get; init; }
}
