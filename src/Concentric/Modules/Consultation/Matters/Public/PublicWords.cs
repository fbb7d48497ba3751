using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Says in plain words how a matter stands.</summary>
public sealed class PublicWords(IStringLocalizer<ConsultationTexts> text, MatterLists lists, PublicMatters matters)
{
    public string Stage(PublicStage stage) => text["PublicStage." + stage];

    public static Tone ToneOf(PublicStage stage) =>
        stage switch
        {
            PublicStage.Solved => Tone.Ok,
            PublicStage.PartlySolved or PublicStage.ListedInPlan => Tone.Warn,
            PublicStage.ExplainedOnly or PublicStage.Elsewhere => Tone.Neutral,
            _ => Tone.Info,
        };

    public string Topic(PublicMatter matter) => MatterLists.NameOf(lists.Topics, matter.Topic);

    public string? ReplyClass(PublicMatter matter) =>
        matter.ReplyClass is { } id ? MatterLists.NameOf(lists.ReplyClasses, id) : null;

    /// <summary>From the widest to the nearest: 南华镇 · 河湾村.</summary>
    public string Place(PublicMatter matter) =>
        string.Join(" \u00B7 ", matters.PlacesOf(matter).Reverse().Select(place => place.Name));

    /// <summary>Which of the steps of its way a matter is at; one past the last when it is closed.</summary>
    public static int StepOf(PublicMatter matter)
    {
        var at = PublicStages.Way.ToList().IndexOf(matter.Stage);
        return at < 0 ? PublicStages.Way.Count : at;
    }
}
